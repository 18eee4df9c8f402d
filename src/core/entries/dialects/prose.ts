import type { Confidence, Dialect } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { normativeStrength } from "./normative.ts";
import { proseDrafts } from "./prose-drafts.ts";
import { plainHeading, sectionEntries } from "./section-drafts.ts";

/** Lines of a short file, so that one rule in three lines is no great share. */
const shortFile = 20;
const aFewLines = 8;

/** D11: a spec without IDs. Sections are called by their anchor, rules inside them by their first words. */
export const prose: Dialect = {
  name: "prose",
  describes:
    "no IDs: sections by their anchor, and in them each list item, sentence or numbered row with a normative word; `Given … When … Then`",
  example: "## Reconnecting\n\nThe client MUST reconnect at once.",
  namesSections: true,
  recognises(source: SourceFile, standing = "open"): Confidence {
    if (standing === "companion") return 0;
    const scan = scanSource(source);
    const { capitals, strict, steps, boilerplate, lines } = normativeStrength(scan);
    const share = (count: number, least: number): number => count / Math.max(lines, least);
    if (boilerplate && capitals >= 2) return 0.65;
    const isNear = standing === "near" || titleIsSpec(scan);
    if (capitals >= 3 && share(capitals, shortFile) >= (isNear || standing === "likely" ? 0.01 : 0.03))
      return 0.6;
    if (standing === "named" || standing === "likely") return 0.55;
    if (isNear && share(strict, aFewLines) >= 0.15) return 0.55;
    if (steps >= 2 || (strict >= 3 && share(strict, shortFile) >= 0.15)) return 0.5;
    return strict >= 8 ? 0.3 : 0.05;
  },
  entries(source: SourceFile, around) {
    return sectionEntries(source, proseDrafts(scanSource(source), around), around);
  },
};

function titleIsSpec(scan: ScannedSource): boolean {
  return scan.headings
    .slice(0, 3)
    .some((heading) => /\b(?:specification|standard|protocol)\b/i.test(plainHeading(heading.text)));
}
