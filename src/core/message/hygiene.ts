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
  return [...review.findings, ...hiddenFindings(review.recommendations)];
}

/** Files whose changed entries hold something that a reader does not see: one finding each, at its first place. */
function hiddenFindings(recommendations: readonly Recommendation[]): Finding[] {
  const files = new Map<string, { first: Recommendation; entries: number; counts: Map<string, number> }>();
  for (const one of recommendations) {
    const { change, hidden } = one;
    const found = change.after === null ? null : hidden === undefined ? hiddenIn(change.after.text) : hidden;
    if (found === null) continue;
    const file = files.get(change.file) ?? { first: one, entries: 0, counts: new Map<string, number>() };
    file.entries += 1;
    for (const { kind, count } of found.characters)
      file.counts.set(hiddenWords[kind], (file.counts.get(hiddenWords[kind]) ?? 0) + count);
    for (const { kind, count } of found.sentences)
      file.counts.set(kind, (file.counts.get(kind) ?? 0) + count);
    files.set(change.file, file);
  }
  return [...files.values()].map(({ first: { change }, entries, counts }) => {
    const removed = listWords([...counts].map(([word, count]) => plural(count, word)));
    const more =
      entries > 1 ? ` and ${plural(entries - 1, "further entry", "further entries")} of this file` : "";
    const message = `Hidden text was removed before this entry${more} ${entries > 1 ? "were" : "was"} shown here or to a model: ${removed}.`;
    return { rule: "hidden-text", id: change.id, file: change.file, line: change.line, message };
  });
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
