import type { Confidence, Dialect } from "../dialect.ts";
import type { Entry, SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { isCompanionFile } from "./companion-file.ts";
import { toEntries } from "./draft.ts";
import { linkedSections } from "./linked-sections.ts";
import { normativeStrength } from "./normative.ts";
import { proseDrafts } from "./prose-drafts.ts";
import { plainHeading } from "./section-drafts.ts";

const specLike =
  /(?:^|[\/_.-])(?:specs?|specifications?|standards?|protocols?|rfcs?|eips?|requirements)(?:$|[\/_.-])/i;

/** D11: a spec without IDs. Sections are called by their anchor, rules inside them by their first words. */
export const prose: Dialect = {
  name: "prose",
  describes: "no IDs: sections by their anchor, and in them each list item or sentence with a normative word",
  recognises(source: SourceFile): Confidence {
    if (isCompanionFile(source.path)) return 0;
    const scan = scanSource(source);
    const strength = normativeStrength(scan);
    const share = (lines: number): number => lines / Math.max(strength.lines, 20);
    const named = specLike.test(source.path.slice(-300)) || titleIsSpec(scan);
    if (strength.boilerplate && strength.capitals >= 2) return 0.65;
    if (strength.capitals >= 3 && share(strength.capitals) >= (named ? 0.01 : 0.03)) return 0.6;
    return strength.strict >= 8 ? 0.3 : 0.05;
  },
  entries(source: SourceFile): { entries: Entry[]; findings: [] } {
    const scan = scanSource(source);
    return { entries: linkedSections(toEntries(scan, proseDrafts(scan))), findings: [] };
  },
};

function titleIsSpec(scan: ScannedSource): boolean {
  return scan.headings
    .slice(0, 3)
    .some((heading) => /\b(?:specification|standard|protocol)\b/i.test(plainHeading(heading.text)));
}
