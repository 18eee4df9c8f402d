import { diffWordsWithSpace } from "diff";
import type { Recommendation, Review } from "../decision/review.ts";
import type { CommentContext } from "./comment-context.ts";
import { clip, inlineText, quoteText } from "./escape.ts";
import { blobUrl } from "./link.ts";
import { shownId } from "./shown-id.ts";
import { visibleText } from "../markdown/hidden-text.ts";

/** Characters of an entry's text that are shown; the link leads to the rest. */
const maxShown = 1_500;

/** The entry's ID, linked to its line at head, or at base when it was removed. */
export function entryLink(recommendation: Recommendation, review: Review, context: CommentContext): string {
  const { change } = recommendation;
  const commit = change.after === null ? review.base : review.head;
  const url = blobUrl(context, commit, change.file, change.line);
  return `[${inlineText(clip(shownId(change.id, review), 80))}](${url})`;
}

/**
 * What the pull request did to the entry's text: a word diff for a changed or replacing entry, the new text for an
 * added one, the old text struck out for a removed one.
 */
export function entryText(recommendation: Recommendation, review: Review): string {
  const after = recommendation.change.after?.text ?? "";
  const before = textBefore(recommendation, review);
  if (before === null || before === after) return quoteText(clip(after, maxShown));
  if (after === "") return `> <del>${inlineText(clip(before, maxShown))}</del>`;
  return changedText(before, after);
}

/** The first words of what was taken away, struck out. */
export function takenText({ change }: Recommendation): string {
  return `<del>${inlineText(clip(change.before?.text ?? "", maxTaken))}</del>`;
}

const maxTaken = 160;

/** Two texts of one entry as a word diff, quoted. */
export function changedText(before: string, after: string): string {
  return `> ${wordDiffText(clip(before, maxShown), clip(after, maxShown))}`;
}

function textBefore(recommendation: Recommendation, review: Review): string | null {
  const { change } = recommendation;
  if (change.before !== null) return change.before.text;
  const replaced = change.replaces[0];
  if (replaced === undefined) return null;
  const other = review.recommendations.find((candidate) => candidate.change.id === replaced);
  return other?.change.before?.text ?? null;
}

function wordDiffText(before: string, after: string): string {
  const clean = (text: string): string => visibleText(text).text.replace(/\s+/gu, " ").trim();
  const parts = diffWordsWithSpace(clean(before), clean(after), { maxEditLength: 400 });
  if (parts === undefined) return `<del>${inlineText(before)}</del><br><ins>${inlineText(after)}</ins>`;
  return parts.map((part) => markPart(part.value, part.added, part.removed)).join("");
}

function markPart(value: string, added: boolean, removed: boolean): string {
  const text = inlineText(value);
  if (text === "") return value === "" ? "" : " ";
  const lead = value.startsWith(" ") ? " " : "";
  const trail = value.endsWith(" ") ? " " : "";
  if (added) return `${lead}<ins>${text}</ins>${trail}`;
  if (removed) return `${lead}<del>${text}</del>${trail}`;
  return `${lead}${text}${trail}`;
}
