import type { Heading, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import type { Draft } from "./draft.ts";
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

/**
 * One draft per section, named by its anchor: what links to the section already use. Headings for which `leaveOut` says
 * so make none and belong to the section around them.
 */
export function sectionDrafts(
  scan: ScannedSource,
  leaveOut: (heading: Heading) => boolean = () => false,
  name: (heading: Heading, anchor: string) => Partial<Draft> = () => ({}),
): Sections {
  const scope = scopeOf(scan.path);
  const taken = new Map<string, number>();
  const drafts: Draft[] = [];
  const byHeading = new Map<number, number>();
  scan.headings.forEach((heading, index) => {
    if (!heading.top || leaveOut(heading)) return;
    const written = writtenAnchor(heading);
    const anchor = written === null ? headingAnchor(heading.text, taken) : unique(written, taken);
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
