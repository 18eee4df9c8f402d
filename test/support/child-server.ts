import { spawn, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { QueueOptions } from "../../src/shell/queue/store.ts";

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

/** Starts the built server on a free port; rejects when it ends before it serves. */
export async function startChild(
  environment: Readonly<Record<string, string>>,
  queue: Partial<QueueOptions> = {},
): Promise<ChildServer> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env["PATH"],
      HOST: "127.0.0.1",
      PORT: "0",
      TEST_QUEUE: JSON.stringify(queue),
      ...environment,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let logged = "";
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  child.stderr.on("data", (data: Buffer) => (logged += data.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (data: Buffer) => {
      logged += data.toString();
      const serving = /"url":"([^"]+)"[^\n]*"msg":"serving"/.exec(logged);
      if (serving?.[1] !== undefined) resolve(serving[1]);
    });
    void gone.then((code) => {
      reject(new Error(`The server ended with ${String(code)}: ${logged}`));
    });
  });
  return {
    url,
    process: child,
    log: () => logged,
    kill: (signal = "SIGKILL") => {
      child.kill(signal);
      return gone;
    },
  };
}
