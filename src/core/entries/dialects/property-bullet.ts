import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { propertyParagraphs } from "./property-paragraphs.ts";
import { unique } from "./scope.ts";
import { placeInSections, sectionEntries, type Sections, sectionDrafts } from "./section-drafts.ts";

const property = /^\*\*(?:`([^`]{1,120})`|([\w.@/$-]{1,120}))\*\*/;
/** What follows the name of a property: its type in brackets or emphasis, or that it must be there. */
const typed = /^(?:\*?\([\w[\]*`]|[*_][\w[(]|(?:,[ \t]*)?(?:REQUIRED|OPTIONAL)\b)/;

/** D9: properties of a data format as nested bullets, called by heading anchor and property path (OCI specs). */
export const propertyBullet: Dialect = {
  name: "property-bullet",
  describes:
    "``* **`path`** (string, REQUIRED) …``: nested properties by heading and property path (OCI runtime and image specs); also `name` and type alone on a line",
  example:
    "* **`hostname`** (string, OPTIONAL) the name that the client sends\n* **`retry`** (object, REQUIRED) when it tries again\n    * **`limit`** (int, REQUIRED) how often",
  namesSections: true,
  recognises(source: SourceFile, standing): Confidence {
    if (standing === "companion") return 0;
    const scan = scanSource(source);
    const found = scan.items.filter((item) => isTyped(scan, item.line)).length;
    if (found >= 3) return 0.9;
    // Below a text that states its rules in capitals, above one that is only likely to be a specification.
    return Math.max(found * 0.3, propertyParagraphs(scan).length > 0 ? 0.58 : 0);
  },
  entries(source: SourceFile, around) {
    const scan = scanSource(source);
    const sections = sectionDrafts(scan, around);
    const found = [...properties(scan, sections), ...paragraphs(scan, sections)];
    return sectionEntries(source, placeInSections(sections, found), around);
  },
};

function paragraphs(scan: ScannedSource, sections: Sections): Draft[] {
  const names = new Map<string, number>();
  return propertyParagraphs(scan).map(({ name, line, endLine, heading }) => {
    const section = sections.drafts[sections.byHeading.get(heading) ?? -1];
    const id = unique(section === undefined ? `${scan.path}#${name}` : `${section.id}.${name}`, names);
    const first = scan.lines[line - 1]?.content ?? "";
    return {
      id,
      kind: "property",
      line,
      endLine,
      parent: -1,
      section: scan.headings[heading]?.path ?? "",
      first,
    };
  });
}

function isTyped(scan: ScannedSource, line: number): boolean {
  const content = contentOf(scan, line);
  const found = property.exec(content);
  return found !== null && typed.test(content.slice(found[0].length).trimStart());
}

/** In a file that has properties, a bold code span names one even without a type (a value of an enumeration). */
function nameOf(scan: ScannedSource, line: number): string | null {
  const found = property.exec(contentOf(scan, line));
  if (found?.[1] !== undefined) return found[1];
  return found?.[2] !== undefined && (isTyped(scan, line) || found[2].includes(".")) ? found[2] : null;
}

function contentOf(scan: ScannedSource, line: number): string {
  return scan.lines[line - 1]?.content.slice(0, 300) ?? "";
}

function properties(scan: ScannedSource, sections: Sections): Draft[] {
  const names = new Map<string, number>();
  const drafts: Draft[] = [];
  /** For every list item: the draft that is or encloses it. */
  const around = new Map<number, number>();
  scan.items.forEach((item, index) => {
    const parent = around.get(item.parent) ?? -1;
    const name = item.quote > 0 ? null : nameOf(scan, item.line);
    if (name === null) {
      if (parent >= 0) around.set(index, parent);
      return;
    }
    around.set(index, drafts.length);
    const section = sections.drafts[sections.byHeading.get(item.heading) ?? -1];
    const base = drafts[parent]?.id ?? section?.id ?? `${scan.path}#`;
    drafts.push({
      id: unique(base.endsWith("#") ? `${base}${name}` : `${base}.${name}`, names),
      kind: "property",
      line: item.line,
      endLine: item.endLine,
      parent,
      section: scan.headings[item.heading]?.path ?? "",
      first: (scan.lines[item.line - 1]?.content ?? "").replace(property, ""),
    });
  });
  return drafts;
}
