import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { entriesOf } from "./draft.ts";
import { nestByExtent } from "./nest-by-extent.ts";
import { scopeOf, seenTitle, unique } from "./scope.ts";
import { sectionAbove } from "./section-drafts.ts";

const keyword = /^(feature|rule|background|scenario(?: outline| template)?|example):(.*)$/i;
const step = /^(?:given|when|then|and|but|\*)\s/i;

/** D14: Markdown with Gherkin (`.feature.md`): headings are features, rules and scenarios; bullets are steps. */
export const gherkinHeadings: Dialect = {
  name: "gherkin-headings",
  describes: "`# Feature:`, `## Rule:`, `## Scenario:` headings with `* Given` steps (Markdown with Gherkin)",
  example: "# Feature: Reconnecting\n\n## Scenario: The network is back\n\n* When the network is back",
  recognises(source: SourceFile): Confidence {
    const scan = scanSource(source);
    const headings = scan.headings.filter((heading) => heading.top && keyword.test(heading.text));
    if (headings.length === 0) return 0;
    if (/\.feature\.md$/i.test(source.path)) return 0.98;
    const steps = scan.items.filter((item) => step.test(scan.lines[item.line - 1]?.content ?? "")).length;
    const features = headings.filter((heading) => /^(?:feature|rule)/i.test(heading.text)).length;
    // A title `Feature: …` alone is how specs of other forms begin.
    const isTitleAlone = headings.every((heading) => /^feature/i.test(heading.text));
    return features > 0 && !isTitleAlone && steps >= headings.length - features ? 0.85 : 0;
  },
  drafts(source: SourceFile) {
    return findDrafts(scanSource(source));
  },
  entries(source: SourceFile) {
    return entriesOf(this, source);
  },
};

/** Examples and tags belong to the scenario; a scenario without a name is called by its keyword. */
function findDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  const taken = new Map<string, number>();
  const drafts: Draft[] = [];
  for (const heading of scan.headings) {
    const found = heading.top ? keyword.exec(heading.text) : null;
    if (!found) continue;
    const kind = (found[1] ?? "").toLowerCase();
    const name = (found[2] ?? "").trim();
    drafts.push({
      id: `${scope}#${unique(seenTitle(name) || kind, taken)}`,
      kind,
      traits: { isPart: /^scenario/.test(kind) },
      line: heading.line,
      endLine: heading.sectionEnd,
      parent: -1,
      section: sectionAbove(scan, heading.parent),
      first: name,
    });
  }
  return nestByExtent(drafts);
}
