import { type ChildProcess, spawn } from "node:child_process";

/** What git answered; `code` is null where it could not be started or was killed. */
interface GitAnswer {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs in a process of its own: reads `{ id, args, input }`, answers `{ id, code, stdout, stderr }`. */
const program = `
  const { execFile } = require("node:child_process");
  process.on("disconnect", () => process.exit());
  process.on("message", ({ id, args, input }) => {
    const options = { encoding: "buffer", maxBuffer: 512 * 1024 * 1024 };
    const child = execFile("git", args, options, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      process.send({ id, code, stdout, stderr: String(stderr) || (error?.message ?? "") });
    });
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
`;

interface Runner {
  readonly process: ChildProcess;
  readonly waiting: Map<number, (answer: GitAnswer) => void>;
}

let runner: Runner | null = null;
let requests = 0;

/**
 * Runs git through a small process that stays: to start a program, this one would have to be copied, which takes a third
 * of a second where it holds much memory, as a test runner does.
 */
export function runGit(args: readonly string[], input?: string | Uint8Array): Promise<GitAnswer> {
  const { process: helper, waiting } = (runner ??= startRunner());
  const id = ++requests;
  return new Promise((resolve) => {
    if (waiting.size === 0) hold(helper, true);
    waiting.set(id, resolve);
    helper.send({ id, args, input: input ?? "" });
  });
}

function startRunner(): Runner {
  const helper = spawn(process.execPath, ["--eval", program], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    serialization: "advanced",
  });
  const waiting: Runner["waiting"] = new Map();
  helper.on("message", ({ id, ...answer }: GitAnswer & { readonly id: number }) => {
    const resolve = waiting.get(id);
    waiting.delete(id);
    if (waiting.size === 0) hold(helper, false);
    resolve?.({ ...answer, stdout: Buffer.from(answer.stdout) });
  });
  helper.once("exit", () => {
    runner = null;
    for (const resolve of waiting.values())
      resolve({ code: null, stdout: Buffer.alloc(0), stderr: "the process that runs git ended" });
  });
  hold(helper, false);
  return { process: helper, waiting };
}

/** This program lives on while it waits for an answer, and no longer. */
function hold(helper: ChildProcess, isHeld: boolean): void {
  if (isHeld) helper.ref();
  else helper.unref();
  if (isHeld) helper.channel?.ref();
  else helper.channel?.unref();
}
