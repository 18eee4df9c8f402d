import type { Confidence, Dialect } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";

/** Less sure than this, a file is not read unless the configuration names its dialect. */
export const leastConfidence = 0.5;

export interface Detected {
  readonly dialect: Dialect | null;
  readonly confidence: Confidence;
}

/**
 * The dialect that is surest of a file, given its versions (base and head): both are then read alike, so that a file
 * in which the first IDs appear is not compared across two ways of reading.
 */
export function detectDialect(versions: readonly SourceFile[], among: readonly Dialect[]): Detected {
  let best: Detected = { dialect: null, confidence: 0 };
  for (const dialect of among) {
    const confidence = Math.max(0, ...versions.map((version) => dialect.recognises(version)));
    if (confidence > best.confidence) best = { dialect, confidence };
  }
  return best.confidence >= leastConfidence ? best : { dialect: null, confidence: best.confidence };
}
