import type { Recommendation, Review } from "../decision/review.ts";
import type { Finding } from "../entries/entry.ts";
import { withoutUnseenMarkup } from "../entries/unseen-markup.ts";
import { visibleText, type HiddenText } from "../markdown/hidden-text.ts";
import type { CommentContext } from "./comment-context.ts";
import { clip, inlineText, richText } from "./escape.ts";
import { blobUrl } from "./link.ts";
import { listWords, plural } from "./wording.ts";

/** What is wrong or doubtful in how the spec is written, hidden text included; one list item each. */
export function hygieneLines(review: Review, context: CommentContext): string[] {
  return findingsOf(review).map((finding) => findingLine(finding, review, context));
}

/** All findings of a review, those about hidden text last. */
export function findingsOf(review: Review): readonly Finding[] {
  const known = found.get(review) ?? [...review.findings, ...review.recommendations.flatMap(hiddenFindings)];
  found.set(review, known);
  return known;
}

/** A review of thousands of entries is asked for them several times. */
const found = new WeakMap<Review, readonly Finding[]>();

/** Entries whose changed text holds something a reader does not see. */
function hiddenFindings({ change }: Recommendation): Finding[] {
  if (change.after === null) return [];
  const { text, hidden } = visibleText(change.after.text);
  const unseen = unseenTexts(text);
  if (hidden.length + unseen.length === 0) return [];
  const removed = listWords([...describedHidden(hidden), ...unseen]);
  const message = `Hidden text was removed before this entry was shown here or to a model: ${removed}.`;
  return [{ rule: "hidden-text", id: change.id, file: change.file, line: change.line, message }];
}

const hiddenWords: Readonly<Record<HiddenText["kind"], string>> = {
  comment: "comment",
  "zero-width": "zero-width character",
  bidi: "bidirectional control character",
  tag: "tag character",
  "variation-selector": "variation selector",
  control: "control or unassigned character",
  filler: "blank filler character",
};

function describedHidden(hidden: readonly HiddenText[]): string[] {
  return hidden.map(({ kind, count }) => plural(count, hiddenWords[kind]));
}

/** Texts of images, titles and the like that say a sentence; a word or two is usual there, and kept from models in silence. */
const sentenceWords = 6;

function unseenTexts(text: string): string[] {
  const counts = new Map<string, number>();
  for (const { kind, text: words } of withoutUnseenMarkup(text).unseen)
    if (words.split(/\s+/).length >= sentenceWords) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => plural(count, kind));
}

function findingLine(finding: Finding, review: Review, context: CommentContext): string {
  const url = blobUrl(context, review.head, finding.file, finding.line);
  const where = finding.id ?? `${finding.file}:${finding.line}`;
  return `- [${inlineText(clip(where, 80))}](${url}): ${richText(clip(finding.message, 300))}`;
}
