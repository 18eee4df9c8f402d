import type {
  Code,
  FootnoteDefinition,
  Image,
  ImageReference,
  Link,
  LinkReference,
  Nodes,
  Root,
} from "mdast";
import { withBlankCode } from "./blank-code.ts";
import { isUnsureBlock, isUnsureLine } from "./cmark-limits.ts";
import { shownDestination } from "./destination.ts";
import { fenceParts } from "./fence-parts.ts";
import { frontMatterParts } from "./front-matter-parts.ts";
import { hidingDisplays, hidingFormulas, type Formula } from "./formulas.ts";
import { FoundParts } from "./found-parts.ts";
import { addHtml } from "./html-parts.ts";
import { lazyTable } from "./lazy-table.ts";
import { markOf, type Marks, type PagePart } from "./page-part.ts";
import {
  hasWrittenDollars,
  isNoCall,
  isPlainLabel,
  labelsBehindSign,
  mayBeCalled,
  oddCall,
} from "./footnote-label.ts";
import { countsInNote } from "./list-numbers.ts";
import { imagesBefore, type LinkTargets, targetsIn } from "./link-labels.ts";
import { isInBrackets, linkInPicture } from "./links-within.ts";
import { isOddComment } from "./odd-comment.ts";
import { takeLazyHtml } from "./lazy-html.ts";
import { hasOddTarget } from "./odd-target.ts";
import { placeAfter, rangeOf, type Parent } from "./source-range.ts";
import { hidesBehindBox } from "./task-item.ts";
import { textParts } from "./text-parts.ts";

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
  const found = new FoundParts(source);
  for (const { from, to } of lazy) found.left(from, to, "", "unread");
  found.hidesNext = lazy.some(({ isOpen }) => isOpen);
  new PageWalk(tree, source, found).visit(tree, Number.POSITIVE_INFINITY);
  const { marks, tags, isHtml, hidesNext } = found;
  const parts = found.parts.toSorted((a, b) => a.from - b.from || a.to - b.to);
  return { parts, marks, openTags: tags.mostOpen, isHtml, hidesNext };
}

class PageWalk {
  readonly #source: string;
  readonly #bare: string;
  readonly #hiding: Formula[];
  readonly #found: FoundParts;
  readonly #targets: LinkTargets;
  readonly #calls: ReadonlyMap<string, number>;
  #isInNote = false;

  constructor(tree: Root, source: string, found: FoundParts) {
    this.#source = source;
    this.#found = found;
    this.#targets = targetsIn(tree, source);
    this.#calls = labelsBehindSign(source);
    this.#bare = withBlankCode(tree, source);
    this.#hiding = this.#bare.includes("$$") ? [...hidingDisplays(this.#bare)] : [];
  }

