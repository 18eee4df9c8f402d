import { Worker } from "node:worker_threads";
import { UserError } from "../../core/user-error.ts";
import type { Part } from "./review-parts.ts";
import type { WorkerRequest } from "./worker-request.ts";

/** Memory of one thread, in MB; a spec of 3.5 MB takes less than half of it. */
const memoryMb = 1024;

/** All parts of an answer, put together again. */
export interface Collected<Item, Rest> {
  readonly items: readonly Item[];
  readonly rest: Rest;
}

/** A thread that reads specs, one request after another. One that failed is ended and takes no other request. */
export class ReviewThread {
  private readonly worker: Worker;

  constructor() {
    this.worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    // Waiting for work is no reason to keep a process.
    this.worker.unref();
  }

  /** Throws UserError when `deadlineMs` or the memory is used up, and what the worker throws; the thread has ended then. */
  async ask<Item, Rest>(request: WorkerRequest, deadlineMs: number): Promise<Collected<Item, Rest>> {
    const { worker } = this;
    worker.ref();
    try {
      return await new Promise<Collected<Item, Rest>>((resolve, reject) => {
        const timer = setTimeout(() => {
          reject(new UserError(stopped(request, `${Math.round(deadlineMs / 1000)} s`)));
        }, deadlineMs);
        worker.once("error", (error) => {
          reject(refused(request, error));
        });
        worker.once("exit", (code) => {
          reject(new Error(`The review's thread ended with ${code} and without a result.`));
        });
        this.collect<Item, Rest>((collected) => {
          clearTimeout(timer);
          resolve(collected);
        });
        worker.postMessage(request);
      });
    } catch (error) {
      this.end();
      throw error;
    } finally {
      for (const event of ["message", "error", "exit"]) worker.removeAllListeners(event);
      worker.unref();
    }
  }

  end(): void {
    void this.worker.terminate();
  }

  /** Asks for the next part when the event loop has had its turn. */
  private collect<Item, Rest>(done: (collected: Collected<Item, Rest>) => void): void {
    const items: Item[] = [];
    this.worker.on("message", (part: Part<Item, Rest>) => {
      if ("rest" in part) {
        done({ items, rest: part.rest });
        return;
      }
      for (const item of part.items) items.push(item);
      setImmediate(() => {
        this.worker.postMessage("next");
      });
    });
  }
}

function stopped(request: WorkerRequest, much: string): string {
  return "trace" in request
    ? `Reading the target's code took more than ${much} and was stopped. Shorten its tag pattern, or name a folder as its path.`
    : `Reading the spec took more than ${much} and was stopped. Split the largest spec file.`;
}

/** Errors lose their class on the way between threads. */
function refused(request: WorkerRequest, error: Error & { code?: string }): Error {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return new UserError(stopped(request, `${memoryMb} MB`));
  return error.name === "UserError" ? new UserError(error.message) : error;
}

/** The built file: a thread is started by Node itself, which does not read TypeScript in every version we support. */
function workerFile(): URL {
  const here = import.meta.url;
  return here.endsWith(".ts")
    ? new URL("../../../dist/shell/spec-worker/review-worker.js", here)
    : new URL("./review-worker.js", here);
}
