import type {
  Code,
  FootnoteDefinition,
  Html,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Root,
} from "mdast";
import { unsureSpace } from "../hidden-text.ts";
import { withBlankCode } from "./blank-code.ts";
import { hasLongCodeMark } from "./cmark-limits.ts";
import { shownDestination } from "./destination.ts";
import { fenceParts } from "./fence-parts.ts";
import { frontMatterParts } from "./front-matter-parts.ts";
import { hidingDisplays, hidingFormulas, type Formula } from "./formulas.ts";
import { beginsNoBlock, htmlRuns } from "./html-runs.ts";
import { markOf, type Marks, type PagePart, type UnseenKind } from "./page-part.ts";
import { hasLongLabel, hasWrittenDollars, isPlainLabel, oddCall } from "./footnote-label.ts";
import { takeLazyHtml } from "./lazy-html.ts";
import { KnownTags } from "./known-tags.ts";
import { placeAfter, rangeOf, withoutBlanks, type Parent } from "./source-range.ts";
import { hidesBehindBox } from "./task-item.ts";
import { textParts } from "./text-parts.ts";

/** The label of a footnote is not shown, its number is: a longer one than this says more than a label. */
const maxLabel = 12;

interface PageParts {
  readonly parts: readonly PagePart[];
  /** How many marks stand in the tree: 0 to one below. */
  readonly marks: number;
  /** Tags that were open at once, at most. */
  readonly openTags: number;
  /** What is shown of it is known only once it is rendered. */
  readonly isHtml: boolean;
  /** What follows it may belong to something that begins in it. */
  readonly hidesNext: boolean;
}

/**
 * Parts of a text by its tree, in order; what lies between them is marks of Markdown. In the tree a mark stands in for the
 * words of each part, so that it can be rendered to see which are left.
 */
export function pageParts(tree: Root, source: string): PageParts {
  const lazy = takeLazyHtml(tree, source);
  const page = new PageWalk(tree, source);
  for (const { from, to } of lazy) page.parts.push({ from, to, left: "", kind: "attribute", marks: null });
  page.hidesNext = lazy.some(({ isOpen }) => isOpen);
  page.visit(tree, Number.POSITIVE_INFINITY);
  const { marks, tags, isHtml, hidesNext } = page;
  const parts = page.parts.toSorted((a, b) => a.from - b.from || a.to - b.to);
  return { parts, marks, openTags: tags.mostOpen, isHtml, hidesNext };
}

class PageWalk {
  readonly parts: PagePart[] = [];
  readonly #source: string;
  readonly #bare: string;
  readonly #labels = new Map<string, string>();
  readonly #hiding: Formula[];
  readonly tags = new KnownTags();
  #isInNote = false;
  marks = 0;
  isHtml = false;
  hidesNext = false;

  constructor(tree: Root, source: string) {
    this.#source = source;
    this.#bare = withBlankCode(tree, source);
    this.#hiding = this.#bare.includes("$$") ? [...hidingDisplays(this.#bare)] : [];
  }

