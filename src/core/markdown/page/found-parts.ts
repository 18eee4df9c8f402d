import { KnownTags } from "./known-tags.ts";
import { markOf, type Marks, type PagePart, type UnseenKind } from "./page-part.ts";

/** The label of a footnote is not shown, its number is: a longer one than this says more than a label. */
const maxLabel = 12;

/** What a walk through a page's tree has found so far. */
export class FoundParts {
  readonly parts: PagePart[] = [];
  readonly source: string;
  readonly tags = new KnownTags();
  readonly #labels = new Map<string, string>();
  marks = 0;
  isHtml = false;
  hidesNext = false;

  constructor(source: string) {
    this.source = source;
  }

  /** A part of which is shown what is left of its marks. */
  add(from: number, to: number, marks: Marks): void {
    this.parts.push({ from, to, left: null, kind: "unread", marks });
  }

  /** A part of which only `left` is shown. */
  left(from: number, to: number, left: string, kind: UnseenKind, marks: Marks = null): void {
    this.parts.push({ from, to, left, kind, marks });
  }

  /** Marks for words that stand in a node. */
  mark(node: { value: string }): Marks {
    node.value = markOf(this.marks);
    this.marks += 1;
    return [this.marks - 1, this.marks];
  }

  /** An element that begins there, or none, may take in what follows. */
  cut(from: number, to: number): void {
    this.hidesNext ||= this.source.slice(from, to).includes("<");
    this.left(from, this.hidesNext ? this.source.length : to, "", "unread");
  }

  /** A footnote's label, or a short one in place of a long one. */
  label(label: string): string {
    if (label.length <= maxLabel) return label;
    const known = this.#labels.get(label.toLowerCase()) ?? `note-${String(this.#labels.size + 1)}`;
    this.#labels.set(label.toLowerCase(), known);
    return known;
  }
}
