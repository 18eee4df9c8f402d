import type { Code, Node, Nodes, Parents, Root, Table } from "mdast";
import { visibleText, withoutHiddenCharacters } from "../hidden-text.ts";
import { offsetsOf, type Piece, piecesOf, visibleBetween } from "./inline.ts";
import type {
  Lines,
  MarkdownFence,
  MarkdownPassage,
  MarkdownSentence,
  MarkdownTable,
  MarkdownText,
  PassageKind,
} from "./markdown-text.ts";
import { sentenceRanges } from "./sentence-ranges.ts";

/** The parts of a text before its lines are those of a file. */
export type MarkdownBlocks = Omit<MarkdownText, "visible" | "isWhole">;

type Mutable = { -readonly [Key in keyof MarkdownBlocks]: MarkdownBlocks[Key][number][] };

interface Waiting {
  readonly node: Nodes;
  readonly depth: number;
  readonly inQuote: boolean;
  /** First child of a list item. */
  readonly opensItem: boolean;
  /** Not within a paragraph, a heading or a cell: HTML there is part of that. */
  readonly isBlock: boolean;
}

/** Blocks whose content is inline. */
const inline: ReadonlySet<string> = new Set(["paragraph", "heading", "tableCell"]);

/** Blocks of a parsed text in document order. */
export function blocksOfTree(tree: Root, source: string): MarkdownBlocks {
  const blocks: Mutable = {
    passages: [],
    fences: [],
    tables: [],
    items: [],
    links: [],
    footnotes: [],
    html: [],
  };
  const waiting: Waiting[] = [{ node: tree, depth: -1, inQuote: false, opensItem: false, isBlock: true }];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    note(one, source, blocks);
    if (!("children" in one.node)) continue;
    const { node } = one;
    const depth = node.type === "list" ? one.depth + 1 : one.depth;
    const inQuote = one.inQuote || node.type === "blockquote";
    const isBlock = one.isBlock && !inline.has(node.type);
    const inner = node.children.map((child, index) => {
      const opensItem = node.type === "listItem" && index === 0;
      return { node: child, depth, inQuote, opensItem, isBlock };
    });
    waiting.push(...inner.reverse());
  }
  return blocks;
}

function note({ node, depth, inQuote, opensItem, isBlock }: Waiting, source: string, blocks: Mutable): void {
  const { passages } = blocks;
  const lines = linesOf(node);
  switch (node.type) {
    case "heading":
      passages.push(prose(node, "heading", source, node.depth));
      break;
    case "paragraph":
      passages.push(prose(node, opensItem ? "item" : inQuote ? "quote" : "paragraph", source));
      break;
    case "listItem":
      blocks.items.push({ ...lines, depth, isOrdered: /^\d/.test(sourceOf(node, source)) });
      break;
    case "table":
      blocks.tables.push(tableOf(node, source));
      passages.push(
        ...node.children.map((row, i) => prose(row, i === 0 ? "table-head" : "table-row", source)),
      );
      break;
    case "code":
      blocks.fences.push(fenceOf(node, source));
      passages.push(codePassage(node, source));
      break;
    case "html":
      blocks.html.push({ ...lines, text: node.value });
      if (isBlock) passages.push(whole(node, "html", withoutTags(node.value), source));
      break;
    case "definition":
      passages.push(whole(node, "definition", "", source));
      break;
    case "yaml":
      passages.push(whole(node, "front-matter", "", source));
      break;
    case "link":
      blocks.links.push({
        ...lines,
        url: node.url,
        text: visibleBetween(piecesOf(node, source), 0, source.length, source),
      });
      break;
    case "footnoteDefinition":
      blocks.footnotes.push({ ...lines, label: node.identifier });
      break;
    default:
  }
}

function linesOf({ position }: Node): Lines {
  return { line: position?.start.line ?? 1, endLine: position?.end.line ?? 1 };
}

function sourceOf(node: Node, source: string): string {
  const { start, end } = offsetsOf(node);
  return source.slice(start, end);
}

function prose(block: Parents, kind: PassageKind, source: string, level = 0): MarkdownPassage {
  const pieces = piecesOf(block, source);
  const { start, end } = offsetsOf(block);
  const first = linesOf(block).line;
  const sentences = sentenceRanges(pieces, start, end, source).map(([from, to]) =>
    sentenceOf(pieces, from, to, source),
  );
  const placed = sentences.map(({ offset, ...one }) => {
    const line = first + breaks(source.slice(start, offset));
    return { ...one, line, endLine: line + breaks(one.text) };
  });
  const visible = visibleBetween(pieces, start, end, source);
  return { ...linesOf(block), kind, level, text: source.slice(start, end), visible, sentences: placed };
}

function sentenceOf(pieces: readonly Piece[], from: number, to: number, source: string) {
  return { offset: from, text: source.slice(from, to), visible: visibleBetween(pieces, from, to, source) };
}

function breaks(text: string): number {
  return text.split("\n").length - 1;
}

function whole(node: Node, kind: PassageKind, visible: string, source: string): MarkdownPassage {
  const text = sourceOf(node, source);
  const sentences = visible === "" ? [] : [{ ...linesOf(node), text, visible }];
  return { ...linesOf(node), kind, level: 0, text, visible, sentences };
}

function withoutTags(html: string): string {
  return visibleText(html)
    .text.replace(/<[^<>]{0,2000}>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

function codePassage(node: Code, source: string): MarkdownPassage {
  const first = linesOf(node).line + (isFenced(node, source) ? 1 : 0);
  const visible = withoutHiddenCharacters(node.value);
  const sentences: MarkdownSentence[] = node.value.split("\n").flatMap((text, index) => {
    const shown = withoutHiddenCharacters(text).trim();
    return shown === ""
      ? []
      : [{ line: first + index, endLine: first + index, text: text.trim(), visible: shown }];
  });
  return { ...linesOf(node), kind: "code", level: 0, text: sourceOf(node, source), visible, sentences };
}

function isFenced(node: Code, source: string): boolean {
  return /^(?:`{3}|~{3})/.test(sourceOf(node, source));
}

function fenceOf(node: Code, source: string): MarkdownFence {
  const raw = sourceOf(node, source);
  const mark = /^(?:`{3,}|~{3,})/.exec(raw)?.[0] ?? null;
  const last = raw
    .slice(raw.lastIndexOf("\n") + 1)
    .replace(/^[\s>]*/, "")
    .trimEnd();
  const info = [node.lang, node.meta].filter(Boolean).join(" ");
  const { line, endLine } = linesOf(node);
  const isEmpty = mark !== null && endLine - line < 2;
  return {
    ...{ line, endLine },
    info,
    language: (node.lang ?? "").split(/[,{]/, 1)[0]?.toLowerCase() ?? "",
    content: isEmpty ? "" : `${node.value}\n`,
    isFenced: mark !== null,
    isClosed: mark === null || (raw.includes("\n") && last.startsWith(mark) && /^(?:`+|~+)$/.test(last)),
  };
}

/** Rows have as many cells as the header, as a page shows them. */
function tableOf(node: Table, source: string): MarkdownTable {
  const [header = [], ...rows] = node.children.map((row) =>
    row.children.map((cell) =>
      sourceOf(cell, source)
        .replace(/^\|/, "")
        .replace(/(?<!\\)\|$/, "")
        .trim()
        .replaceAll("\\|", "|"),
    ),
  );
  return { ...linesOf(node), header, rows: rows.map((row) => header.map((_, index) => row[index] ?? "")) };
}
