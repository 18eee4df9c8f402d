import type { Confidence, Dialect, Surroundings } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { Heading, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { featureHeadings } from "./feature-headings.ts";
import { normativeStrength } from "./normative.ts";
import { plainHeading, sectionDrafts, sectionEntries } from "./section-drafts.ts";

const number = /^((?:\d{1,3}|[A-Z])(?:\.\d{1,3}){0,6})\.?\s+(\S.*)$/;
const placeholder = /^(§[\p{L}\p{N}_-]{1,120})\s+(\S.*)$/u;
/** `§12.2.1`, `§A.1`; a placeholder's ID has the sign in it. */
const reference =
  /§(\d{1,3}(?:\.\d{1,3}){0,6}|[A-Z](?:\.\d{1,3}){1,6}|[A-Z](?![\p{L}\p{N}_-]))|§\p{L}[\p{L}\p{N}_-]{1,120}/gu;

/** D7: sections called by their number, as ISO and IETF documents write them; `§Name` until a number is given. */
export const numberedHeading: Dialect = {
  name: "numbered-heading",
  describes:
    "`### 12.8.9 Title`: the section number is the ID (`§Name` before one is given); matched by title, then by number",
  example:
    "## 12 Connections\n\n### 12.1 Reconnecting\n\nThe client must reconnect at once.\n\n### 12.2 Closing\n\nThe client must say why it closes.",
  namesSections: true,
  recognises(source: SourceFile, standing): Confidence {
    const scan = scanSource(source);
    const headings = scan.headings.filter((heading) => heading.top);
    const found = headings.filter((heading) => nameOf(heading) !== null);
    const deep = found.filter((heading) => /^(?:\d+|[A-Z])\.\d/.test(plainHeading(heading.text)));
    if (found.length < 3 || found.length < 0.6 * headings.length || deep.length < 2) return 0;
    if (standing === "companion") return 0.3;
    if (normativeStrength(scan).words < 3 && !isChapter(found)) return 0.3;
    return deep.length >= 5 ? 0.8 : 0.65;
  },
  entries(source: SourceFile, around) {
    const found = sectionEntries(source, findDrafts(scanSource(source), around), around);
    const entries = found.entries.map((entry) => ({
      ...entry,
      references: [
        ...new Set([...referencesIn(entry.text), ...(entry.id.includes("#") ? entry.references : [])]),
      ],
    }));
    return { entries, findings: duplicateIds(entries) };
  },
};

function nameOf(heading: Heading): { id: string; title: string } | null {
  const text = plainHeading(heading.text);
  const found = number.exec(text) ?? placeholder.exec(text);
  return found?.[1] === undefined ? null : { id: found[1], title: found[2] ?? "" };
}

/** `# 21 Title` with `21.1`, `21.2` below: a chapter of a numbered document, in few normative words or in none. */
function isChapter(found: readonly Heading[]): boolean {
  const ids = found.flatMap((heading) => nameOf(heading)?.id ?? []);
  const first = ids[0] ?? "";
  return /^(?:\d+|[A-Z])$/.test(first) && ids.slice(1).every((id) => id.startsWith(`${first}.`));
}

/** Headings without a number belong to the numbered section around them, unless that lists features: then each is one. */
function findDrafts(scan: ScannedSource, around?: Surroundings) {
  const features = featureHeadings(scan, (heading) => nameOf(heading)?.title ?? null);
  return sectionDrafts(scan, around, {
    leaveOut: (heading) => nameOf(heading) === null && !features.has(heading),
    name: (heading) => {
      const named = nameOf(heading);
      return named ? { id: named.id, first: named.title } : {};
    },
  }).drafts;
}

function referencesIn(text: string): string[] {
  return [...new Set([...text.matchAll(reference)].map((found) => found[1] ?? found[0]))];
}