  visit(node: Nodes, columns: number): void {
    const [from, to] = rangeOf(node);
    if (node.type === "text" || node.type === "inlineCode") this.#words(node, from, to);
    else if (node.type === "code") this.#code(node, from, to);
    else if (node.type === "html" && isOddComment(this.#source, from, to))
      this.#found.left(from, to, "", "unread");
    else if (node.type === "html") addHtml(this.#found, node, [from, to]);
    else if (node.type === "yaml")
      this.#found.parts.push(...frontMatterParts(this.#source.slice(from, to), from));
    else if (node.type === "image" || node.type === "imageReference") this.#image(node, from, to);
    else if (node.type === "definition") this.#found.left(from, to, "", "definition");
    else if (node.type === "footnoteReference")
      this.#found.left(from, to, `[^${this.#found.label(node.identifier)}]`, "definition");
    else if (node.type === "listItem" && hidesBehindBox(this.#source.slice(from, to)))
      this.#found.left(from, to, "", "unread");
    else if ("children" in node) this.#parent(node, columns);
  }

  #parent(node: Parent, columns: number): void {
    if (node.type === "link" || node.type === "linkReference") this.#link(node);
    else if (node.type === "footnoteDefinition") this.#footnote(node, columns);
    else if (node.type === "table") this.#children(node, node.children[0]?.children.length ?? 0);
    else this.#children(node, columns);
  }

  #footnote(node: FootnoteDefinition, columns: number): void {
    this.#found.isHtml = true;
    const [from, to] = rangeOf(node);
    if (countsInNote(this.#source.slice(from, to))) {
      this.#found.left(from, to, "", "unread");
      node.children = [];
      return;
    }
    // What goes on in a note that begins another is not read alike, nor is what has an odd label a note to everybody.
    if (!isPlainLabel(node.label ?? "") || this.#isInNote) {
      this.#found.left(from, to, "", "unread");
      node.children = [];
      return;
    }
    const before = this.#found.parts.length;
    const first = this.#found.marks;
    this.#isInNote = true;
    this.#children(node, columns);
    this.#isInNote = false;
    const marks: Marks = [first, this.#found.marks];
    // What it refers to itself is seen where it is.
    const inside = this.#found.parts.splice(before).map((part) => ({
      ...part,
      marks: part.marks ?? marks,
      note: marks,
      mayBeCalled: mayBeCalled(node.label ?? "", this.#calls),
    }));
    this.#found.parts.push(...inside);
    const label = `[^${this.#found.label(node.identifier)}]:`;
    this.#found.left(from, this.#source.indexOf("]:", from) + 2, label, "definition", marks);
  }

  #children(node: Parent, columns: number): void {
    const isLine = node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
    const { hiding } = this.#found.tags;
    if (isLine) this.#unsure(node);
    let before = rangeOf(node)[0];
    for (const [at, child] of node.children.entries()) {
      const [from, to] = rangeOf(child);
      if (node.type === "tableRow" && at >= columns) this.#found.left(from, to, "", "attribute");
      else if (child.type === "footnoteReference" && isNoCall(this.#source, from, to)) {
        this.#found.left(from, to, "", "definition");
        node.children[at] = { type: "text", value: "", position: child.position };
      } else if (node.type === "root" && isUnsureBlock(child.type, this.#source.slice(from, to)))
        this.#found.cut(from, to);
      else if (child.position !== undefined) this.visit(child, columns);
      else if (before < placeAfter(node, at)) this.#address(child, before, placeAfter(node, at));
      before = child.position === undefined ? placeAfter(node, at) : to;
    }
    // What is not ended in its paragraph ends with it.
    if (isLine) this.#found.tags.hiding = hiding;
  }

  /** A bare address is found in what was read as text, and has no place of its own; nor has what stands beside it. */
  #address(node: Nodes, from: number, to: number): void {
    const words = "children" in node ? node.children[0] : node;
    if (words === undefined || !("value" in words)) return;
    this.#words({ type: "text", value: "" }, from, to);
    words.value = markOf(this.#found.marks - 1);
  }

  #words(node: { type: "text" | "inlineCode"; value: string }, from: number, to: number): void {
    const marks = this.#found.mark(node);
    const hiding = this.#hiding.filter((formula) => from < formula.to && to > formula.from);
    if (this.#found.tags.hiding.length > 0 || (node.type === "inlineCode" && hiding.length > 0)) {
      this.#found.left(from, to, "", "unread");
      return;
    }
    if (node.type === "inlineCode") {
      this.#found.add(from, to, marks);
      return;
    }
    let at = from;
    for (const formula of hiding) {
      if (formula.from > at) this.#text(at, formula.from, marks);
      const end = Math.min(to, Math.max(at, formula.to));
      if (end > at) this.#found.left(Math.max(at, formula.from), end, "", "unread");
      at = Math.max(at, end);
    }
    if (at < to) this.#text(at, to, marks);
  }

  #text(from: number, to: number, marks: Marks): void {
    this.#found.parts.push(...textParts(this.#source.slice(from, to), from, marks));
  }

  /** Keeps where something that may hide words stands: what overlaps with it is not shown. */
  #unsure(block: Parent): void {
    const [start, end] = rangeOf(block);
    const text = this.#source.slice(start, end);
    const bare = this.#bare.slice(start, end);
    const odd =
      isUnsureLine(text) || hasOddTarget(bare) || hasWrittenDollars(text)
        ? { from: 0, to: text.length }
        : oddCall(text, bare);
    const found = [odd, lazyTable(text)]
      .filter((one) => one !== null)
      .concat(hidingFormulas(bare), imagesBefore(bare, this.#targets));
    this.#hiding.push(...found.map(({ from, to }) => ({ from: from + start, to: to + start })));
  }

  #code(node: Code, from: number, to: number): void {
    // GitHub takes the first word once the references are undone.
    const [language = ""] = (node.lang ?? "").toLowerCase().trim().split(/\s/, 1);
    this.#found.parts.push(
      ...fenceParts(this.#source.slice(from, to), from, language, this.#found.mark(node)),
    );
  }

  #image(node: Image | ImageReference, from: number, to: number): void {
    const left = node.type === "image" ? `![](${shownDestination(node.url)})` : "![]";
    this.#found.left(from, to, `${left}${linkInPicture(this.#source, from, to)}`, "alternative text");
  }

  #link(node: Link | LinkReference): void {
    const [from, to] = rangeOf(node);
    this.#children(node, 0);
    // What is shown of it may depend on the reader's colours.
    if (node.type === "linkReference" || /#gh-/i.test(node.url)) this.#found.isHtml = true;
    if (this.#source[from] !== "[") return;
    const last = node.children.at(-1);
    const tail = last === undefined ? from + 1 : rangeOf(last)[1];
    if (node.type === "linkReference") {
      const left = isInBrackets(this.#source, to) ? "](/)" : "]";
      this.#found.left(tail, to, left, "definition");
    } else this.#found.left(tail, to, `](${shownDestination(node.url)})`, "title");
  }
}
