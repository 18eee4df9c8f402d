import type { Finding } from "../../../entries/entry.ts";
import type { Cited } from "../../../trace/trace-target.ts";
import type { ConformanceEntry } from "../conformance.ts";
import { demandsOf } from "../demands/demands.ts";
import { isRaise } from "../../syntax/node-kinds.ts";
import { nodesIn } from "../../syntax/syntax-node.ts";
import { stemsOf } from "../demands/stems.ts";
import { findLiteral, isLookedFor } from "../source/find-literal.ts";
import type { Literal } from "../demands/literals.ts";
import type { Product, Unit } from "../source/product.ts";
import { spacedWords } from "../../syntax/values.ts";

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
      // A test that names it may show that it is gone.
      for (const { file, line } of cited.get(entry.id)?.source.slice(0, 3) ?? [])
        findings.push({
          rule: "retired-still-named",
          id: entry.id,
          file,
          line,
          message: `${entry.id} was retired, and the code still names it.`,
        });
    }
    if (entry.isRetired === true && findings.length === 0) {
      const done = stillDone(entry, now, product);
      if (done !== null)
        findings.push({
          rule: "removed-still-there",
          id: entry.id,
          file: done.file,
          line: done.node.line,
          message: `${entry.id} was retired, and \`${done.name ?? ""}\` is still there.`,
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

const refusing = /\b(?:deprecated|removed|gone|no longer|unsupported|not supported|legacy|migrat)/i;

/**
 * A function that is called by what a retired entry's title speaks of and nothing in the spec does any more: `reopen` of
 * "Reopening tickets". One that only refuses is right.
 */
function stillDone(entry: ConformanceEntry, now: string, { units }: Product): Unit | null {
  const live = stemsOf(now.replace(/[_-]/g, " "));
  const title = titleIn(entry);
  const stems = [...stemsOf(title)].filter((stem) => !live.has(stem));
  if (stems.length === 0) return null;
  const act =
    [...stemsOf(/^\W*(\w+ing)\b/.exec(title)?.[1] ?? "")].find((stem) => stems.includes(stem)) ?? null;
  const verb = act ?? (stems.length === 1 ? (stems[0] ?? null) : null);
  const isAsked = ({ kind, name, node }: Unit): boolean => {
    if (kind !== "function" || name === null || refusing.test(node.text.slice(0, 2_000))) return false;
    const [first = ""] = spacedWords(name).split(/[\s_]+/);
    const held = stemsOf(name);
    const isOnlyRaised = [...nodesIn(node)].filter(isRaise).length > 0 && node.text.length < 200;
    return (
      !isOnlyRaised && (verb === null ? stems.every((stem) => held.has(stem)) : stemsOf(first).has(verb))
    );
  };
  return units.find(isAsked) ?? null;
}

/** The title that an entry is called by, or the one in front of its text. */
function titleIn({ id, text }: ConformanceEntry): string {
  const own = id.slice(Math.max(id.lastIndexOf("#"), id.lastIndexOf("/")) + 1);
  const [line = ""] = text.split("\n", 1);
  return /\s/.test(own) ? own : /^[^.:*~]{3,60}$/.test(line) ? line : "";
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
