import type { SourceLine } from "../source.ts";
import { scanSource } from "../scan/scan-source.ts";
import { blocksOfScan } from "./blocks-of-scan.ts";
import { blocksOfTree } from "./blocks-of-tree.ts";
import type { MarkdownText } from "./markdown-text.ts";
import { parseBounded } from "./parse.ts";

/** Characters of texts whose reading is kept; least recently used first out. */
const maxKept = 4_000_000;
const kept = new Map<string, MarkdownText>();
let keptCharacters = 0;

/**
 * Reads Markdown of bounded size: a document, or an entry's own text. Whole files of a spec are scanned instead. Time is
 * near linear for any text; one beyond `readBounds` is read as plain blocks. The same text is read once.
 */
export function readMarkdown(text: string): MarkdownText {
  const known = kept.get(text);
  if (known !== undefined) {
    kept.delete(text);
    kept.set(text, known);
    return known;
  }
  const lines = text.split(/\r\n|\n|\r/);
  const reading = read(lines.join("\n"), (line) => line);
  keep(text, reading);
  return reading;
}

function keep(text: string, reading: MarkdownText): void {
  kept.set(text, reading);
  keptCharacters += text.length;
  for (const oldest of kept.keys()) {
    if (keptCharacters <= maxKept) return;
    kept.delete(oldest);
    keptCharacters -= oldest.length;
  }
}

const readings = new WeakMap<readonly SourceLine[], MarkdownText>();

/**
 * Reads lines of a file, such as an entry's own; lines of the result are those of the file. Where lines between them are
 * left out, a block ends.
 */
export function readLines(lines: readonly SourceLine[]): MarkdownText {
  const known = readings.get(lines);
  if (known !== undefined) return known;
  const margin = indentOf(lines.find(({ text }) => text.trim() !== "")?.text ?? "");
  const texts: string[] = [];
  const numbers: number[] = [];
  lines.forEach(({ line, text }, index) => {
    const previous = lines[index - 1]?.line ?? line - 1;
    if (line > previous + 1) {
      texts.push("");
      numbers.push(previous);
    }
    texts.push(text.slice(Math.min(margin, indentOf(text))));
    numbers.push(line);
  });
  const reading = read(texts.join("\n"), (line) => numbers[line - 1] ?? line);
  readings.set(lines, reading);
  return reading;
}

/** The list item that an entry is may stand deep in others: its first line says how deep. */
function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function read(text: string, lineOf: (line: number) => number): MarkdownText {
  const scan = scanSource({ path: "", text });
  const tree = parseBounded(text, scan);
  const blocks = tree === null ? blocksOfScan(scan) : blocksOfTree(tree, text);
  const placed = <Part extends { readonly line: number; readonly endLine: number }>(parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, line: lineOf(part.line), endLine: lineOf(part.endLine) }));
  return {
    passages: placed(blocks.passages).map((one) => ({ ...one, sentences: placed(one.sentences) })),
    fences: placed(blocks.fences),
    tables: placed(blocks.tables),
    items: placed(blocks.items),
    links: placed(blocks.links),
    footnotes: placed(blocks.footnotes),
    html: placed(blocks.html),
    visible: blocks.passages.map(({ visible }) => visible).join("\n"),
    isWhole: tree !== null,
  };
}
