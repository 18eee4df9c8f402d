import type { Confidence, Dialect, Draft, Surroundings } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { Fence, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { scopeOf, unique, wordSlug } from "./scope.ts";
import { placeInSections, sectionEntries, type Sections, sectionDrafts } from "./section-drafts.ts";

const definition = /^(?:async\s+)?(?:def|class)\s+([A-Za-z_]\w{0,120})/;
const headingName = /`([A-Za-z_]\w{0,120})`/;
const constant = /^`([A-Z][A-Z0-9_]{1,120})`$/;
const gossipRule = /^_?\[(?:REJECT|IGNORE)\]_?\s/;

/** D13: code is the entry (Ethereum's consensus specs): functions, classes and constants by their name. */
export const codeDefinition: Dialect = {
  name: "code-definition",
  describes:
    "`def name(` and `class Name(` in Python fences, constants in tables: code is the entry (consensus-specs)",
  example:
    "### `get_epoch`\n\n```python\ndef get_epoch(slot): ...\n```\n\n### `is_final`\n\n```python\ndef is_final(epoch): ...\n```",
  namesSections: true,
  recognises(source: SourceFile): Confidence {
    const scan = scanSource(source);
    const fences = scan.fences.filter(
      (fence) => fence.language === "python" && definesIn(scan, fence).length > 0,
    );
    const named = fences.filter((fence) => headingName.test(scan.headings[fence.heading]?.text ?? "")).length;
    return fences.length >= 2 && named >= 1 && named >= 0.3 * fences.length ? 0.85 : 0;
  },
  entries(source: SourceFile, around) {
    return sectionEntries(source, findDrafts(scanSource(source), around), around);
  },
};

interface Definition {
  readonly name: string;
  readonly line: number;
  readonly endLine: number;
}

/** Definitions at the left margin of a fence; each reaches to the next one, decorators and comments before it included. */
function definesIn(scan: ScannedSource, fence: Fence): Definition[] {
  const last = fence.closed ? fence.endLine - 1 : fence.endLine;
  const found: Definition[] = [];
  let lead = fence.line + 1;
  for (let number = fence.line + 1; number <= last; number += 1) {
    const text = scan.lines[number - 1]?.content ?? "";
    const name = definition.exec(text.slice(0, 200))?.[1];
    if (name !== undefined) {
      const line = found.length === 0 ? fence.line + 1 : lead;
      const previous = found.at(-1);
      if (previous) found[found.length - 1] = { ...previous, endLine: line - 1 };
      found.push({ name, line, endLine: last });
    }
    if (!/^[@#]/.test(text)) lead = number + 1;
  }
  return found;
}

function findDrafts(scan: ScannedSource, around?: Surroundings): Draft[] {
  const scope = scopeOf(scan.path);
  const names = new Map<string, number>();
  const inner: Draft[] = [];
  const byHeading = new Map<number, string>();
  for (const fence of scan.fences) {
    if (fence.language !== "python" || fence.quote > 0) continue;
    const section = scan.headings[fence.heading]?.path ?? "";
    const own = headingName.exec(scan.headings[fence.heading]?.text ?? "")?.[1];
    for (const found of definesIn(scan, fence)) {
      const id = unique(`${scope}#${found.name}`, names);
      if (found.name === own && !byHeading.has(fence.heading)) byHeading.set(fence.heading, id);
      else
        inner.push({
          id,
          kind: "definition",
          line: found.line,
          endLine: found.endLine,
          parent: -1,
          section,
          first: null,
          text: code(scan, found),
        });
    }
  }
  inner.push(...constants(scan, scope, names));
  const lines = new Map(scan.headings.map((heading, index) => [heading.line, index]));
  const sections = sectionDrafts(scan, around, {
    name: (heading) => {
      const id = byHeading.get(lines.get(heading.line) ?? -1);
      return id === undefined ? {} : { id, kind: "definition" };
    },
  });
  return placeInSections(sections, [...inner, ...gossipRules(scan, sections)]);
}

function code(scan: ScannedSource, found: Definition): string {
  return scan.lines
    .slice(found.line - 1, found.endLine)
    .map((line) => line.text)
    .join("\n")
    .trim();
}

function constants(scan: ScannedSource, scope: string, names: Map<string, number>): Draft[] {
  return scan.tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const name = constant.exec(row.cells[0]?.slice(0, 140) ?? "")?.[1];
      if (name === undefined || row.cells.length < 2 || table.quote > 0) return [];
      const section = scan.headings[table.heading]?.path ?? "";
      const text = row.cells
        .slice(1)
        .filter((cell) => cell !== "")
        .join(" | ");
      const id = unique(`${scope}#${name}`, names);
      return [
        { id, kind: "constant", line: row.line, endLine: row.line, parent: -1, section, first: null, text },
      ];
    }),
  );
}

/** `_[REJECT]_` and `_[IGNORE]_` conditions of the network rules. */
function gossipRules(scan: ScannedSource, sections: Sections): Draft[] {
  const names = new Map<string, number>();
  const inDraft = new Set<number>();
  return scan.items.flatMap((item, index) => {
    const content = scan.lines[item.line - 1]?.content ?? "";
    if (!gossipRule.test(content) || item.quote > 0 || inDraft.has(item.parent)) return [];
    inDraft.add(index);
    const base = sections.drafts[sections.byHeading.get(item.heading) ?? -1]?.id ?? `${scan.path}#rules`;
    const id = unique(`${base}/${wordSlug(content)}`, names);
    const section = scan.headings[item.heading]?.path ?? "";
    return [
      {
        id,
        kind: "rule",
        line: item.line,
        endLine: item.endLine,
        parent: -1,
        section,
        first: content,
        reflow: true,
      },
    ];
  });
}
