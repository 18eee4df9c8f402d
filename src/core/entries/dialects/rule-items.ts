import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { isInformativeTitle } from "../informative-section.ts";
import { listsNoDemand } from "./feature-units.ts";
import { besideRules } from "./lists-with-rules.ts";
import { normativeStrength, statesRule, statesRuleInCapitals } from "./normative.ts";
import { plainHeading } from "./section-drafts.ts";

export type Binds = (heading: number, text: string) => boolean;

/** Whether a text states a rule below a heading: a section that argues does so in capitals only, as does what is below it. */
export function bindingIn(scan: ScannedSource): Binds {
  const argues: boolean[] = [];
  for (const { text, parent } of scan.headings)
    argues.push((argues[parent] ?? false) || isInformativeTitle(plainHeading(text)));
  return (heading, text) => (argues[heading] === true ? statesRuleInCapitals(text) : statesRule(text));
}

type RuleItems = Map<number, "statement" | "group">;

/** List items that state a rule themselves, and those that have one below them. */
export function ruleItems(scan: ScannedSource, binds: Binds): RuleItems {
  const kinds = new Map() as RuleItems;
  for (const line of scan.lines) {
    if (line.kind === "text" && line.item >= 0 && line.quote === 0 && binds(line.heading, line.content))
      kinds.set(line.item, "statement");
  }
  for (let index = scan.items.length - 1; index >= 0; index -= 1) {
    const parent = scan.items[index]?.parent ?? -1;
    if (kinds.has(index) && parent >= 0 && !kinds.has(parent)) kinds.set(parent, "group");
  }
  return kinds;
}

/** Of a document of few rules, none in capitals: with a rule, the other bullets of its list, which are no less asked for. */
export function askedItems(scan: ScannedSource, versions: readonly ScannedSource[]): RuleItems {
  const kindsOf = new Map(versions.map((version) => [version, ruleItems(version, bindingIn(version))]));
  const kinds = new Map(kindsOf.get(scan));
  if (versions.some(isInCapitals)) return kinds;
  const beside = besideRules(scan, versions, (version, item) => kindsOf.get(version)?.has(item) === true);
  for (const item of beside) if (!kinds.has(item) && isAsked(scan, item)) kinds.set(item, "statement");
  return kinds;
}

/** It says which of its sentences bind. */
function isInCapitals(scan: ScannedSource): boolean {
  return normativeStrength(scan).capitals > 0;
}

/** Some words, not below a heading such as "Non-goals". */
function isAsked(scan: ScannedSource, item: number): boolean {
  const { line = 1, heading = -1 } = scan.items[item] ?? {};
  const words = (scan.lines[line - 1]?.content ?? "").split(/\s+/u).length;
  return words >= 2 && !listsNoDemand(scan.headings[heading]?.text ?? "");
}
