import { drawnLines } from "./diagrams.ts";
import { mayHideWords } from "./formulas.ts";
import type { Marks, PagePart } from "./page-part.ts";

type Drawing = (lines: readonly string[]) => readonly string[];

/** Fences that GitHub draws, and what is seen of their lines. */
const drawn: Readonly<Partial<Record<string, Drawing>>> = {
  math: (lines) => (mayHideWords(lines.join("\n")) ? [] : lines),
  mermaid: drawnLines,
  geojson: () => [],
  topojson: () => [],
  stl: () => [],
};

/** Parts of a block of code that begins at `from` in the source; of what follows its language nothing is shown. */
export function fenceParts(
  source: string,
  from: number,
  language: string,
  marks: Marks,
): readonly PagePart[] {
  const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0].length;
  if (fence === undefined) return [shown(from, from + source.length, marks)];
  const end = source.includes("\n") ? source.indexOf("\n") : source.length;
  const word = source.slice(fence, end).trim().split(/\s/, 1)[0] ?? "";
  const left = /^[\w#+.-]{0,20}$/.test(word) ? word : "";
  const info: PagePart = { from: from + fence, to: from + end, left, kind: "info string", marks: null };
  const drawing = Object.hasOwn(drawn, language) ? drawn[language] : undefined;
  if (drawing === undefined) return [info, shown(from + end, from + source.length, marks)];
  return [info, ...drawnParts(source.slice(end + 1), from + end + 1, marks, drawing)];
}

function drawnParts(inside: string, from: number, marks: Marks, drawing: Drawing): readonly PagePart[] {
  const lines = inside.split("\n");
  const isClosed = /^[\s>]*(?:`{3,}|~{3,})\s*$/.test(lines.at(-1) ?? "");
  const body = isClosed ? lines.slice(0, -1) : lines;
  const seen = new Set(drawing(body));
  // Of a drawing of which all is known the other lines are comments.
  const kind = seen.size === 0 ? "unread" : "attribute";
  let at = from;
  return body.map((line) => {
    const start = at;
    at = Math.min(at + line.length + 1, from + inside.length);
    return seen.has(line) || line.trim() === ""
      ? shown(start, at, marks)
      : { from: start, to: at, left: "", kind, marks: null };
  });
}

function shown(from: number, to: number, marks: Marks): PagePart {
  return { from, to, left: null, kind: "unread", marks };
}
