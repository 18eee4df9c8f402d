import type { FootnoteDefinition, Html, Image, ImageReference, Nodes, Root } from "mdast";
import { withBlankCode } from "./blank-code.ts";
import { isUnsureBlock, isUnsureLine } from "./cmark-limits.ts";
import { shownDestination } from "./destination.ts";
import { isNoCall, isPlainLabel, oddCall } from "./footnote-label.ts";
import { hidingFormulas } from "./formulas.ts";
import { beginsNoBlock, type HtmlRun, htmlRuns, openComment, withRests } from "./html-runs.ts";
import { lazyTable } from "./lazy-table.ts";
import { takeLazyHtml } from "./lazy-html.ts";
import { KnownTags } from "./known-tags.ts";
import { countsInNote } from "./list-numbers.ts";
import { imagesBefore, type LinkTargets, targetOf } from "./link-labels.ts";
import { isInBrackets, linkInPicture } from "./links-within.ts";
import { isOddComment } from "./odd-comment.ts";
import { rangeOf, type Parent } from "./source-range.ts";
import { cutMark } from "./page-part.ts";
import { wordlessTag } from "./wordless-tag.ts";
import { isFiltered } from "./tag-filter.ts";
import { hidesBehindBox } from "./task-item.ts";
import { hasOddTarget } from "./odd-target.ts";
import { openQuote, type Until } from "./open-quote.ts";
import { textParts } from "./text-parts.ts";
import { unseenWords } from "./unseen-words.ts";
import type { Note, NoteLabel, UnseenIn, UnseenRange } from "./unseen-in.ts";

/**
 * What of a text the page does not show by its tree, without rendering it. Words that only layout hides, drawn code and most
 * formulas stay, as do languages of code, addresses and the names of anchors: entries are found by them.
 */
export function unseenRanges(tree: Root, source: string, targets: LinkTargets): UnseenIn {
  const lazy = takeLazyHtml(tree, source);
  const walk = new FileWalk(tree, source, targets);
  for (const { from, to, isOpen } of lazy) {
    walk.ranges.push({ from, to, left: cutMark });
    if (isOpen) walk.until = "the end of the file";
  }
  walk.visit(tree, false);
  return walk;
}

/** Whether three words stand side by side. */
function isSentence(formula: string): boolean {
  let words = 0;
  for (const part of formula.split(/[ \n]/)) {
    words = /^[\p{L}\p{N}]{2}/u.test(part) ? words + 1 : 0;
    if (words === 3) return true;
  }
  return false;
}

/**
 * HTML that goes on over an empty line, or with an instruction or declaration, which need not be ended: whoever reads it line by
 * line takes its end for text.
 */
const goesOn = /\n[ \t>]*\n|<[?!]/;

class FileWalk implements UnseenIn {
  readonly ranges: UnseenRange[] = [];
  readonly notes: Note[] = [];
  readonly calls = new Set<string>();
  readonly labels: NoteLabel[] = [];
  readonly targets: LinkTargets;
  until: Until | null = null;
  readonly #source: string;
  readonly #tags = new KnownTags();
  readonly #bare: string;
  #called = this.calls;

  constructor(tree: Root, source: string, targets: LinkTargets) {
    this.#source = source;
    this.targets = targets;
    this.#bare = withBlankCode(tree, source);
  }

  visit(node: Nodes, inLine: boolean): void {
    const [from, to] = rangeOf(node);
    if (node.type === "text" || node.type === "inlineCode") this.#words(node.type, from, to);
    else if (node.type === "html" && isOddComment(this.#source, from, to)) this.#cutOut(from, to);
    else if (node.type === "html") this.#html(node, from, inLine);
    else if (node.type === "code") this.#info(from, to);
    else if (node.type === "image" || node.type === "imageReference") this.#image(node, from, to);
    else if (node.type === "definition") this.#hide(from, to);
    else if (node.type === "footnoteReference") this.#call(from, to);
    else if (node.type === "footnoteDefinition") this.#note(node, from, to);
    else if (node.type === "listItem" && hidesBehindBox(this.#source.slice(from, to))) this.#cutOut(from, to);
    else if ("children" in node) this.#parent(node, inLine);
  }

  #hide(from: number, to: number, left = ""): void {
    this.ranges.push({ from, to, left });
  }

  #image(node: Image | ImageReference, from: number, to: number): void {
    const left = node.type === "image" ? `![](${shownDestination(node.url)})` : "![]";
    this.#hide(from, to, `${left}${linkInPicture(this.#source, from, to)}`);
  }

  #parent(node: Parent, inLine: boolean): void {
    const isLine = node.type === "paragraph" || node.type === "heading" || node.type === "tableCell";
    const { hiding } = this.#tags;
    if (isLine) this.#line(...rangeOf(node));
    if (isLine) this.#laidOut(node);
    if (node.type === "table") this.#surplus(node.children);
    for (const child of node.children) {
      const [from, to] = rangeOf(child);
      if (child.position === undefined) continue;
      if (node.type === "root" && isUnsureBlock(child.type, this.#source.slice(from, to)))
        this.#cut(from, to);
      else this.visit(child, inLine || isLine);
    }
    if (isLine) this.#tags.hiding = hiding;
    if (node.type === "link" || node.type === "linkReference") this.#linkTail(node);
  }

  /** An element that begins there, or none, may take in what follows. */
  #cut(from: number, to: number): void {
    const isOpen = this.#source.slice(from, to).includes("<");
    if (isOpen) this.until = "the end of the file";
    this.#cutOut(from, isOpen ? this.#source.length : to);
  }

  /** Words that the page may show all the same. */
  #cutOut(from: number, to: number): void {
    this.#hide(from, to, /[\p{L}\p{N}]/u.test(this.#source.slice(from, to)) ? cutMark : "");
  }

  #line(start: number, end: number): void {
    const text = this.#source.slice(start, end);
    const bare = this.#bare.slice(start, end);
    const isUnsure = isUnsureLine(text) || hasOddTarget(bare);
    const odd = isUnsure ? { from: 0, to: text.length } : (oddCall(text, bare) ?? lazyTable(text));
    if (odd !== null) this.#cutOut(start + odd.from, start + odd.to);
    for (const { from, to } of imagesBefore(bare, this.targets)) this.#cutOut(start + from, start + to);
    for (const { from, to } of hidingFormulas(bare))
      if (isSentence(text.slice(from, to))) this.#cutOut(start + from, start + to);
  }

