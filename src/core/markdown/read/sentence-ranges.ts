import { sentences } from "../sentences.ts";
import type { Piece } from "./inline.ts";

/**
 * Where the sentences of a block begin and end. A full stop in a code span, a link's target or a tag ends none, so what is
 * not prose is masked, but for the mark at each end by which a sentence may begin.
 */
export function sentenceRanges(
  pieces: readonly Piece[],
  start: number,
  end: number,
  source: string,
): readonly (readonly [from: number, to: number])[] {
  let masked = "";
  let at = start;
  for (const piece of pieces) {
    masked += marksOnly(source.slice(at, Math.max(at, piece.start)));
    const text = source.slice(Math.max(at, piece.start), piece.end);
    masked += piece.isProse ? text.replaceAll("`", "'") : withoutInside(text);
    at = Math.max(at, piece.end);
  }
  masked += marksOnly(source.slice(at, end));
  return sentences(masked).map(
    ({ start: from, text }) => [start + from, start + from + text.length] as const,
  );
}

/** Emphasis, brackets and white space stay; the target of a link, from its first bracket to its last, goes. */
function marksOnly(text: string): string {
  const open = text.indexOf("](");
  const close = text.lastIndexOf(")");
  if (open < 0 || close < open) return text;
  return text.slice(0, open + 2) + text.slice(open + 2, close).replace(/\S/g, "x") + text.slice(close);
}

function withoutInside(text: string): string {
  return text.length < 3
    ? text.replace(/[.!?]/g, "x")
    : (text[0] ?? "") + "x".repeat(text.length - 2) + (text.at(-1) ?? "");
}
