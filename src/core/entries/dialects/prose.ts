import type { Confidence, Dialect, Draft, Standing } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { type NormativeStrength, normativeStrength } from "./normative.ts";
import { proseDrafts } from "./prose-drafts.ts";
import { countsRequirements } from "./rule-rows.ts";
import { scopeOf } from "./scope.ts";
import { plainHeading, sectionEntries } from "./section-drafts.ts";
import { isStoryItem } from "./story-line.ts";

/** Lines of a short file, so that one rule in three lines is no great share. */
const shortFile = 20;
const aFewLines = 8;
const fewStories = 3;

/** D11: a spec without IDs. Sections are called by their anchor, rules inside them by their first words. */
export const prose: Dialect = {
  name: "prose",
  describes:
    "no IDs: sections by their anchor, and in them each list item, sentence or numbered row with a normative word; user stories in lists; `Given … When … Then`",
  example: "## Reconnecting\n\nThe client MUST reconnect at once.",
  namesSections: true,
  recognises(source: SourceFile, standing = "open"): Confidence {
    if (standing === "companion") return readMe.test(source.path) && isSpecItself(source) ? 0.55 : 0;
    const scan = scanSource(source);
    const strength = normativeStrength(scan);
    return confidenceIn(scan, strength, standing);
  },
  entries(source: SourceFile, around) {
    const scan = scanSource(source);
    const drafts = proseDrafts(scan, around);
    return sectionEntries(
      source,
      around === undefined || drafts.length > 0 ? drafts : wholeFile(scan),
      around,
    );
  },
};

function confidenceIn(scan: ScannedSource, strength: NormativeStrength, standing: Standing): Confidence {
  if (strength.boilerplate && Math.max(strength.capitals, strength.rules) >= 2) return 0.65;
  const isNear = standing === "near" || titleIsSpec(scan);
  const isLikely = standing === "named" || standing === "likely";
  if (statesRulesInCapitals(strength, isNear || isLikely ? 0.01 : 0.03)) return 0.6;
  if (isLikely) return 0.55;
  if (isNear && share(strength.strict, strength, aFewLines) >= 0.15) return 0.55;
  if (strength.steps >= 2 || statesRulesInSmallLetters(strength)) return 0.5;
  if (tellsStories(scan) || countsRequirements(scan)) return 0.5;
  return strength.strict >= 8 ? 0.3 : 0.05;
}

const readMe = /(?:^|\/)readme[^/]*$/i;

/** A read-me that says how its words bind and then states rule after rule is the specification. */
function isSpecItself(source: SourceFile): boolean {
  const scan = scanSource(source);
  const strength = normativeStrength(scan);
  return strength.boilerplate && strength.rules >= (titleIsSpec(scan) ? 5 : 12);
}

function share(count: number, { lines }: NormativeStrength, least: number): number {
  return count / Math.max(lines, least);
}

function statesRulesInCapitals(strength: NormativeStrength, least: number): boolean {
  return strength.capitals >= 3 && share(strength.capitals, strength, shortFile) >= least;
}

function tellsStories(scan: ScannedSource): boolean {
  return scan.items.filter((item) => isStoryItem(scan, item)).length >= fewStories;
}

function statesRulesInSmallLetters(strength: NormativeStrength): boolean {
  return strength.strict >= 3 && share(strength.strict, strength, shortFile) >= 0.15;
}

/** A file without headings and rules is one section. */
function wholeFile(scan: ScannedSource): Draft[] {
  const first = scan.lines.find(({ kind }) => kind !== "blank" && kind !== "front-matter");
  if (first === undefined) return [];
  const extent = { line: first.number, endLine: scan.lines.length, parent: -1, section: "" };
  return [{ id: `${scopeOf(scan.path)}#text`, kind: "section", ...extent, first: first.content }];
}

function titleIsSpec(scan: ScannedSource): boolean {
  return scan.headings
    .slice(0, 3)
    .some((heading) => /\b(?:specification|standard|protocol)\b/i.test(plainHeading(heading.text)));
}
