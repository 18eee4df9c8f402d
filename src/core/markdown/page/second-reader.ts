import { markdownToHTML } from "comrak";
import type { Nodes } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { withoutHiddenCharacters } from "../hidden-text.ts";
import { unseenElements } from "./known-tags.ts";

export interface PageWords {
  /** In small letters, each element's by themselves, without what is drawn. */
  readonly apart: ReadonlySet<string>;
  /** How often each stands there at most: an element may stand within a word, or between two. */
  readonly counts: ReadonlyMap<string, number>;
}

/**
 * The words of a page as a second reader of Markdown shows it: comrak, a port of GitHub's own (cmark-gfm), which shares no line
 * with the one that texts are read by. Null: it was not asked, or has no answer. Addresses are no links to it, which changes no word
 * and costs it no stack.
 */
export function wordsOnPage(markdown: string): PageWords | null {
  if (isTooWide(markdown)) return null;
  try {
    const html = markdownToHTML(markdown.replace(noCharacter, "\u200b"), options);
    const texts = textsOf(markdown, html);
    const undrawn = html.replace(drawnBlock, "");
    return counted(texts, undrawn === html ? texts : textsOf(markdown, undrawn));
  } catch {
    return null;
  }
}

/** Shown as a sign that something was there. */
const noCharacter = /\p{Cs}|\0/gu;

const options = {
  extension: { table: true, strikethrough: true, tagfilter: true, footnotes: true, tasklist: true },
  render: { unsafe: true },
};

/** Rows are filled up to the width of their table: so many cells at most. */
const mostCells = 400_000;

function isTooWide(markdown: string): boolean {
  if (!markdown.includes("|")) return false;
  let rows = 0;
  let widest = 0;
  for (const line of markdown.split(/[\r\n]/)) {
    rows += 1;
    widest = Math.max(widest, line.split("|").length);
  }
  return rows * widest > mostCells;
}

/** To a browser it ends as an instruction does, which leaves the words around it apart. */
const declaration = /<!(?=[A-Za-z])/g;
const browser = unified().use(rehypeParse, { fragment: true });
const mayBeHtml = /<[A-Za-z!?/]/;

/** What GitHub draws in place of code: not all that is written is drawn. */
const drawnBlock =
  /<pre><code class="language-(?:mermaid|math|geojson|topojson|stl)">[^<]{0,100000}<\/code><\/pre>/gi;

function textsOf(markdown: string, html: string): readonly string[] {
  if (mayBeHtml.test(markdown)) return textsIn(browser.parse(html.replace(declaration, "<?")));
  // All tags are the renderer's own: nothing has to be mended.
  return html
    .replace(numbers, " ")
    .split(/<[^<>]*>/)
    .map(withCharacters);
}

/** A call of a footnote is shown as its number, and the note has a way back. */
const numbers =
  /<sup class="footnote-ref">.{0,400}?<\/sup>|<a href="[^"]{0,400}" class="footnote-backref"[^>]{0,600}>.{0,60}?<\/a>/g;

function withCharacters(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");
}

function textsIn(node: Nodes): readonly string[] {
  if (node.type === "text") return [node.value];
  if (node.type !== "element" && node.type !== "root") return [];
  if (node.type === "element" && (unseenElements.has(node.tagName) || isNumber(node.properties["className"])))
    return [];
  return node.children.flatMap(textsIn);
}

function isNumber(classes: unknown): boolean {
  return Array.isArray(classes) && (classes.includes("footnote-ref") || classes.includes("footnote-backref"));
}

function counted(texts: readonly string[], undrawn: readonly string[]): PageWords {
  const counts = countsOf(texts);
  const apart = new Set(countsOf(undrawn).keys());
  for (const [word, count] of countsOf([texts.join("")]))
    counts.set(word, Math.max(count, counts.get(word) ?? 0));
  return { apart, counts };
}

function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The words of a text in small letters, without the characters that show as nothing. */
export function wordsIn(text: string): readonly string[] {
  const words = withoutHiddenCharacters(text).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  return words.map((word) => word.toLowerCase());
}

/** A text with the characters that its references stand for. */
export function withoutReferences(text: string): string {
  return text.includes("&") ? textsIn(browser.parse(text.replace(/</g, "&lt;"))).join("") : text;
}
