import type { Recommendation, Review } from "../decision/review.ts";
import { listWords, plural } from "./wording.ts";

/** The review in one line: how many entries take which path. */
export function verdictLine(review: Review): string {
  if (review.recommendations.length === 0) return noEntryChanged(review);
  const count = (column: string): number =>
    review.recommendations.filter((r) => columnOf(r) === column).length;
  const parts: string[] = [];
  const [code, design, none] = [count("code"), count("design"), count("none")];
  const [unread, back] = [count("unread"), count("back")];
  if (code > 0) parts.push(`${code} can go straight to code`);
  if (design > 0) parts.push(`${design} ${design === 1 ? "needs" : "need"} a design first`);
  if (unread > 0) parts.push(`${unread} not judged, as the rules read English`);
  if (back > 0) parts.push(`${back} to take back`);
  if (none > 0)
    parts.push(
      parts.length === 0 ? "nothing to build" : `${none} ${none === 1 ? "has" : "have"} nothing to build`,
    );
  return `${plural(review.recommendations.length, "changed entry", "changed entries")}: ${listWords(parts)}.`;
}

/** Says less where files were left out, as entries may stand in those. */
export function noEntryChanged({ unread = [], files, outside }: Review): string {
  if (unread.length === 0) return "No entry changed.";
  const isAnyRead = files.some(({ entries }) => entries.base + entries.head > 0);
  if (isAnyRead && outside.length === 0) return "No entry was found that changed.";
  return isAnyRead ? "No entry changed in the files that were read." : "No changed file was read as a spec.";
}

function columnOf({ path, decidedBy, takeBack }: Recommendation): string {
  if (decidedBy === "nobody") return "unread";
  return takeBack && path === "none" ? "back" : path;
}
