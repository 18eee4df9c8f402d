import type { Entry } from "./entry.ts";
import { normaliseText } from "./fingerprint.ts";
import type { Matches } from "./match-entries.ts";
import { pushTo } from "../push-to.ts";

/** What is looked at for one section: more paragraphs or children have changed for other reasons. */
const maxPieces = 12;
const maxChildren = 40;

/**
 * Text that a section and the rules in it gave each other: a paragraph belongs to a rule as soon as it holds one, so a
 * new rule in it takes the sentences before it along. The section then says what it said before.
 */
export class RedistributedText {
  private readonly matches: Matches;
  private children: { before: Map<string, Entry[]>; after: Map<string, Entry[]> } | null = null;

  constructor(matches: Matches) {
    this.matches = matches;
  }

  /** Whether each paragraph that one side of a section has alone stands in a rule of it on the other side. */
  explains({ before, after }: { readonly before: Entry; readonly after: Entry }): boolean {
    if (before.kind !== "section" || after.kind !== "section") return false;
    const [here, there] = [pieces(before), pieces(after)];
    const gone = here.filter((piece) => !there.includes(piece));
    const come = there.filter((piece) => !here.includes(piece));
    if (gone.length + come.length === 0) return false;
    const children = (this.children ??= changedChildren(this.matches));
    return (
      allIn(gone, children.after.get(after.id) ?? []) && allIn(come, children.before.get(before.id) ?? [])
    );
  }
}

function changedChildren({ pairs, added, removed }: Matches) {
  const before = new Map<string, Entry[]>();
  const after = new Map<string, Entry[]>();
  const changed = pairs.filter((pair) => pair.before.text !== pair.after.text);
  for (const entry of [...removed, ...changed.map((pair) => pair.before)]) childOf(before, entry);
  for (const entry of [...added, ...changed.map((pair) => pair.after)]) childOf(after, entry);
  return { before, after };
}

function childOf(children: Map<string, Entry[]>, entry: Entry): void {
  if (entry.parent !== null) pushTo(children, entry.parent, entry);
}

function pieces({ text }: Entry): string[] {
  return text.length > 20_000 ? [] : text.split(/\n{2,}/).map(normaliseText);
}

function allIn(paragraphs: readonly string[], children: readonly Entry[]): boolean {
  if (paragraphs.length > maxPieces || children.length > maxChildren) return false;
  const texts = children.map((child) => normaliseText(child.text));
  return paragraphs.every((paragraph) => texts.some((text) => text.includes(paragraph)));
}
