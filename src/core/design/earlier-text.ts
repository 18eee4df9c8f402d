import type { Recommendation } from "../decision/review.ts";
import type { DesignFacts } from "./design-facts.ts";

/** What an entry said before, and under which ID; `id` is null where it had none, `text` is empty where it said nothing. */
interface Earlier {
  readonly id: string | null;
  readonly text: string;
}

/**
 * The earlier text of a modified entry by its words: items of a list that change places leave their numbers to others, whose
 * texts were never theirs.
 */
export function earlierText(
  { change }: Pick<Recommendation, "change">,
  { review }: Pick<DesignFacts, "review">,
): Earlier {
  const { before, after } = change;
  if (before === null || after === null) return { id: null, text: "" };
  const near = review.recommendations.filter(
    (one) => one.change.file === change.file && one.change.parent === change.parent,
  );
  const likeness = (text: string): number => shared(text, after.text);
  let best = { id: change.id, text: before.text };
  for (const { change: other } of near)
    if (other.before !== null && likeness(other.before.text) > likeness(best.text))
      best = { id: other.id, text: other.before.text };
  const isOfOther = near.some(
    ({ change: other }) =>
      other !== change &&
      other.after !== null &&
      shared(before.text, other.after.text) > likeness(before.text),
  );
  if (best.id === change.id) return isOfOther && likeness(best.text) < like ? { id: null, text: "" } : best;
  if (likeness(best.text) >= like) return best;
  return isOfOther ? { id: null, text: "" } : { id: change.id, text: before.text };
}

/** Of the words of both texts, how many they have to share to be one text. */
const like = 0.3;

function shared(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const both = [...a].filter((word) => b.has(word)).length;
  return both / Math.max(a.size + b.size - both, 1);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
