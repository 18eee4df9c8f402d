import { markdownToHTML } from "comrak";
import type { Nodes } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { withoutHiddenCharacters } from "../hidden-text.ts";
import { unseenElements } from "./known-tags.ts";
import { inside, mayBeUnseen } from "./unseen-element.ts";

export interface PageWords {
  /** In small letters, each element's by themselves, without what is drawn. */
  readonly apart: ReadonlySet<string>;
  /** How often each is seen for sure, at most: an element may stand within a word, or between two. */
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
    const { all, seen } = textsOf(markdown, html);
    const undrawn = html.replace(drawnBlock, "");
    return counted(seen, undrawn === html ? all : textsOf(markdown, undrawn).all);
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

interface Texts {
  /** What is shown, and what may be. */
  readonly all: readonly string[];
  /** What is seen for sure. */
  readonly seen: readonly string[];
}

function textsOf(markdown: string, html: string): Texts {
  if (mayBeHtml.test(markdown)) {
    const page = browser.parse(html.replace(declaration, "<?"));
    return { all: textsIn(page), seen: seenIn(page, 0) };
  }
  // All tags are the renderer's own: nothing has to be mended.
  const all = html
    .replace(numbers, " ")
    .split(/<[^<>]*>/)
    .map(withCharacters);
  return { all, seen: all };
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

function seenIn(node: Nodes, level: number): readonly string[] {
  if (node.type === "text") return [node.value];
  if (node.type !== "element" && node.type !== "root") return [];
  const isElement = node.type === "element";
  if (isElement && (isNumber(node.properties["className"]) || mayBeUnseen(node, !inline.has(node.tagName))))
    return [];
  const within = inside(node, level);
  return within === null ? [] : node.children.flatMap((child) => seenIn(child, within));
}

/** Elements that stand within a line. Of any other one that is only laid out otherwise, such as a box, entries may stand in it. */
const inline = new Set(
  "a abbr b big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var".split(
    " ",
  ),
);

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
