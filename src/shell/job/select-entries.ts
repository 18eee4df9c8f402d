import { didYouMean } from "../../core/command/did-you-mean.ts";
import type { Recommendation, Review } from "../../core/decision/review.ts";
import { unknownEntryMessage } from "../../core/message/reply.ts";

/** The recommendations that IDs, prefixes with `*`, or `all` (or nothing) name; else what to say about the unknown one. */
export function selectEntries(review: Review, ids: readonly string[]): readonly Recommendation[] | string {
  const all = review.recommendations;
  if (ids.length === 0 || ids.includes("all")) return all;
  const matches = (pattern: string, id: string): boolean =>
    pattern.endsWith("*") ? id.startsWith(pattern.slice(0, -1)) : id === pattern;
  const unknown = ids.find((pattern) => !all.some(({ change }) => matches(pattern, change.id)));
  if (unknown !== undefined) {
    const known = all.map(({ change }) => change.id);
    return unknownEntryMessage(unknown, didYouMean(unknown, known));
  }
  return all.filter(({ change }) => ids.some((pattern) => matches(pattern, change.id)));
}
