import { Worker } from "node:worker_threads";
import type { Review } from "../../core/decision/review.ts";
import type { ReviewRequest } from "../../core/decision/review-specs.ts";
import { UserError } from "../../core/user-error.ts";

/** Memory of one review, in MB; a spec of 3.5 MB takes less than half of it. */
const memoryMb = 1024;

/**
 * `reviewSpecs` on a thread of its own, so that the event loop that answers webhooks goes on. After `deadlineMs` the
 * thread is ended. Throws UserError when the deadline or the memory is used up, and what `reviewSpecs` throws.
 */
export function reviewInWorker(request: ReviewRequest, deadlineMs: number): Promise<Review> {
  const worker = new Worker(workerFile(), {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  return new Promise<Review>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new UserError(tooLong(deadlineMs)));
      void worker.terminate();
    }, deadlineMs);
    worker.once("message", resolve);
    worker.once("error", (error) => {
      reject(refused(error));
    });
    worker.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The review's thread ended with ${code} and without a result.`));
    });
  });
}

function tooLong(deadlineMs: number): string {
  return `Reading the spec took more than ${Math.round(deadlineMs / 1000)} s and was stopped. Split the largest spec file.`;
}

/** Errors lose their class on the way between threads. */
function refused(error: Error & { code?: string }): Error {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") {
    return new UserError(
      `Reading the spec took more than ${memoryMb} MB and was stopped. Split the largest spec file.`,
    );
  }
  return error.name === "UserError" ? new UserError(error.message) : error;
}

/** The built file: a thread is started by Node itself, which does not read TypeScript in every version we support. */
function workerFile(): URL {
  const here = import.meta.url;
  return here.endsWith(".ts")
    ? new URL("../../../dist/shell/spec-worker/review-worker.js", here)
    : new URL("./review-worker.js", here);
}
