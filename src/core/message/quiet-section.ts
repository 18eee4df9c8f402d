import type { Recommendation, Review } from "../decision/review.ts";
import { pushTo } from "../push-to.ts";
import type { CommentContext } from "./comment-context.ts";
import { entryLink } from "./entry-text.ts";
import { richText } from "./escape.ts";
import type { Section } from "./layout.ts";
import { changeWord, plural } from "./wording.ts";

/** Entries with nothing to build, expandable: those of one reason stand together. */
export function quietSection(
  quiet: readonly Recommendation[],
  review: Review,
  context: CommentContext,
): Section {
  const counts = new Map<string, number>();
  for (const r of quiet) counts.set(changeWord(r), (counts.get(changeWord(r)) ?? 0) + 1);
  const kinds = [...counts].map(([word, count]) => `${count} ${word}`).join(", ");
  const summary = `<summary>Nothing to build: ${plural(quiet.length, "entry", "entries")} (${kinds})</summary>`;
  const byReason = new Map<string, string[]>();
  for (const r of quiet) pushTo(byReason, saidOf(r), entryLink(r, review, context));
  return {
    head: `<details>${summary}\n`,
    lines: [...byReason].flatMap(([said, links]) => inLines(links).map((line) => `- ${line}, ${said}`)),
    separator: "\n",
    foot: "\n</details>",
  };
}

/** What was done to an entry is said once, also where the reason begins with it. */
function saidOf(r: Recommendation): string {
  const [word, reason] = [changeWord(r), richText(r.reason)];
  return reason.toLowerCase().startsWith(word) ? word + reason.slice(word.length) : `${word}: ${reason}`;
}

/** As many as are read at a glance; what is laid out on pages must not be one long line. */
const mostOfALine = 12;

function inLines(links: readonly string[]): readonly string[] {
  if (links.length <= mostOfALine) return [links.join(", ")];
  return [links.slice(0, mostOfALine).join(", "), ...inLines(links.slice(mostOfALine))];
}
