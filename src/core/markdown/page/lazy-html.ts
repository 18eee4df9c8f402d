import type { Nodes, Root } from "mdast";
import { beginsNoBlock, htmlRuns } from "./html-runs.ts";
import { rangeOf, type Parent } from "./source-range.ts";

interface LazyHtml {
  readonly from: number;
  readonly to: number;
  /** It may take in all that follows. */
  readonly isOpen: boolean;
}

/**
 * Whether HTML stands below definitions without an empty line between: to GitHub all of it, a line below them too, may be one
 * paragraph.
 */
function isBelowDefinition({ children }: Parent, at: number): boolean {
  for (let below = children[at]; below !== undefined; below = children[at]) {
    at -= 1;
    const above = children[at];
    if (above?.position?.end.line !== (below.position?.start.line ?? 0) - 1) return false;
    if (above.type === "definition") return true;
    if (above.type !== "thematicBreak") return false;
  }
  return false;
}

/** Takes out HTML that may be a paragraph to GitHub, and so end elsewhere; whether all that follows it is taken out, too. */
function takeBelowDefinitions(parent: Parent, source: string, found: LazyHtml[]): boolean {
  for (let at = 0; at < parent.children.length; at += 1) {
    const child = parent.children[at];
    let isOpen = child !== undefined && isContainer(child) && takeBelowDefinitions(child, source, found);
    const isTaken = child?.type === "html" && isBelowDefinition(parent, at);
    if (isTaken) {
      const [from, to] = rangeOf(child);
      isOpen = htmlRuns(source.slice(from, to)) === null;
      found.push({ from, to: isOpen ? source.length : to, isOpen });
      parent.children.splice(at, 1);
      at -= 1;
    }
    if (!isOpen) continue;
    parent.children.length = at + 1;
    return true;
  }
  return false;
}

/**
 * Takes out of a tree what GitHub reads as HTML and this reader as paragraphs: directly behind a list, a quotation or a note, a tag
 * in a line of its own begins a block that goes on up to an empty line; and what follows HTML there that is a paragraph to GitHub.
 */
export function takeLazyHtml(tree: Root, source: string): readonly LazyHtml[] {
  const found: LazyHtml[] = [];
  takeBelowDefinitions(tree, source, found);
  for (let at = 0; at < tree.children.length; at += 1) {
    const child = tree.children[at];
    const parent = child === undefined ? null : innermost(child);
    const last = parent?.children.at(-1);
    if (last?.type !== "html") continue;
    const [from, to] = rangeOf(last);
    const isLazy =
      /^ {0,3}$/.test(source.slice(source.lastIndexOf("\n", from - 1) + 1, from)) ||
      beginsNoBlock(source.slice(from, to));
    const end = blankAfter(source, to);
    if (!isLazy || source.slice(to, end).trim() === "") continue;
    const isOpen = htmlRuns(source.slice(from, end)) === null;
    parent?.children.pop();
    found.push({ from, to: takeFollowing(tree, at + 1, isOpen ? source.length : end), isOpen });
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** The container that ends last in a block; null: the block contains no others. */
function innermost(block: Nodes): Parent | null {
  let found: Parent | null = null;
  for (
    let node: Nodes | undefined = block;
    node !== undefined && isContainer(node);
    node = node.children.at(-1)
  )
    found = node;
  return found;
}

function isContainer(node: Nodes): node is Parent {
  return /^(?:list|listItem|blockquote|footnoteDefinition)$/.test(node.type);
}

function blankAfter(source: string, from: number): number {
  const blank = /\n[ \t>]*(?:\n|$)/g;
  blank.lastIndex = from;
  return blank.exec(source)?.index ?? source.length;
}

/** Takes the blocks that begin before `end`; where the last of them ends. */
function takeFollowing(tree: Root, first: number, end: number): number {
  let to = end;
  let next = first;
  for (let block = tree.children[next]; block !== undefined; block = tree.children[next]) {
    const [start, stop] = rangeOf(block);
    if (start >= end) break;
    to = Math.max(to, stop);
    next += 1;
  }
  tree.children.splice(first, next - first);
  return to;
}
