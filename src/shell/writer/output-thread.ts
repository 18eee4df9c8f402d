import { Worker } from "node:worker_threads";
import type { Edit } from "../../core/design/revise-reply.ts";
import type { FormatRequest } from "./format-file.ts";

/** What is done with text that a model made. */
export type OutputRequest =
  | { readonly parse: { readonly path: string; readonly content: string } }
  | { readonly format: FormatRequest }
  | {
      readonly revise: {
        readonly document: string;
        readonly edits: readonly Edit[];
        readonly known: readonly string[];
      };
    };

type OutputAnswer<T> = { readonly value: T } | { readonly problem: "too long" | "too deep" };

/** Milliseconds for one request, the start of the thread included, and MB of its memory. */
const deadlineMs = 8_000;
const memoryMb = 512;

let worker: Worker | null = null;
let last: Promise<unknown> = Promise.resolve();

/**
 * Parses or applies what a model made on a thread of its own, one request after another: no text holds the event loop, and
 * one that takes too long or nests too deep ends the thread, not the process. Throws what the thread throws.
 */
export function onOutputThread<T>(request: OutputRequest): Promise<OutputAnswer<T>> {
  const asked = last.then(() => ask<T>(request));
  last = asked.catch(() => undefined);
  return asked;
}

async function ask<T>(request: OutputRequest): Promise<OutputAnswer<T>> {
  worker ??= new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  const own = worker;
  own.ref();
  try {
    return await new Promise<OutputAnswer<T>>((resolve, reject) => {
      const timer = setTimeout(() => {
        end(own);
        resolve({ problem: "too long" });
      }, deadlineMs);
      own.once("message", (answer: { readonly value: T; readonly isTooDeep?: boolean }) => {
        clearTimeout(timer);
        resolve(answer.isTooDeep === true ? { problem: "too deep" } : { value: answer.value });
      });
      own.once("error", (error: Error & { code?: string }) => {
        clearTimeout(timer);
        end(own);
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve({ problem: "too deep" });
        else reject(error);
      });
      own.postMessage(request);
    });
  } finally {
    own.removeAllListeners("message").removeAllListeners("error");
    // Waiting for work is no reason to keep a process.
    own.unref();
  }
}

function end(own: Worker): void {
  worker = null;
  void own.terminate();
}

/** The built file: a thread is started by Node itself, which does not read TypeScript in every version we support. */
function workerFile(): URL {
  const here = import.meta.url;
  return here.endsWith(".ts")
    ? new URL("../../../dist/shell/writer/output-worker.js", here)
    : new URL("./output-worker.js", here);
}
