import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { Heading, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { entriesOf } from "./draft.ts";
import { nestByExtent } from "./nest-by-extent.ts";
import { scopeOf, seenTitle } from "./scope.ts";
import { sectionAbove } from "./section-drafts.ts";

const requirement = /^requirement:\s*(\S.*)$/i;
const scenario = /^scenario:\s*(\S.*)$/i;
const delta = /^(added|modified|removed|renamed)\s+requirements$/i;
const renaming = /^(from|to):(.*)$/i;

/** D3: OpenSpec's `### Requirement: Title` with `#### Scenario: Title`, in spec files and in delta files of a change. */
export const titledRequirement: Dialect = {
  name: "titled-requirement",
  describes:
    "`### Requirement: Title` with `#### Scenario: Title` below it, as OpenSpec writes specs and changes",
  example:
    "### Requirement: Reconnecting\n\nThe client SHALL reconnect at once.\n\n#### Scenario: The network is back",
  recognises(source: SourceFile): Confidence {
    const headings = scanSource(source).headings.filter((heading) => heading.top);
    if (headings.some((heading) => requirement.test(heading.text))) return 0.95;
    return headings.some((heading) => delta.test(heading.text)) ? 0.7 : 0;
  },
  drafts(source: SourceFile) {
    return findDrafts(scanSource(source));
  },
  entries(source: SourceFile) {
    return entriesOf(this, source);
  },
};

function findDrafts(scan: ScannedSource): Draft[] {
  return nestByExtent([...headingDrafts(scan), ...renamings(scan)]);
}

function headingDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  const drafts: Draft[] = [];
  let owner: Draft | null = null;
  let operation = "";
  for (const heading of scan.headings) {
    if (!heading.top) continue;
    if (owner && heading.line > owner.endLine) owner = null;
    const named = seenTitle(heading.text);
    const title = captured(requirement, named);
    const scene = captured(scenario, named);
    const place = placeOf(scan, heading);
    if (title !== null) {
      const kind = operation === "" ? "requirement" : `${operation} requirement`;
      owner = {
        ...place,
        id: `${scope}#${title}`,
        kind,
        status: operation === "removed" ? "retired" : "live",
        traits: { isWhole: true },
      };
      drafts.push(owner);
    } else if (scene !== null) {
      const above = owner ? owner.id : `${scope}#${named}`;
      drafts.push({ ...place, id: `${above}/${scene}`, kind: "scenario", traits: { isPart: true } });
    } else if (heading.level <= 2) operation = captured(delta, heading.text)?.toLowerCase() ?? "";
  }
  return drafts;
}

function captured(pattern: RegExp, text: string): string | null {
  return pattern.exec(text)?.[1]?.trim() ?? null;
}

function placeOf(scan: ScannedSource, heading: Heading): Omit<Draft, "id" | "kind"> {
  const section = sectionAbove(scan, heading.parent);
  return { line: heading.line, endLine: heading.sectionEnd, parent: -1, section, first: null };
}

/** `- FROM:` and `- TO:` bullets: one draft per pair, named by the new title and referring to the old one. */
function renamings(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  const drafts: Draft[] = [];
  let from: string | null = null;
  for (const item of scan.items) {
    const heading = scan.headings[item.heading];
    if (!heading || captured(delta, heading.text)?.toLowerCase() !== "renamed") continue;
    const first = scan.lines[item.line - 1]?.content ?? "";
    const [, side = "", named = ""] = renaming.exec(first.slice(0, 600)) ?? [];
    const title = titleIn(named);
    if (side.toLowerCase() === "from") from = title;
    if (side.toLowerCase() !== "to") continue;
    const references = from === null ? [] : [`${scope}#${from}`];
    const place = { line: item.line, endLine: item.endLine, parent: -1, section: heading.path, first };
    drafts.push({
      ...place,
      id: `${scope}#${title}`,
      kind: "renamed requirement",
      traits: { isWhole: true },
      references,
    });
    from = null;
  }
  return drafts;
}

/** `` `### Requirement: Title` `` without the code marks, the heading's and the keyword. */
function titleIn(named: string): string {
  const heading = seenTitle(named.replaceAll("`", "")).trim();
  return heading
    .replace(/^#{1,6}/, "")
    .trimStart()
    .replace(/^requirement:/i, "")
    .trim();
}
