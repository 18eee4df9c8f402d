import type { Node, Nodes, Parents } from "mdast";
import { withoutHiddenCharacters } from "../hidden-text.ts";

/** A stretch of inline content. Offsets are those of the source. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** What a reader of the page sees of it. */
  readonly shown: string;
  /** Prose of which every part shows as it stands in the source, but for escapes. */
  readonly isProse: boolean;
}

/** The inline content of a block in document order. Nesting needs no stack of calls. */
export function piecesOf(block: Parents, source: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const waiting: Nodes[] = [...block.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "tableCell") pieces.push(gapAt(offsetsOf(node).start));
    if ("children" in node) waiting.push(...[...node.children].reverse());
    else if (node.type === "text") pieces.push(...proseOf(node.value, offsetsOf(node), source));
    else pieces.push({ ...offsetsOf(node), shown: shownOf(node), isProse: false });
  }
  return pieces;
}

/** Cells of a row are read apart. */
function gapAt(start: number): Piece {
  return { start, end: start, shown: " ", isProse: false };
}

export function offsetsOf({ position }: Node): { readonly start: number; readonly end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

/** A piece for each line: between them stand the marks of what the text is in. */
function proseOf(
  value: string,
  { start, end }: { readonly start: number; readonly end: number },
  source: string,
): readonly Piece[] {
  const shown = value.split("\n");
  let at = start;
  return source
    .slice(start, end)
    .split("\n")
    .map((line, index) => {
      const marks = index === 0 ? 0 : (/^[\s>]*/.exec(line)?.[0].length ?? 0);
      const piece = {
        start: at + marks,
        end: at + line.length,
        shown: `${shown[index] ?? ""} `,
        isProse: true,
      };
      at += line.length + 1;
      return at > end ? { ...piece, shown: shown[index] ?? "" } : piece;
    });
}

function shownOf(node: Nodes): string {
  switch (node.type) {
    case "inlineCode":
      return node.value.includes("`") ? `\`\` ${node.value} \`\`` : `\`${node.value}\``;
    case "image":
    case "imageReference":
      return node.alt ?? "";
    case "break":
      return " ";
    case "html":
      return /^<br\b/i.test(node.value) ? " " : "";
    default:
      return "";
  }
}

const escape = /\\([!-/:-@[-`{-~])/g;

/** What a reader sees of a part of the source, on one line. */
export function visibleBetween(pieces: readonly Piece[], from: number, to: number, source: string): string {
  let text = "";
  for (const { start, end, shown, isProse } of pieces) {
    if (end < from || start >= to || (end === from && end > start)) continue;
    const isCut = isProse && (start < from || end > to);
    text += isCut ? source.slice(Math.max(start, from), Math.min(end, to)).replace(escape, "$1") : shown;
  }
  return withoutHiddenCharacters(text).replace(/\s+/g, " ").trim();
}
