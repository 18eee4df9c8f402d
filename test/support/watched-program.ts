import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { secretVariables, watchSource } from "./watched-sources.ts";

interface Program {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly folder?: string;
}

/**
 * Starts a program of ours at trace level. What it writes to its streams is searched for the secrets among its variables
 * and those of every other source of the test file; see canary.test.ts.
 */
export function spawnWatched(
  command: string,
  words: readonly string[],
  { variables, folder }: Program,
): ChildProcessWithoutNullStreams {
  const env: NodeJS.ProcessEnv = { LOG_LEVEL: "trace", ...variables };
  const child = spawn(command, words, { env, cwd: folder });
  let written = "";
  const end = watchSource({
    secrets: () => secretVariables(variables),
    places: () => [[`output of ${words.join(" ")}`, written]],
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => (written += data.toString()));
  child.once("close", end);
  return child;
}

/** Runs Node with these words to the end. */
export async function runWatched(
  words: readonly string[],
  program: Program,
): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawnWatched(process.execPath, words, program);
  child.stdin.end();
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data: Buffer) => (stdout += data.toString()));
  child.stderr.on("data", (data: Buffer) => (stderr += data.toString()));
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { status, stdout, stderr };
}
