import type { Recommendation, Review } from "../decision/review.ts";
import type { CommentContext } from "./comment-context.ts";
import { clip, clipName, inlineText, quoteText, withoutMarkup } from "./escape.ts";
import { blobUrl } from "./link.ts";
import { shownId } from "./shown-id.ts";
import { changedText, maxShown } from "./text-diff.ts";
import { withGaps } from "../entries/with-gaps.ts";

/** The entry's ID, linked to its line at head, or at base when it was removed. */
export function entryLink(recommendation: Recommendation, review: Review, context: CommentContext): string {
  const { change } = recommendation;
  const commit = change.after === null ? review.base : review.head;
  const id = inlineText(clipName(shownId(change.id, review), 80));
  // On disk the line of a removed entry belongs to something else.
  if (change.after === null && context.webUrl === "") return id;
  return `[${id}](${blobUrl(context, commit, change.file, change.line)})`;
}

/**
 * What the pull request did to the entry's text: a word diff for a changed or replacing entry, the new text for an
 * added one, the old text struck out for a removed one.
 */
export function entryText(recommendation: Recommendation, review: Review): string {
  const now = recommendation.change.after;
  const after = now === null ? "" : withGaps(now);
  const { text: before, of } = textBefore(recommendation, review);
  if (before === null || before === after) return quoteText(clip(withoutMarkup(after), maxShown));
  if (after === "") return `> <del>${inlineText(clip(before, maxShown))}</del>`;
  const other =
    of === null
      ? ""
      : `Against the text of ${inlineText(clip(shownId(of, review), 80))}, whose place it takes:\n\n`;
  return `${other}${changedText(before, after)}`;
}

/** The first words of what was taken away, struck out. */
export function takenText({ change }: Recommendation): string {
  return `<del>${inlineText(clip(change.before === null ? "" : withGaps(change.before), maxTaken))}</del>`;
}

const maxTaken = 160;

interface TextBefore {
  readonly text: string | null;
  /** The other entry whose text it is. */
  readonly of: string | null;
}

function textBefore(recommendation: Recommendation, review: Review): TextBefore {
  const { change } = recommendation;
  if (change.before !== null) return { text: withGaps(change.before), of: null };
  const replaced = change.replaces[0];
  if (replaced === undefined) return { text: null, of: null };
  const other = review.recommendations.find((candidate) => candidate.change.id === replaced);
  return { text: other?.change.before ? withGaps(other.change.before) : null, of: replaced };
}
