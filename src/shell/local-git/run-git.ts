import { spawn } from "node:child_process";
import { UserError } from "../../core/user-error.ts";
import { ownEnvironment } from "../../settings.ts";

/** How a run of git ended. */
export interface GitEnd {
  readonly code: number;
  readonly output: Buffer;
  readonly errors: string;
}

export interface GitInput {
  readonly input?: string | Buffer;
  /** Added to the environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs git in a folder. Throws UserError when git cannot be started; any end is a value. */
export function runGit(
  folder: string,
  args: readonly string[],
  { input = "", environment = {} }: GitInput = {},
): Promise<GitEnd> {
  return new Promise((resolve, reject) => {
    const env = { ...ownEnvironment, ...environment };
    const child = spawn("git", ["-C", folder, ...args], { stdio: "pipe", env });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdin.on("error", () => undefined);
    child.on("error", (cause) => {
      reject(new UserError("git could not be started. Install git and put it on the PATH.", { cause }));
    });
    child.on("close", (code) => {
      const end = { code: code ?? 1, output: Buffer.concat(output) };
      resolve({ ...end, errors: Buffer.concat(errors).toString("utf8") });
    });
    child.stdin.end(input);
  });
}

/** Standard output of a run that has to succeed. */
export async function mustRunGit(
  folder: string,
  args: readonly string[],
  given: GitInput = {},
): Promise<Buffer> {
  const { code, output, errors } = await runGit(folder, args, given);
  if (code !== 0) throw new Error(`git ${args[0] ?? ""} ended with ${code}: ${errors.slice(0, 500)}`);
  return output;
}
