import { resolveEntries } from "../core/command/resolve-entries.ts";
import type { Recommendation, Review } from "../core/decision/review.ts";
import { UserError } from "../core/user-error.ts";

/** The changed entries that words name; all of them without words. Throws UserError for a word that names none, or several. */
export function changedEntries(review: Review, words: readonly string[]): readonly Recommendation[] {
  const all = review.recommendations;
  const resolved = resolveEntries(
    words,
    all.map(({ change }) => change.id),
  );
  if ("ids" in resolved) return all.filter(({ change }) => resolved.ids.includes(change.id));
  if ("ambiguous" in resolved) {
    throw new UserError(`"${resolved.ambiguous}" names several changed entries: write more of it.`);
  }
  const { unknown, suggestion } = resolved;
  const hint = suggestion === null ? "`twopath review` lists them." : `Did you mean "${suggestion}"?`;
  throw new UserError(`No changed entry is called "${unknown}". ${hint}`);
}
