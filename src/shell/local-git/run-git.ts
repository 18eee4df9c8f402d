import { spawn, spawnSync } from "node:child_process";
import { UserError } from "../../core/user-error.ts";
import { type GitCall, gitCall } from "./git-call.ts";

/** How a run of git ended. */
export interface GitEnd {
  readonly code: number;
  readonly output: Buffer;
  readonly errors: string;
}

export interface GitInput extends Partial<GitCall> {
  readonly input?: string | Buffer;
}

/** Runs git in a folder. Throws UserError when git cannot be started; any end is a value. */
export function runGit(
  folder: string,
  args: readonly string[],
  { input = "", ...call }: GitInput = {},
): Promise<GitEnd> {
  const { all, env } = gitCall(folder, args, call);
  return new Promise((resolve, reject) => {
    const child = spawn("git", all, { stdio: "pipe", env });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.stdin.on("error", () => undefined);
    child.on("error", (cause) => {
      reject(noGit(cause));
    });
    child.on("close", (code) => {
      const end = { code: code ?? 1, output: Buffer.concat(output) };
      resolve({ ...end, errors: Buffer.concat(errors).toString("utf8") });
    });
    child.stdin.end(input);
  });
}

/** As `runGit`, while everything waits. */
export function runGitSync(
  folder: string,
  args: readonly string[],
  { input = "", ...call }: GitInput = {},
): GitEnd {
  const { all, env } = gitCall(folder, args, call);
  const done = spawnSync("git", all, { input, env, maxBuffer: 1 << 29 });
  if (done.error) throw noGit(done.error);
  return { code: done.status ?? 1, output: done.stdout, errors: done.stderr.toString("utf8") };
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

function noGit(cause: Error): UserError {
  return new UserError("git could not be started. Install git and put it on the PATH.", { cause });
}
