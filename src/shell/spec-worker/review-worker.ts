import { parentPort } from "node:worker_threads";
import { type ReviewRequest, reviewSpecs } from "../../core/decision/review-specs.ts";
import { ParseCache } from "../../core/spec/parse-cache.ts";
import { inParts, type ReviewPart } from "./review-parts.ts";

const cache = new ParseCache();

/** The other side of `createReviewThreads`: one request at a time, answered part by part as the parts are asked for. */
let parts: Generator<ReviewPart> | null = null;

parentPort?.on("message", (message: ReviewRequest | "next") => {
  if (message !== "next") parts = inParts(reviewSpecs({ ...message, parse: { ...message.parse, cache } }));
  const next = parts?.next();
  if (next?.done === false) parentPort?.postMessage(next.value);
});
