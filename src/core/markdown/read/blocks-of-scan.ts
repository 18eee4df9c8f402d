import { visibleText } from "../hidden-text.ts";
import type { Block, ScannedSource } from "../scan/scanned-source.ts";
import { sentences } from "../sentences.ts";
import type { MarkdownBlocks } from "./blocks-of-tree.ts";
import type { MarkdownPassage, PassageKind } from "./markdown-text.ts";

const kinds: Readonly<Partial<Record<Block["kind"], PassageKind>>> = {
  heading: "heading",
  fence: "code",
  code: "code",
  html: "html",
  comment: "html",
  table: "table-row",
  definition: "definition",
  "front-matter": "front-matter",
};

/** Blocks of a text that is too large or too deep to be parsed: as the linear scan finds them, inline marks unread. */
export function blocksOfScan(scan: ScannedSource): MarkdownBlocks {
  const linesOf = ({ line, endLine }: { readonly line: number; readonly endLine: number }) =>
    scan.lines.slice(line - 1, endLine);
  return {
    passages: scan.blocks
      .filter(({ kind }) => kind !== "rule")
      .map((block) => passageOf(block, linesOf(block))),
    fences: scan.fences.map((fence) => {
      const inside = linesOf(fence).slice(1, fence.closed ? -1 : undefined);
      const content = inside.map((line) => `${line.content}\n`).join("");
      const { line, endLine, info, language, closed } = fence;
      return { line, endLine, info, language, content, isFenced: true, isClosed: closed };
    }),
    tables: scan.tables.map(({ line, endLine, header, rows }) => ({
      ...{ line, endLine, header },
      rows: rows.map(({ cells }) => header.map((_, index) => cells[index] ?? "")),
    })),
    items: scan.items.map(({ line, endLine, depth, number }) => ({
      ...{ line, endLine, depth },
      isOrdered: number !== null,
    })),
    links: [],
    footnotes: [],
    html: scan.blocks
      .filter(({ kind }) => kind === "html" || kind === "comment")
      .map((block) => ({
        line: block.line,
        endLine: block.endLine,
        text: linesOf(block)
          .map(({ text }) => text)
          .join("\n"),
      })),
  };
}

function passageOf(block: Block, lines: ScannedSource["lines"]): MarkdownPassage {
  const { line, endLine } = block;
  const text = lines.map((one) => one.content).join("\n");
  const visible = visibleText(text).text.replace(/\s+/g, " ").trim();
  const found = sentences(visible).map((one) => ({ line, endLine, text: one.text, visible: one.text }));
  const level = block.kind === "heading" ? (/^#{1,6}/.exec(text)?.[0].length ?? 1) : 0;
  return { line, endLine, kind: kinds[block.kind] ?? "paragraph", level, text, visible, sentences: found };
}
