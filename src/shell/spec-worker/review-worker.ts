import { parentPort } from "node:worker_threads";
import { askedReview } from "../../core/design/asked-review.ts";
import { findSpecs } from "../../core/entries/find-specs.ts";
import { ParseCache } from "../../core/entries/parse-cache.ts";
import { parseSpec } from "../../core/entries/parse-spec.ts";
import { traceIndex } from "../../core/trace/trace-index.ts";
import { inParts, type Part } from "./review-parts.ts";
import type { WorkerRequest } from "./worker-request.ts";

const cache = new ParseCache();

/** The other side of `createReviewThreads`: one request at a time, answered part by part as the parts are asked for. */
let parts: Generator<Part<unknown, unknown>> | null = null;

parentPort?.on("message", (message: WorkerRequest | "next") => {
  if (message !== "next") parts = partsOf(message);
  const next = parts?.next();
  if (next?.done === false) parentPort?.postMessage(next.value);
});

function partsOf(request: WorkerRequest): Generator<Part<unknown, unknown>> {
  if ("review" in request) {
    const { review } = request;
    const { recommendations, ...rest } = askedReview({ ...review, parse: { ...review.parse, cache } });
    return inParts(recommendations, rest);
  }
  if ("candidates" in request) return inParts(findSpecs(request.candidates), null);
  if ("trace" in request) {
    const { trace } = request;
    const { files, tokens } = traceIndex(trace.files, trace.tag, trace.testFolders);
    return inParts(Object.entries(tokens), files);
  }
  const { files } = parseSpec(request.files, { ...request.parse, cache });
  const entries = files.flatMap((file) =>
    file.entries.map(({ id, kind, file: path, line, parent, status, text }) => ({
      id,
      kind,
      file: path,
      line,
      parent,
      status,
      text,
    })),
  );
  return inParts(entries, null);
}