  visit(node: Nodes, columns: number): void {
    const [from, to] = rangeOf(node);
    if (node.type === "text" || node.type === "inlineCode") this.#words(node, from, to);
    else if (node.type === "code") this.#code(node, from, to);
    else if (node.type === "html") this.#html(node, from, to);
    else if (node.type === "yaml") this.parts.push(...frontMatterParts(this.#source.slice(from, to), from));
    else if (node.type === "image" || node.type === "imageReference") this.#image(node, from, to);
    else if (node.type === "definition") this.#left(from, to, "", "definition");
    else if (node.type === "footnoteReference")
      this.#left(from, to, `[^${this.#label(node.identifier)}]`, "definition");
    else if (node.type === "listItem" && hidesBehindBox(this.#source.slice(from, to)))
      this.#left(from, to, "", "definition");
    else if ("children" in node) this.#parent(node, columns);
  }

  #parent(node: Parent, columns: number): void {
    if (node.type === "link" || node.type === "linkReference") this.#link(node);
    else if (node.type === "footnoteDefinition") this.#footnote(node, columns);
    else if (node.type === "table") this.#children(node, node.children[0]?.children.length ?? 0);
    else this.#children(node, columns);
  }

  #footnote(node: FootnoteDefinition, columns: number): void {
    this.isHtml = true;
    const [from, to] = rangeOf(node);
    // What goes on in a note that begins another is not read alike.
    if (!isPlainLabel(node.label ?? "") || this.#isInNote) {
      this.#left(from, to, "", "definition");
      node.children = [];
      return;
    }
    const before = this.parts.length;
    const first = this.marks;
    this.#isInNote = true;
    this.#children(node, columns);
    this.#isInNote = false;
    const marks: Marks = [first, this.marks];
    // What it refers to itself is seen where it is.
    const inside = this.parts.splice(before).map((part) => ({ ...part, marks: part.marks ?? marks }));
    this.parts.push(...inside);
    const label = `[^${this.#label(node.identifier)}]:`;
    this.#left(from, this.#source.indexOf("]:", from) + 2, label, "definition", marks);
  }

  #add(from: number, to: number, marks: Marks): void {
    this.parts.push({ from, to, left: null, kind: "attribute", marks });
  }

  #left(from: number, to: number, left: string, kind: UnseenKind, marks: Marks = null): void {
    this.parts.push({ from, to, left, kind, marks });
  }

