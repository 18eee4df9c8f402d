import type { Finding } from "../../entries/entry.ts";
import type { Cited } from "../../trace/trace-target.ts";
import type { ConformanceEntry } from "./conformance.ts";
import { demandsOf } from "./demands.ts";
import { findLiteral, isLookedFor } from "./holds-literal.ts";
import type { Literal } from "./literals.ts";
import type { Product } from "./product.ts";

interface Around {
  readonly cited: ReadonlyMap<string, Cited>;
  readonly product: Product;
  readonly spec: readonly { readonly id: string; readonly text: string }[];
}

/**
 * What an entry asked for before and asks no more, and the code still does: a retired entry that code names, and values of
 * the earlier text that nothing in the spec has any longer. What is gone is right.
 */
export function retiredFindings(
  entries: readonly ConformanceEntry[],
  { cited, product, spec }: Around,
): Finding[] {
  const now = spec
    .filter(({ id }) => !entries.some((entry) => entry.id === id && entry.isRetired === true))
    .map(({ text }) => text)
    .join("\n");
  return entries.flatMap((entry): Finding[] => {
    const findings: Finding[] = [];
    if (entry.isRetired === true) {
      const { source, tests } = cited.get(entry.id) ?? { source: [], tests: [] };
      for (const { file, line } of [...source, ...tests].slice(0, 3))
        findings.push({
          rule: "retired-still-named",
          id: entry.id,
          file,
          line,
          message: `${entry.id} was retired, and the code still names it.`,
        });
    }
    const before = entry.previousText ?? null;
    if (before === null || entry.exempt !== undefined) return findings;
    for (const literal of telling(before, now)) {
      const found = product.units
        .map((unit) => ({ unit, node: findLiteral(unit.values, literal) }))
        .find(({ node }) => node !== null);
      if (found === undefined || found.node === null) continue;
      const message = `\`${literal.text}\` of the earlier text of ${entry.id} is asked for no more, and still there.`;
      findings.push({
        rule: "removed-still-there",
        id: entry.id,
        file: found.unit.file,
        line: found.node.line,
        message,
      });
    }
    return findings;
  });
}

/** Values that can only be meant for the earlier text: long enough, and nowhere in the spec as it stands. */
function telling(before: string, now: string): readonly Literal[] {
  const literals = demandsOf(before, new Set())
    .flatMap((demand) => demand.literals)
    .filter(isLookedFor);
  const unique = new Map(literals.map((literal) => [literal.text, literal]));
  return [...unique.values()]
    .filter(({ text, kind }) => text.length >= (kind === "number" ? 4 : 5) && !now.includes(text))
    .slice(0, 6);
}
