import type { Recommendation, Review } from "../decision/review.ts";
import type { Finding } from "../entries/entry.ts";
import { visibleText, type HiddenText } from "../entries/hidden-text.ts";
import type { CommentContext } from "./comment-context.ts";
import { clip, inlineText, richText } from "./escape.ts";
import { blobUrl } from "./link.ts";
import { listWords, plural } from "./wording.ts";

/** What is wrong or doubtful in how the spec is written, hidden text included; one list item each. */
export function hygieneLines(review: Review, context: CommentContext): string[] {
  const found = review.findings.map((finding) => findingLine(finding, review, context));
  const hidden = review.recommendations
    .flatMap((r) => hiddenFindings(r))
    .map((f) => findingLine(f, review, context));
  return [...found, ...hidden];
}

/** Entries whose changed text holds something a reader does not see. */
export function hiddenFindings({ change }: Recommendation): Finding[] {
  if (change.after === null) return [];
  const { hidden } = visibleText(change.after.text);
  if (hidden.length === 0) return [];
  const message = `Hidden text was removed before this entry was read and shown: ${describeHidden(hidden)}.`;
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

export function describeHidden(hidden: readonly HiddenText[]): string {
  return listWords(hidden.map(({ kind, count }) => plural(count, hiddenWords[kind])));
}

function findingLine(finding: Finding, review: Review, context: CommentContext): string {
  const url = blobUrl(context, review.head, finding.file, finding.line);
  const where = finding.id ?? `${finding.file}:${finding.line}`;
  return `- [${inlineText(clip(where, 80))}](${url}): ${richText(clip(finding.message, 300))}`;
}