  /** Marks for words that stand in a node. */
  #mark(node: { value: string }): Marks {
    node.value = markOf(this.marks);
    this.marks += 1;
    return [this.marks - 1, this.marks];
  }

  #children(node: Parent, columns: number): void {
    const isLine = node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
    const { hiding } = this.tags;
    if (isLine) this.#unsure(node);
    let before = rangeOf(node)[0];
    for (const [at, child] of node.children.entries()) {
      const [from, to] = rangeOf(child);
      if (node.type === "tableRow" && at >= columns) this.#left(from, to, "", "attribute");
      else if (child.type === "footnoteReference" && this.#isNoCall(from, to)) {
        this.#left(from, to, "", "definition");
        node.children[at] = { type: "text", value: "" };
      } else if (node.type === "root" && this.#isUnsure(child, from, to)) this.#cut(from, to);
      else if (child.position !== undefined) this.visit(child, columns);
      else if (before < placeAfter(node, at)) this.#found(child, before, placeAfter(node, at));
      before = child.position === undefined ? placeAfter(node, at) : to;
    }
    // What is not ended in its paragraph ends with it.
    if (isLine) this.tags.hiding = hiding;
  }

  /** An element that begins there, or none, may take in what follows. */
  #cut(from: number, to: number): void {
    this.hidesNext ||= this.#source.slice(from, to).includes("<");
    this.#left(from, this.hidesNext ? this.#source.length : to, "", "attribute");
  }

  /** Another reader may see other blocks there. */
  #isUnsure(block: Nodes, from: number, to: number): boolean {
    const written = this.#source.slice(from, to);
    if (block.type === "code") return written.split("\n", 1).join("").includes(unsureSpace);
    return written.includes(unsureSpace) || hasLongCodeMark(written);
  }

  /** GitHub reads a link where a destination follows a note's label, or brackets stand around it. */
  #isNoCall(from: number, to: number): boolean {
    if (!isPlainLabel(this.#source.slice(from + 2, to - 1))) return true;
    return /[([]/.test(this.#source.charAt(to)) || /[[!^]/.test(this.#source.charAt(from - 1));
  }

  /** A bare address is found in what was read as text, and has no place of its own; nor has what stands beside it. */
  #found(node: Nodes, from: number, to: number): void {
    const words = "children" in node ? node.children[0] : node;
    if (words === undefined || !("value" in words)) return;
    this.#words({ type: "text", value: "" }, from, to);
    words.value = markOf(this.marks - 1);
  }

  #words(node: { type: "text" | "inlineCode"; value: string }, from: number, to: number): void {
    const marks = this.#mark(node);
    const hiding = this.#hiding.filter((formula) => from < formula.to && to > formula.from);
    if (this.tags.hiding.length > 0 || (node.type === "inlineCode" && hiding.length > 0)) {
      this.#left(from, to, "", "attribute");
      return;
    }
    if (node.type === "inlineCode") {
      this.#add(from, to, marks);
      return;
    }
    let at = from;
    for (const formula of hiding) {
      if (formula.from > at) this.#text(at, formula.from, marks);
      const end = Math.min(to, Math.max(at, formula.to));
      if (end > at) this.#left(Math.max(at, formula.from), end, "", "attribute");
      at = Math.max(at, end);
    }
    if (at < to) this.#text(at, to, marks);
  }

  #text(from: number, to: number, marks: Marks): void {
    const label = (long: string): string => this.#label(long);
    this.parts.push(...textParts(this.#source.slice(from, to), from, marks, label));
  }

  /** Keeps where something that may hide words stands: what overlaps with it is not shown. */
  #unsure(block: Parent): void {
    const [start, end] = rangeOf(block);
    const text = this.#source.slice(start, end);
    const bare = this.#bare.slice(start, end);
    const odd =
      hasLongLabel(text) || hasWrittenDollars(text) ? { from: 0, to: text.length } : oddCall(text, bare);
    const found = [...(odd === null ? [] : [odd]), ...hidingFormulas(bare)];
    this.#hiding.push(...found.map(({ from, to }) => ({ from: from + start, to: to + start })));
  }

  #code(node: Code, from: number, to: number): void {
    const language = (node.lang ?? "").toLowerCase();
    this.parts.push(...fenceParts(this.#source.slice(from, to), from, language, this.#mark(node)));
  }

  /** Of tags only the names are kept; words between them are read if the browser reads them as it looks. */
  #html(node: Html, from: number, to: number): void {
    this.isHtml = true;
    const written = this.#source.slice(from, to);
    if (beginsNoBlock(written)) {
      this.#noBlock(node, from, to);
      return;
    }
    // In a quotation its marks stand between the lines.
    const isAsWritten = withoutBlanks(written) === withoutBlanks(node.value);
    const runs = isAsWritten && hidingFormulas(written).length === 0 ? htmlRuns(written) : null;
    if (runs === null) {
      this.tags.open(node.value);
      this.#left(from, to, "", "attribute");
      return;
    }
    let at = from;
    let rendered = "";
    for (const { text, tag } of runs) {
      const end = at + text.length;
      const run = { value: text };
      if (tag === "") this.#left(at, end, "", "attribute");
      else if (tag !== null) {
        this.tags.open(text);
        this.#left(at, end, this.tags.shown(tag), "attribute");
      } else if (this.tags.hiding.length > 0) this.#left(at, end, "", "attribute");
      else if (text.trim() === "") this.#add(at, end, null);
      else this.#add(at, end, this.#mark(run));
      rendered += run.value;
      at = end;
    }
    node.value = rendered;
  }

  /** Its words are another block's, or none; what its tags do to what follows is the same. */
  #noBlock(node: Html, from: number, to: number): void {
    const runs = htmlRuns(this.#source.slice(from, to));
    if (runs === null) this.#cut(from, to);
    else this.#left(from, to, "", "attribute");
    this.tags.open(node.value);
    const tags = runs?.filter(({ tag }) => tag !== null && tag !== "") ?? [];
    node.value = tags.map(({ text }) => text).join("");
  }

  #image(node: Image | ImageReference, from: number, to: number): void {
    const left = node.type === "image" ? `![](${shownDestination(node.url)})` : "![]";
    this.#left(from, to, left, "alternative text");
  }

  #link(node: Link | LinkReference): void {
    const [from, to] = rangeOf(node);
    this.#children(node, 0);
    // What is shown of it may depend on the reader's colours.
    if (node.type === "linkReference" || /#gh-/i.test(node.url)) this.isHtml = true;
    if (this.#source[from] !== "[") return;
    const last = node.children.at(-1);
    const tail = last === undefined ? from + 1 : rangeOf(last)[1];
    this.#left(tail, to, node.type === "link" ? `](${shownDestination(node.url)})` : "]", "title");
  }

  #label(label: string): string {
    if (label.length <= maxLabel) return label;
    const known = this.#labels.get(label.toLowerCase()) ?? `note-${String(this.#labels.size + 1)}`;
    this.#labels.set(label.toLowerCase(), known);
    return known;
  }
}
