import { hiddenIn } from "../decision/hidden-in-entry.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import type { Finding } from "../entries/entry.ts";
import type { HiddenText } from "../markdown/hidden-text.ts";
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
  return [...review.findings, ...review.recommendations.flatMap(hiddenFindings)];
}

/** Entries whose changed text holds something a reader does not see. */
function hiddenFindings({ change, hidden }: Recommendation): Finding[] {
  if (change.after === null) return [];
  const found = hidden === undefined ? hiddenIn(change.after.text) : hidden;
  if (found === null) return [];
  const removed = listWords([
    ...found.characters.map(({ kind, count }) => plural(count, hiddenWords[kind])),
    ...found.sentences.map(({ kind, count }) => plural(count, kind)),
  ]);
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

function findingLine(finding: Finding, review: Review, context: CommentContext): string {
  const url = blobUrl(context, review.head, finding.file, finding.line);
  const where = finding.id ?? `${finding.file}:${finding.line}`;
  return `- [${inlineText(clip(where, 80))}](${url}): ${richText(clip(finding.message, 300))}`;
}
