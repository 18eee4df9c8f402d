import type { JudgedEntry } from "./full-report.ts";
import type { EntryConformance } from "../conformance.ts";

/** Lines that a writer is given to mend at once. */
const maxLines = 30;

/**
 * Demands that somebody who did not write the code found unmet, as lines for the writer: those of the judge, and what code
 * did not find where the judge did not see it either. Where the judge is sure of nothing, or nobody judged, nothing: what is
 * not told may be right, and a repair costs as much as the work.
 */
export function unmetDemands(
  entries: readonly EntryConformance[],
  judged: readonly JudgedEntry[],
): readonly string[] {
  const isCertain = judged.some(({ demands }) =>
    (demands ?? []).some(({ verdict }) => verdict === "not met" || verdict === "not tested"),
  );
  if (!isCertain) return [];
  return entries
    .flatMap(({ id, demands }) => {
      const verdicts = judged.find((entry) => entry.id === id)?.demands ?? null;
      return demands.flatMap(({ demand, state, because }): string[] => {
        const said = verdicts?.find(({ number }) => number === demand.number);
        if (said === undefined || said.verdict === "met" || said.verdict === "asks nothing") return [];
        const isOpen = said.verdict === "can't tell" && state === "shown";
        if (isOpen) return [];
        const why = said.verdict === "can't tell" ? (because ?? said.because) : said.because;
        return [`${id}, "${shortened(demand.quote)}": ${why}`];
      });
    })
    .slice(0, maxLines);
}

const maxQuote = 160;

/** The words of a demand, links by their text, cut between words. */
function shortened(quote: string): string {
  const words = quote.replace(/\[([^\]\n]{1,200})\]\([^)\n]{0,300}\)/g, "$1").replace(/\s+/g, " ");
  if (words.length <= maxQuote) return words;
  return `${words.slice(0, words.lastIndexOf(" ", maxQuote))} …`;
}

/** The later verdicts in the place of the earlier ones of the same entries. */
export function withLaterVerdicts(
  before: readonly JudgedEntry[],
  after: readonly JudgedEntry[],
): readonly JudgedEntry[] {
  const again = new Map(after.map((entry) => [entry.id, entry]));
  return before.map((entry) => again.get(entry.id) ?? entry);
}

/** Entries of which a judge has something to say against. */
export function unmetEntries(judged: readonly JudgedEntry[]): ReadonlySet<string> {
  return new Set(
    judged
      .filter(({ demands }) =>
        (demands ?? []).some(({ verdict }) => verdict !== "met" && verdict !== "asks nothing"),
      )
      .map(({ id }) => id),
  );
}
