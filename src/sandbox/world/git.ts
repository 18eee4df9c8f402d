import { spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { withFixedAnswers } from "./fixed-answers.ts";
import { runGit } from "./git-runner.ts";

/** Settings every git call gets, so that the machine's own configuration and hooks play no part. */
const settings = [
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.quotePath=false",
  "-c",
  "core.autocrlf=false",
  "-c",
  "gc.auto=0",
  "-c",
  "receive.autogc=false",
  "-c",
  "diff.renames=true",
  "-c",
  "uploadpack.allowAnySHA1InWant=true",
];

/** `git` failed: its exit code and what it wrote to standard error. */
export class GitError extends Error {
  override readonly name = "GitError";
}

/** Runs git, where what it says may have changed, and answers its standard output as bytes. Throws GitError when it fails. */
export function git(dir: string, args: readonly string[], input?: string | Uint8Array): Promise<Buffer> {
  return input === undefined ? withFixedAnswers(dir, args, () => run(dir, args)) : run(dir, args, input);
}

async function run(dir: string, args: readonly string[], input?: string | Uint8Array): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit([...settings, `--git-dir=${dir}`, ...args], input);
  if (code !== 0) throw new GitError(`git ${args.join(" ")}: ${stderr.trim()}`);
  return stdout;
}

/** Like `git`, as trimmed text. */
export async function gitText(dir: string, args: readonly string[], input?: string): Promise<string> {
  return (await git(dir, args, input)).toString("utf8").trimEnd();
}

/** Pipes a request's body through a git service process into its answer. */
export function gitPipe(args: readonly string[], body: Readable | null, answer: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", [...settings, ...args], { stdio: ["pipe", "pipe", "ignore"] });
    child.on("error", reject);
    child.on("close", () => {
      resolve();
    });
    child.stdin.on("error", () => undefined);
    child.stdout.pipe(answer, { end: false });
    if (body) body.pipe(child.stdin);
    else child.stdin.end();
  });
}
