import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { QueueOptions } from "../../src/shell/queue/queue-options.ts";
import { spawnWatched } from "./watched-program.ts";

const main = fileURLToPath(new URL("./serve.mjs", import.meta.url));

/** The built server in a process of its own, so that it can be killed. */
export interface ChildServer {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it logged so far. */
  log(): string;
  /** Resolves when the process is gone. */
  kill(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A process that has loaded the server and waits to start it. */
export interface Standby {
  /** Rejects when the server ends before it serves. */
  start(): Promise<ChildServer>;
  kill(): Promise<number | null>;
}

/**
 * Starts the built server on a free port; rejects when it ends before it serves. `largestFileKb`: the operating system
 * lets none of its files grow beyond that, as on a full disk.
 */
export function startChild(
  environment: Readonly<Record<string, string>>,
  queue: Partial<QueueOptions> = {},
  largestFileKb?: number,
): Promise<ChildServer> {
  return serving(spawnServer(environment, queue, largestFileKb));
}

/** A server that opens its store only when told to, but then without having to load anything. */
export function standBy(
  environment: Readonly<Record<string, string>>,
  queue: Partial<QueueOptions> = {},
): Standby {
  const child = spawnServer({ ...environment, TEST_STANDBY: "1" }, queue);
  return {
    start: () => {
      child.process.stdin?.write("start\n");
      return serving(child);
    },
    kill: () => child.kill(),
  };
}

type Spawned = Omit<ChildServer, "url"> & { readonly gone: Promise<number | null> };

function spawnServer(
  environment: Readonly<Record<string, string>>,
  queue: Partial<QueueOptions>,
  largestFileKb?: number,
): Spawned {
  const limit = largestFileKb === undefined ? "unlimited" : String(largestFileKb);
  const variables = {
    PATH: process.env["PATH"],
    HOST: "127.0.0.1",
    PORT: "0",
    TEST_QUEUE: JSON.stringify(queue),
    ...environment,
  };
  const script = `ulimit -f ${limit} && exec "$0" "$1"`;
  const child = spawnWatched("bash", ["-c", script, process.execPath, main], { variables });
  let logged = "";
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  // A killed server cannot be told to start.
  child.stdin.on("error", () => undefined);
  child.stderr.on("data", (data: Buffer) => (logged += data.toString()));
  child.stdout.on("data", (data: Buffer) => (logged += data.toString()));
  return {
    process: child,
    gone,
    log: () => logged,
    kill: (signal = "SIGKILL") => {
      child.kill(signal);
      return gone;
    },
  };
}

async function serving(child: Spawned): Promise<ChildServer> {
  const url = await new Promise<string>((resolve, reject) => {
    child.process.stdout?.on("data", () => {
      const serving = /"url":"([^"]+)"[^\n]*"msg":"serving"/.exec(child.log());
      if (serving?.[1] !== undefined) resolve(serving[1]);
    });
    void child.gone.then((code) => {
      reject(new Error(`The server ended with ${String(code)}: ${child.log()}`));
    });
  });
  return { ...child, url };
}
