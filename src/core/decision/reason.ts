import type { Answer } from "./criterion.ts";
import { concreteness } from "./concreteness.ts";
import { demandIn } from "./demand.ts";
import { blockers, hasTestData } from "./policy.ts";
import type { Reading } from "./reading.ts";

const mostWords = 12;

/** What decided, in at most 12 words of this entry. */
export function reasonOf(answers: readonly Answer[], reading: Reading): string {
  const opposed = blockers(answers);
  const strongest = opposed.find((answer) => answer.verdict !== "unclear") ?? opposed[0];
  if (strongest !== undefined) return shorten(strongest.because);
  if (reading.fresh.length === 0) return "Takes a rule away; what is left stands as it was.";
  const names = exactNames(reading).slice(0, 2);
  const data = hasTestData(answers) ? "test data exists" : "needs test data";
  if (names.length === 0 && concreteness(reading) === 0) return `Nothing in it calls for a design; ${data}.`;
  if (names.length === 0) return shorten(`“${demandIn(reading, 4)}” leaves nothing open; ${data}.`);
  return shorten(`Exact about ${names.join(" and ")}; ${data}.`);
}

/** At most 12 words; longer text is cut and ends in an ellipsis. */
export function shorten(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length <= mostWords) return words.join(" ");
  const cut = words.slice(0, mostWords).join(" ");
  return `${cut.replace(/[,;:.]$/, "")}…`;
}

/** Code spans of the change that are one word, in order, without duplicates. */
export function exactNames(reading: Reading): readonly string[] {
  const names = new Set<string>();
  for (const passage of reading.fresh) {
    if (passage.inFence) continue;
    for (const match of passage.span.quote.matchAll(/`[^`\s]{2,40}`/g)) {
      if (!/^`\[|^`\(?[A-Z]{2}[A-Za-z-]{0,20}\d\w{0,20}\)?`$/.test(match[0])) names.add(match[0]);
    }
  }
  return [...names];
}
