import type { SourceLine, Span } from "../../core/entries/entry.ts";
import { html, type Value } from "./html.ts";

/** A quote of the spec and the number of the answer that rests on it. */
interface Marked {
  readonly span: Span;
  readonly number: number;
}

/** The lines as one text in which every span found is marked with its numbers; what is not verbatim is not marked. */
export function markedLines(lines: readonly SourceLine[], spans: readonly Marked[]): Value {
  const text = lines
    .map((line) => line.text)
    .join("\n")
    .trimEnd();
  const numbersAt = new Map<number, Set<number>>();
  for (const { span, number } of spans) {
    const start = text.indexOf(span.quote, offsetOf(lines, span.line));
    if (start < 0) continue;
    for (let i = start; i < start + span.quote.length; i++) {
      const known = numbersAt.get(i) ?? new Set<number>();
      numbersAt.set(i, known.add(number));
    }
  }
  const parts: Value[] = [];
  for (let at = 0; at < text.length;) {
    const numbers = keyOf(numbersAt.get(at));
    let end = at + 1;
    while (end < text.length && keyOf(numbersAt.get(end)) === numbers) end++;
    const piece = text.slice(at, end);
    parts.push(numbers === "" ? piece : html`<mark>${piece}<sup>${numbers}</sup></mark>`);
    at = end;
  }
  return parts;
}

function keyOf(numbers: ReadonlySet<number> | undefined): string {
  return numbers === undefined ? "" : [...numbers].sort((a, b) => a - b).join(",");
}

function offsetOf(lines: readonly SourceLine[], wanted: number): number {
  let offset = 0;
  for (const { line, text } of lines) {
    if (line >= wanted) return offset;
    offset += text.length + 1;
  }
  return 0;
}
