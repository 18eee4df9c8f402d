import { resolveEntries } from "./resolve-entries.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import { ambiguousEntryMessage, unknownEntryMessage } from "../message/reply.ts";

/** The recommendations that a command's words name; else what to say about a word that names none, or too many. */
export function selectEntries(review: Review, words: readonly string[]): readonly Recommendation[] | string {
  const all = review.recommendations;
  const resolved = resolveEntries(
    words,
    all.map(({ change }) => change.id),
  );
  if ("unknown" in resolved) return unknownEntryMessage(resolved.unknown, resolved.suggestion);
  if ("ambiguous" in resolved) return ambiguousEntryMessage(resolved.ambiguous, resolved.candidates);
  const ids = new Set(resolved.ids);
  return all.filter(({ change }) => ids.has(change.id));
}
