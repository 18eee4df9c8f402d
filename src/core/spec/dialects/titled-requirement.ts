import type { Confidence, Dialect } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../scan-source.ts";
import type { Heading, ScannedSource } from "../scanned-source.ts";
import { type Draft, toEntries } from "./draft.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { scopeOf } from "./scope.ts";
import { sectionAbove } from "./section-drafts.ts";

const requirement = /^requirement:\s*(\S.*)$/i;
const scenario = /^scenario:\s*(\S.*)$/i;
const delta = /^(added|modified|removed|renamed)\s+requirements$/i;
const renaming = /^(from|to):\s*`?\s*(?:#+\s*)?(?:requirement:)?\s*([^`]{1,400})`?\s*$/i;

/** D3: OpenSpec's `### Requirement: Title` with `#### Scenario: Title`, in spec files and in delta files of a change. */
export const titledRequirement: Dialect = {
  name: "titled-requirement",
  describes:
    "`### Requirement: Title` with `#### Scenario: Title` below it, as OpenSpec writes specs and changes",
  recognises(source: SourceFile): Confidence {
    const headings = scanSource(source).headings.filter((heading) => heading.top);
    if (headings.some((heading) => requirement.test(heading.text))) return 0.95;
    return headings.some((heading) => delta.test(heading.text)) ? 0.7 : 0;
  },
  entries(source: SourceFile) {
    const scan = scanSource(source);
    const entries = toEntries(scan, findDrafts(scan));
    return { entries, findings: duplicateIds(entries) };
  },
};

function findDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  const drafts: Draft[] = [];
  let parent = -1;
  let operation = "";
  scan.headings.forEach((heading) => {
    if (!heading.top) return;
    const section = sectionAbove(scan, heading.parent);
    const extent = { line: heading.line, endLine: heading.sectionEnd, section, first: null };
    const inside = parent >= 0 && heading.line <= (drafts[parent]?.endLine ?? 0);
    if (!inside) parent = -1;
    const asDelta = delta.exec(heading.text)?.[1]?.toLowerCase();
    const title = requirement.exec(heading.text)?.[1]?.trim();
    const scene = scenario.exec(heading.text)?.[1]?.trim();
    if (asDelta !== undefined) {
      operation = asDelta;
      if (operation === "renamed") drafts.push(...renamings(scan, heading, scope));
    } else if (title !== undefined) {
      parent = drafts.length;
      const kind = operation === "" ? "requirement" : `${operation} requirement`;
      const status = operation === "removed" ? ("retired" as const) : ("live" as const);
      drafts.push({ ...extent, id: `${scope}#${title}`, kind, status, parent: -1 });
    } else if (scene !== undefined) {
      const owner = drafts[parent]?.id ?? `${scope}#${heading.text}`;
      drafts.push({ ...extent, id: `${owner}/${scene}`, kind: "scenario", parent });
    } else if (heading.level <= 2) operation = "";
  });
  return drafts;
}

/** `- FROM:` and `- TO:` bullets: one draft per pair, named by the new title and referring to the old one. */
function renamings(scan: ScannedSource, heading: Heading, scope: string): Draft[] {
  const drafts: Draft[] = [];
  let from: string | null = null;
  for (const item of scan.items) {
    if (item.line <= heading.line || item.line > heading.sectionEnd) continue;
    const content = scan.lines[item.line - 1]?.content ?? "";
    const found = renaming.exec(content.slice(0, 600));
    if (!found) continue;
    const title = found[2]?.trim() ?? "";
    if (found[1]?.toLowerCase() === "from") {
      from = title;
      continue;
    }
    drafts.push({
      id: `${scope}#${title}`,
      kind: "renamed requirement",
      line: item.line,
      endLine: item.endLine,
      parent: -1,
      section: heading.path,
      first: content,
      references: from === null ? [] : [`${scope}#${from}`],
    });
    from = null;
  }
  return drafts;
}
