import { UserError } from "../../core/user-error.ts";
import type { SpecSource, TreeFile, TreeItem } from "../ports.ts";
import type { ObjectStore } from "./git-call.ts";
import { objectStore } from "./object-store.ts";
import { type GitEnd, mustRunGit, runGit } from "./run-git.ts";

/** Reads a local clone through the git command line; nothing is written and no hook runs. */
export class LocalGitSource implements SpecSource {
  readonly #folder: string;
  #store: ObjectStore | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Throws UserError for a folder that is no repository and for an unknown revision. */
  async resolve(revision: string): Promise<string> {
    const found = await this.#git(["rev-parse", "--verify", "--end-of-options", `${revision}^{commit}`], "");
    if (found.code === 0) return text(found.output).trim();
    const isRepository = (await this.#git(["rev-parse", "--git-dir"], "")).code === 0;
    if (!isRepository)
      throw new UserError(`The folder "${this.#folder}" is not a git repository. Name one with --repo DIR.`);
    throw new UserError(
      `There is no revision "${revision}" in the clone "${this.#folder}". Name one that there is, or git fetch it first.`,
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
    const items = await this.tree(commit);
    return items.filter(({ kind }) => kind === "file").map(({ path, blob, size }) => ({ path, blob, size }));
  }

  /** Everything at a commit, links and submodules included. */
  async tree(commit: string): Promise<readonly TreeItem[]> {
    const listing = await this.#readObjects(["ls-tree", "-r", "-z", "-l", "--full-tree", commit], "");
    return text(listing)
      .split("\0")
      .flatMap((line) => {
        const found = /^(100|120|160)\d{3} (?:blob|commit) ([0-9a-f]{40,64}) +(\d+|-|BAD)\t/.exec(line);
        if (found === null) return [];
        const [head, mode = "", blob = "", size = ""] = found;
        return [
          { path: line.slice(head.length), blob, size: Number(size) || 0, kind: kinds[mode] ?? "file" },
        ];
      });
  }

  async read(blobs: readonly string[]): Promise<readonly Uint8Array[]> {
    if (blobs.length === 0) return [];
    const output = await this.#readObjects(["cat-file", "--batch"], `${blobs.join("\n")}\n`);
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

  /** Of the objects alone: nothing that the clone's configuration says plays a part. */
  async #readObjects(args: readonly string[], input: string): Promise<Buffer> {
    this.#store ??= objectStore(this.#folder);
    return mustRunGit(this.#folder, args, { input, objects: this.#store });
  }

  #git(args: readonly string[], input: string): Promise<GitEnd> {
    return runGit(this.#folder, args, { input });
  }
}

/** By the first digits of a tree entry's mode. */
const kinds: Readonly<Record<string, TreeItem["kind"]>> = {
  "100": "file",
  "120": "symlink",
  "160": "submodule",
};

function text(bytes: Buffer): string {
  return bytes.toString("utf8");
}