  /** Words in elements that a page may not show as they are: whoever reads a title or an ID without its tags reads them with it. */
  #laidOut(block: Parent): void {
    const { unseen, isOpen } = unseenWords(block);
    for (const [from, to] of unseen) this.#cutOut(from, to);
    if (isOpen && block.type !== "tableCell") this.until = "the end of the file";
  }

  /** Cells beyond those of the head are not shown. */
  #surplus(rows: readonly Parent[]): void {
    const columns = rows[0]?.children.length ?? 0;
    for (const row of rows) {
      const [first, last] = [row.children[columns], row.children.at(-1)];
      if (first !== undefined && last !== undefined) this.#hide(rangeOf(first)[0], rangeOf(last)[1]);
      row.children.length = Math.min(columns, row.children.length);
    }
  }

  #words(type: "text" | "inlineCode", from: number, to: number): void {
    if (this.#tags.hiding.length > 0) this.#cutOut(from, to);
    else if (type === "text")
      for (const part of textParts(this.#source.slice(from, to), from, null))
        if (part.left !== null) this.#hide(part.from, part.to, part.left);
  }

  /** A page shows no word of what follows the language of a fence, or the name of its directive. */
  #info(from: number, to: number): void {
    const [line] = this.#source.slice(from, to).split("\n", 1);
    const kept = /^(?:`{3,}|~{3,})[^\S\n]*(?:\{[\w-]*\}|\S*)/.exec(line ?? "")?.[0];
    if (kept !== undefined && line !== undefined && kept.length < line.trimEnd().length)
      this.#hide(from + kept.length, from + line.length);
  }

  #call(from: number, to: number): void {
    if (isNoCall(this.#source, from, to)) {
      this.#hide(from, to);
      return;
    }
    const label = this.#source.slice(from + 2, to - 1).toLowerCase();
    this.#called.add(label);
    this.labels.push({ label, from: from + 2, to: to - 1 });
  }

  #note(node: FootnoteDefinition, from: number, to: number): void {
    const label = node.label ?? "";
    if (countsInNote(this.#source.slice(from, to))) {
      this.#cutOut(from, to);
      return;
    }
    // What goes on in a note that begins another is not read alike, nor is what has an odd label a note to everybody.
    if (!isPlainLabel(label) || this.#called !== this.calls) {
      this.#cutOut(from, to);
      return;
    }
    const calls = new Set<string>();
    const around = this.#called;
    this.#called = calls;
    for (const child of node.children) this.visit(child, false);
    this.#called = around;
    this.notes.push({ label: label.toLowerCase(), from, to, calls });
    this.labels.push({ label: label.toLowerCase(), from: from + 2, to: this.#source.indexOf("]:", from) });
  }

  #linkTail(node: Parent): void {
    const [from, to] = rangeOf(node);
    if (this.#source[from] !== "[") return;
    const last = node.children.at(-1);
    const tail = last === undefined ? from + 1 : rangeOf(last)[1];
    const written = this.#source.slice(tail, to);
    if (node.type === "link" && /\s/.test(written)) this.#hide(tail, to, `](${shownDestination(node.url)})`);
    if (node.type !== "linkReference") return;
    const target = targetOf(node.identifier, this.targets);
    const isWithin = isInBrackets(this.#source, to);
    if (isWithin || node.referenceType === "full" || target.startsWith("#gh-"))
      this.#hide(tail, to, target === "" && !isWithin ? "]" : `](${target === "" ? "/" : target})`);
  }

  #html(node: Html, from: number, inLine: boolean): void {
    const [, to] = rangeOf(node);
    const written = this.#source.slice(from, to);
    const comment = openComment(written);
    if (comment !== null) {
      const isRead = htmlRuns(written.slice(0, comment)) !== null;
      this.#hide(isRead ? from + comment : from, this.#source.length);
      this.until = "the end of the file";
      return;
    }
    const runs = beginsNoBlock(written) ? null : htmlRuns(written);
    if (runs === null) {
      this.until = inLine ? null : openQuote(written);
      if (this.until !== null) this.#cutOut(from, this.#source.length);
      else if (inLine || beginsNoBlock(written) || goesOn.test(written)) this.#cutOut(from, to);
      return;
    }
    this.#runs(runs, from);
  }

  #runs(runs: readonly HtmlRun[], from: number): void {
    let at = from;
    for (const { text, tag, lead = "" } of withRests(runs)) {
      const end = at + text.length;
      const left = tag === "" ? lead : this.#leftOf(text, tag);
      if (left !== text) this.#hide(at, end, left);
      at = end;
    }
  }

  #leftOf(text: string, tag: string | null): string {
    if (tag === null || isFiltered(text))
      return this.#tags.hiding.length > 0 && text.trim() !== "" ? cutMark : text;
    this.#tags.open(text);
    return wordlessTag(text);
  }
}
