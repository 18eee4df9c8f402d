import type { Nodes } from "hast";
import type { Root } from "mdast";
import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { markOf, marksIn } from "./page-part.ts";
import { inside, mayBeUnseen } from "./unseen-element.ts";

const renderer = unified()
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true });
const browser = unified().use(rehypeParse, { fragment: true });

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
  if (node.type === "element" && mayBeUnseen(node)) return;
  const within = inside(node, level);
  if (within === null) return;
  for (const child of node.children) collect(child, within, seen);
}
