import type { Element, Nodes } from "hast";
import type { Root } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { hasSharedSlot } from "./cell-grid.ts";
import { unseenElements } from "./known-tags.ts";
import { markOf, marksIn } from "./page-part.ts";

const renderer = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });
const browser = unified().use(rehypeParse, { fragment: true });

/** Each makes its words smaller by a tenth or a half: three deep they can be read, deeper they are a speck. */
const smaller = new Set("sub sup small code kbd samp tt pre ruby rt h5 h6 section".split(" "));
const mostLevels = 3;

/**
 * Attributes that leave all words where they are. By any other an element may be shown as nothing, or its words be moved,
 * cut off or drawn over each other.
 */
const harmless = new Set(
  `id name href src srcset alt title align vAlign width start type value reversed open lang cite dateTime checked disabled
  target rel label rowSpan colSpan headers scope abbr border media sizes loading referrerPolicy align dataFootnoteRef
  dataFootnoteBackref dataFootnotes ariaDescribedBy ariaLabel ariaHidden`.split(/\s+/),
);
/** Of these only a picture's size is harmless. */
const sizes = new Set(["width", "height"]);

/**
 * The marks that somebody who reads the page sees: it is rendered, and parsed as a browser parses it. `last` is a mark that
 * is put behind the page.
 */
export function seenMarks(tree: Root, last: number): ReadonlySet<number> {
  const html = `${renderer.stringify(renderer.runSync(tree))}\n<p>${markOf(last)}</p>`;
  const seen = new Set<number>();
  collect(browser.parse(html), 0, seen);
  return seen;
}

function collect(node: Nodes, level: number, seen: Set<number>): void {
  if (node.type === "text") for (const mark of marksIn(node.value)) seen.add(mark);
  if (node.type !== "element" && node.type !== "root") return;
  if (node.type === "element" && isHidden(node)) return;
  const isSmaller = node.type === "element" && smaller.has(node.tagName);
  const inside = level + (isSmaller ? 1 : 0);
  if (inside > mostLevels) return;
  for (const child of node.children) collect(child, inside, seen);
}

/** What GitHub draws in place of a block of code, be it written as HTML. */
const drawnLanguages = /^(?:mermaid|math|geojson|topojson|stl)$/i;

/** GitHub shows such a link to readers of one colour scheme only. */
const themeOnly = /#gh-(?:dark|light)-mode-only$/i;

/** Lines in these have no height: they are drawn over each other. */
const raised = new Set(["sub", "sup"]);
const lines = new Set(
  "br div p li ul ol dl dt dd td th tr table blockquote pre h1 h2 h3 h4 h5 h6 hr details summary".split(" "),
);

function isHidden(element: Element): boolean {
  const { tagName, properties } = element;
  if (unseenElements.has(tagName)) return true;
  if (tagName === "pre" && drawnLanguages.test(String(properties["lang"] ?? ""))) return true;
  if (tagName === "table" && (mayCover(element) || hasSharedSlot(element))) return true;
  if (tagName === "a" && themeOnly.test(String(properties["href"] ?? ""))) return true;
  if (raised.has(tagName) && elementsIn(element).some(({ tagName: inside }) => lines.has(inside)))
    return true;
  return Object.entries(properties).some(([name, value]) => !isHarmless(tagName, name, value));
}

function isHarmless(tagName: string, name: string, value: unknown): boolean {
  if (sizes.has(name))
    return tagName === "img" || tagName === "source" || (name === "width" && isWide(value));
  return harmless.has(name) || isOwn(String(value));
}

/** A share of the page that words fit in. */
function isWide(value: unknown): boolean {
  return /^(?:[1-9]\d%|100%|\d{3,4}(?:px)?)$/.test(String(value));
}

/** Classes that the renderer itself sets. */
function isOwn(value: string): boolean {
  return /^(?:language-\S*|contains-task-list|task-list-item|footnotes|data-footnote-backref)$/.test(value);
}

/** A picture can stand over the words of cells that overlap. */
function mayCover(table: Element): boolean {
  const inside = elementsIn(table);
  const spans = inside.some(({ properties }) => "rowSpan" in properties || "colSpan" in properties);
  return spans && inside.some(({ tagName }) => tagName === "img");
}

function elementsIn(element: Element): readonly Element[] {
  return element.children.flatMap((child) => (child.type === "element" ? [child, ...elementsIn(child)] : []));
}
