import type { JudgedEntry } from "../code/verification/judge/full-report.ts";
import type { EntryConformance } from "../code/verification/conformance.ts";
import { missingFirst } from "./conformance-table.ts";
import { clip, codeText, inlineText } from "./escape.ts";

interface DemandRows {
  readonly head: readonly string[];
  readonly lines: readonly string[];
}

type Place = { readonly file: string; readonly line: number } | undefined;

/** Demands as rows of a Markdown table, what is missing first in each entry; a judge's column only where one judged. */
export function demandRows(
  entries: readonly EntryConformance[],
  judged: readonly JudgedEntry[] = [],
): DemandRows {
  const isJudged = judged.some(({ demands }) => demands !== null);
  const titles = ["Demand", "State", ...(isJudged ? ["Judge"] : []), "Code", "Test", "Words of the spec"];
  return {
    head: [`| ${titles.join(" | ")} |`, `| ${titles.map(() => "---").join(" | ")} |`],
    lines: entries.flatMap(({ id, demands }) => {
      const verdicts = judged.find((one) => one.id === id)?.demands ?? [];
      return [...demands].sort(missingFirst).map(({ demand, state, source, tests }) => {
        const verdict = verdicts.find(({ number }) => number === demand.number)?.verdict ?? "";
        const cells = [
          codeText(clip(`${id}.${String(demand.number)}`, 80)),
          state,
          ...(isJudged ? [verdict] : []),
          placeText(source[0]),
          placeText(tests[0]),
          inlineText(clip(demand.quote.replace(/\s+/g, " "), 120)).replaceAll("|", "\\|"),
        ];
        return `| ${cells.join(" | ")} |`;
      });
    }),
  };
}

function placeText(at: Place): string {
  return at === undefined ? "" : codeText(`${clip(at.file, 100)}:${String(at.line)}`);
}
