import type { Review } from "../decision/review.ts";
import { listWords, plural } from "./wording.ts";

/** The review in one line: how many entries take which path. */
export function verdictLine(review: Review): string {
  const count = (path: string): number => review.recommendations.filter((r) => r.path === path).length;
  const parts: string[] = [];
  const [code, design, none] = [count("code"), count("design"), count("none")];
  if (code > 0) parts.push(`${code} can go straight to code`);
  if (design > 0) parts.push(`${design} ${design === 1 ? "needs" : "need"} a design first`);
  if (none > 0)
    parts.push(
      code + design === 0 ? "nothing to build" : `${none} ${none === 1 ? "has" : "have"} nothing to build`,
    );
  return `${plural(review.recommendations.length, "changed entry", "changed entries")}: ${listWords(parts)}.`;
}
