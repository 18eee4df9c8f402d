import type { Nodes, Paragraph } from "mdast";
import { KnownTags } from "./known-tags.ts";
import { markOf } from "./page-part.ts";
import { seenMarks } from "./seen-marks.ts";
import { type Parent, rangeOf } from "./source-range.ts";

interface UnseenWords {
  /** Where the words stand, in their order. */
  readonly unseen: readonly (readonly [from: number, to: number])[];
  /** What follows the block belongs to an element that begins in it. */
  readonly isOpen: boolean;
}

const none: UnseenWords = { unseen: [], isOpen: false };

/** Words of a paragraph, heading or cell in elements that a page may show as nothing, or otherwise than they are written. */
export function unseenWords(block: Parent): UnseenWords {
  const tags = tagsIn(block);
  if (!mayLayOut(tags)) return none;
  const copy = structuredClone(block);
  const ranges = withMarks(copy);
  if (openAtOnce(tags) > mostOpen) return { unseen: ranges, isOpen: true };
  const line: Nodes = copy.type === "heading" ? copy : paragraphOf(copy);
  const seen = seenMarks({ type: "root", children: [line] }, ranges.length);
  return { unseen: ranges.filter((_, mark) => !seen.has(mark)), isOpen: !seen.has(ranges.length) };
}

/** So many without an attribute leave words as they are, however they stand in one another. */
const mostPlain = 2;

function mayLayOut(tags: readonly string[]): boolean {
  return tags.filter((tag) => !tag.startsWith("</")).length > mostPlain || tags.some((tag) => /\s/.test(tag));
}

/** What nests deeper is read by nobody, and costs the square of its depth. */
const mostOpen = 60;

function openAtOnce(tags: readonly string[]): number {
  const known = new KnownTags();
  for (const tag of tags) known.open(tag);
  return known.mostOpen;
}

function tagsIn(node: Nodes): readonly string[] {
  if (node.type === "html") return [node.value];
  return "children" in node ? node.children.flatMap(tagsIn) : [];
}

/** Marks in place of the words; where these stand. */
function withMarks(node: Nodes, ranges: (readonly [number, number])[] = []): typeof ranges {
  if (node.type === "text" || node.type === "inlineCode") {
    node.value = markOf(ranges.length);
    ranges.push(rangeOf(node));
  }
  if ("children" in node) for (const child of node.children) withMarks(child, ranges);
  return ranges;
}

function paragraphOf({ children }: Parent): Paragraph {
  return { type: "paragraph", children: children as Paragraph["children"] };
}
