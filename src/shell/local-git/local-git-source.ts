import { spawn } from "node:child_process";
import { UserError } from "../../core/user-error.ts";
import type { SpecSource, TreeFile } from "../ports.ts";

/** Reads a local clone through the git command line; nothing is written and no hook runs. */
export class LocalGitSource implements SpecSource {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws UserError for a folder that is no repository and for an unknown revision. */
  async resolve(revision: string): Promise<string> {
    const found = await this.#git(["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`], "");
    if (found.code === 0) return text(found.output).trim();
    const isRepository = (await this.#git(["rev-parse", "--git-dir"], "")).code === 0;
    if (!isRepository)
      throw new UserError(`${this.#folder} is not a git repository. Name one with --repo DIR.`);
    throw new UserError(
      `There is no revision "${revision}" in ${this.#folder}. git fetch it, or name another.`,
    );
  }

  /** Where the two lines of history parted: what a pull request is compared with. Base itself when they never met. */
  async mergeBase(base: string, head: string): Promise<string> {
    const found = await this.#git(["merge-base", base, head], "");
    return found.code === 0 ? text(found.output).trim() : base;
  }

  /** Address of the remote `origin`, or null. */
  async origin(): Promise<string | null> {
    const found = await this.#git(["config", "--get", "remote.origin.url"], "");
    return found.code === 0 ? text(found.output).trim() : null;
  }

  async list(commit: string): Promise<readonly TreeFile[]> {
    const listing = await this.#mustRun(["ls-tree", "-r", "-z", "-l", "--full-tree", commit], "");
    return text(listing)
      .split("\0")
      .flatMap((line) => {
        const found = /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+)\t/.exec(line);
        if (found === null) return [];
        return [{ path: line.slice(found[0].length), blob: found[1] ?? "", size: Number(found[2]) }];
      });
  }

  async read(blobs: readonly string[]): Promise<readonly Uint8Array[]> {
    if (blobs.length === 0) return [];
    const output = await this.#mustRun(["cat-file", "--batch"], `${blobs.join("\n")}\n`);
    let at = 0;
    return blobs.map((blob) => {
      const headerEnd = output.indexOf(0x0a, at);
      const [, kind, size] = output.subarray(at, headerEnd).toString("latin1").split(" ");
      if (kind !== "blob")
        throw new UserError(`Object ${blob} is not in ${this.#folder}. git fetch the revision.`);
      const start = headerEnd + 1;
      at = start + Number(size) + 1;
      return output.subarray(start, start + Number(size));
    });
  }

  async #mustRun(args: readonly string[], input: string): Promise<Buffer> {
    const { code, output, errors } = await this.#git(args, input);
    if (code !== 0) throw new Error(`git ${args[0] ?? ""} ended with ${code}: ${errors.slice(0, 500)}`);
    return output;
  }

  #git(args: readonly string[], input: string): Promise<{ code: number; output: Buffer; errors: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn("git", ["-C", this.#folder, ...args], { stdio: "pipe" });
      const output: Buffer[] = [];
      const errors: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
      child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
      child.stdin.on("error", () => undefined);
      child.on("error", (cause) => {
        reject(new UserError("git could not be started. Install git and put it on the PATH.", { cause }));
      });
      child.on("close", (code) => {
        resolve({ code: code ?? 1, output: Buffer.concat(output), errors: text(Buffer.concat(errors)) });
      });
      child.stdin.end(input);
    });
  }
}

function text(bytes: Buffer): string {
  return bytes.toString("utf8");
}
