import type { SourceLine } from "../../entries/entry.ts";

/** A fenced block or a table as it stands in Markdown. Lines are 1-based, inclusive, markers included. */
export type Sample =
  | {
      readonly kind: "fence";
      readonly line: number;
      readonly endLine: number;
      /** First word of the info string, lower case; "" without one. */
      readonly info: string;
      /** Byte for byte, without the indentation of the block it stands in. */
      readonly content: string;
    }
  | {
      readonly kind: "table";
      readonly line: number;
      readonly endLine: number;
      readonly columns: readonly string[];
      /** Cells as written, as many as there are columns. */
      readonly rows: readonly (readonly string[])[];
    };

/**
 * Fenced blocks (CommonMark 0.31 §4.5) and tables (GFM §4.10) in lines of Markdown, also inside list items and quotes.
 * A fence that is never closed is none: what follows it cannot be told from prose.
 */
export function samplesIn(lines: readonly SourceLine[]): Sample[] {
  const found: Sample[] = [];
  let i = 0;
  while (i < lines.length) {
    const sample = fenceAt(lines, i) ?? tableAt(lines, i);
    if (sample !== null) found.push(sample.sample);
    i = sample === null ? i + 1 : sample.next;
  }
  return found;
}

interface Read {
  readonly sample: Sample;
  readonly next: number;
}

const opening = /^([\s>]*(?:[-*+]\s{1,4})?)(`{3,}(?!`)|~{3,}(?!~))([^`]*)$/;

function fenceAt(lines: readonly SourceLine[], start: number): Read | null {
  const first = lines[start];
  const match = first === undefined ? null : opening.exec(first.text.trimEnd());
  if (first === undefined || match === null) return null;
  const [, prefix = "", marker = "", info = ""] = match;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined || !closes(line.text, marker)) continue;
    const content = lines.slice(start + 1, i).map(({ text }) => `${dedent(text, prefix.length)}\n`);
    const sample = {
      kind: "fence",
      line: first.line,
      endLine: line.line,
      info: (info.trim().split(/[\s{,]/, 1)[0] ?? "").toLowerCase(),
      content: content.join(""),
    } as const;
    return { sample, next: i + 1 };
  }
  return null;
}

function closes(text: string, marker: string): boolean {
  const bare = text.replace(/^[\s>]*/, "").trimEnd();
  return bare.length >= marker.length && bare === (marker[0] ?? "").repeat(bare.length);
}

/** At most `width` leading blanks and quote marks removed: what the enclosing block put there. */
function dedent(text: string, width: number): string {
  let at = 0;
  while (at < width && at < text.length && (/\s/.test(text[at] ?? "") || text[at] === ">")) at++;
  return text.slice(at);
}

function tableAt(lines: readonly SourceLine[], start: number): Read | null {
  const head = lines[start];
  const under = lines[start + 1];
  if (head === undefined || under === undefined || !head.text.includes("|")) return null;
  const columns = cellsOf(head.text);
  const rule = cellsOf(under.text);
  if (rule.length !== columns.length || !rule.every((cell) => /^:?-+:?$/.test(cell))) return null;
  const rows: string[][] = [];
  let next = start + 2;
  for (; next < lines.length; next++) {
    const text = lines[next]?.text ?? "";
    if (!text.includes("|")) break;
    const cells = cellsOf(text);
    rows.push(columns.map((_, i) => cells[i] ?? ""));
  }
  const endLine = lines[next - 1]?.line ?? under.line;
  return { sample: { kind: "table", line: head.line, endLine, columns, rows }, next };
}

/** Cells of a row; `\|` is a bar inside a cell. */
function cellsOf(text: string): string[] {
  const bare = text.replace(/^[\s>]*/, "").trim();
  const inner = bare.replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
}
