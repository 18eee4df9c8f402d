import type { DialectResult, Draft, Surroundings } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { Heading, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { toEntries } from "./draft.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { linkedSections } from "./linked-sections.ts";
import { nestByExtent } from "./nest-by-extent.ts";
import { headingAnchor, scopeOf, unique } from "./scope.ts";

const namedAnchor = /<(?:a|span)\s[^<>]{0,300}?\b(?:name|id)=["']([^"'<>\s]{1,200})["']/;

/** The anchor a heading's author wrote: `{#x}`, `<a name="x">`, `<a id="x">`; null when there is none. */
export function writtenAnchor(heading: Heading): string | null {
  return heading.anchor ?? namedAnchor.exec(heading.text)?.[1] ?? null;
}

/** The heading as it reads: without HTML tags and Hugo or Jekyll attributes. */
export function plainHeading(text: string): string {
  return text
    .replace(/<[^<>]*>/g, "")
    .replace(/\{[:#][^{}]*\}/g, "")
    .replace(/\(:leftwards_arrow_with_hook:\)/g, "")
    .trim();
}

/** Heading texts above the heading at `index`, outermost first. */
export function sectionAbove(scan: ScannedSource, heading: number): string {
  return scan.headings[heading]?.path ?? "";
}

export interface Sections {
  readonly drafts: Draft[];
  /** Index of the draft made of a heading, by the heading's index; headings that were left out are missing. */
  readonly byHeading: ReadonlyMap<number, number>;
}

interface Naming {
  /** Headings that make no section and belong to the one around them. */
  readonly leaveOut?: (heading: Heading) => boolean;
  readonly name?: (heading: Heading, anchor: string) => Partial<Draft>;
}

/**
 * One draft per section, named by its anchor: what links to the section already use. An anchor that several headings
 * have on either side is qualified by the headings above it, so that one more section renames no other.
 */
export function sectionDrafts(
  scan: ScannedSource,
  around?: Surroundings,
  { leaveOut = () => false, name = () => ({}) }: Naming = {},
): Sections {
  const scope = scopeOf(scan.path);
  const repeated = repeatedAnchors([scan, ...(around?.versions ?? []).map((version) => scanSource(version))]);
  const taken = new Map<string, number>();
  const drafts: Draft[] = [];
  const byHeading = new Map<number, number>();
  scan.headings.forEach((heading, index) => {
    if (!heading.top || leaveOut(heading)) return;
    const anchor = unique(qualifiedAnchor(scan, heading, repeated), taken);
    byHeading.set(index, drafts.length);
    drafts.push({
      id: `${scope}#${anchor}`,
      kind: "section",
      line: heading.line,
      endLine: heading.sectionEnd,
      parent: byHeading.get(heading.parent) ?? -1,
      section: sectionAbove(scan, heading.parent),
      first: plainHeading(heading.text),
      ...name(heading, anchor),
    });
  });
  return { drafts, byHeading };
}

function anchorOf(heading: Heading): string {
  return writtenAnchor(heading) ?? headingAnchor(heading.text, new Map());
}

/** Anchors that stand more than once in a version of the file. */
function repeatedAnchors(versions: readonly ScannedSource[]): ReadonlySet<string> {
  const repeated = new Set<string>();
  for (const { headings } of new Set(versions)) {
    const seen = new Set<string>();
    for (const heading of headings) {
      if (!heading.top) continue;
      const anchor = anchorOf(heading);
      if (seen.has(anchor)) repeated.add(anchor);
      seen.add(anchor);
    }
  }
  return repeated;
}

/** The anchor below those of the headings above, as far up as it takes to be the only one. */
function qualifiedAnchor(scan: ScannedSource, heading: Heading, repeated: ReadonlySet<string>): string {
  const anchors = [anchorOf(heading)];
  let above = scan.headings[heading.parent];
  let last = anchors[0] ?? "";
  while (above !== undefined && repeated.has(last) && above.level > 1) {
    last = anchorOf(above);
    anchors.unshift(last);
    above = scan.headings[above.parent];
  }
  return anchors.join("/");
}

/**
 * The entries of a dialect that names sections, with those that other dialects found in the file: these own their lines
 * whole.
 */
export function sectionEntries(
  source: SourceFile,
  drafts: readonly Draft[],
  around?: Surroundings,
): DialectResult {
  const claimed = around?.claimed ?? [];
  const own = claimed.length === 0 ? drafts : nestByExtent([...outside(drafts, claimed), ...claimed]);
  const entries = linkedSections(toEntries(scanSource(source), own));
  const isClaimed = new Set(claimed.map(({ id }) => id));
  return { entries, findings: duplicateIds(entries.filter(({ id }) => isClaimed.has(id))) };
}

function outside(drafts: readonly Draft[], claimed: readonly Draft[]): Draft[] {
  let end = 0;
  let next = 0;
  return drafts.filter(({ line }) => {
    while (next < claimed.length && (claimed[next]?.line ?? Infinity) <= line) {
      end = Math.max(end, claimed[next]?.endLine ?? 0);
      next += 1;
    }
    return line > end;
  });
}

/**
 * Puts drafts found by other means into the sections they stand in: each gets the section's draft as parent unless it
 * already lies in another of `inner`. All in document order, as `toEntries` wants them.
 */
export function placeInSections(sections: Sections, inner: readonly Draft[]): Draft[] {
  const outer = sections.drafts.map((draft, index) => ({ draft, order: index, inner: false }));
  const all = [...outer, ...inner.map((draft, index) => ({ draft, order: index, inner: true }))];
  all.sort((a, b) => a.draft.line - b.draft.line || Number(a.inner) - Number(b.inner) || a.order - b.order);
  const newIndex = new Map<string, number>();
  all.forEach((one, index) => newIndex.set(`${one.inner ? "i" : "s"}${one.order}`, index));
  let section = -1;
  const names = new Map<string, number>();
  /** IDs made here differ from each other; those of the author (without a scope) stay as written. */
  const named = (draft: Draft): Draft =>
    draft.id.includes("#") ? { ...draft, id: unique(draft.id, names) } : draft;
  return all.map(({ draft, inner: isInner }, index) => {
    if (!isInner) {
      section = index;
      return { ...named(draft), parent: newIndex.get(`s${draft.parent}`) ?? -1 };
    }
    return { ...named(draft), parent: draft.parent < 0 ? section : (newIndex.get(`i${draft.parent}`) ?? -1) };
  });
}
