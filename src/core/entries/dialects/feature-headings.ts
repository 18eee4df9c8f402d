import type { Heading, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { plainHeading } from "./section-drafts.ts";

/** `3.1 Functional Requirements`, `Key Features`: no more than that a list of them follows. */
const list =
  /^(?:(?:the|core|main|key|primary|functional|non-?functional|product|system|software|application|mvp|user|business|specific|detailed|technical|other|quality) ?(?:and|&|\/)? ?){0,4}(?:requirements|features|epics|stories|use cases|capabilities|functionality|functions)(?: ?\([^()]{1,40}\))?$/i;
/** What a requirement is told in. */
const part =
  /^(?:acceptance|priority|description|overview|introduction|user stor|stories|notes?\b|examples?\b|rationale|why|goals?\b|dependenc|status|owner|inputs?\b|outputs?\b|process|pre-?conditions?|post-?conditions?|(?:main|basic|alternat|exception)[a-z]* (?:flow|path|scenario)|exceptions?\b|actors?\b|triggers?\b|behaviou?r|scope|purpose|validation|errors?\b|technical|implementation|tests?\b|ui\b|data\b|api\b)/i;

/** The headings directly below one that lists features, two at least, where none of them is a part of a requirement. */
export function featureHeadings(
  scan: ScannedSource,
  titleOf: (heading: Heading) => string | null,
): ReadonlySet<Heading> {
  const below = new Map<number, Heading[]>();
  for (const heading of scan.headings) {
    const above = scan.headings[heading.parent];
    const title = above === undefined ? null : titleOf(above);
    if (title === null || !heading.top || titleOf(heading) !== null || !list.test(title)) continue;
    below.set(heading.parent, [...(below.get(heading.parent) ?? []), heading]);
  }
  const lists = [...below.values()].filter(
    (headings) => headings.length >= 2 && !headings.some(({ text }) => part.test(plainHeading(text))),
  );
  return new Set(lists.flat());
}
