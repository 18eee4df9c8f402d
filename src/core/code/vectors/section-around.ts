import type { SourceLine } from "../../entries/entry.ts";

/**
 * The part of a Markdown file that a line belongs to: from the heading at or above it to the next heading of the same
 * or a higher level. Headings inside fences are none.
 */
export function sectionAround(text: string, line: number): SourceLine[] {
  const lines = text.split(/\r\n|\n|\r/).map((own, i) => ({ line: i + 1, text: own }));
  const headings = headingsOf(lines);
  const above = headings.filter((heading) => heading.line <= line).at(-1);
  if (above === undefined) return lines.slice(0, (headings[0]?.line ?? lines.length + 1) - 1);
  const end = headings.find((heading) => heading.line > above.line && heading.level <= above.level);
  return lines.slice(above.line - 1, end === undefined ? undefined : end.line - 1);
}

interface Heading {
  readonly line: number;
  readonly level: number;
}

function headingsOf(lines: readonly SourceLine[]): Heading[] {
  const found: Heading[] = [];
  let fence: string | null = null;
  for (const { line, text } of lines) {
    const marker = /^\s{0,3}(`{3,}|~{3,})/.exec(text)?.[1]?.slice(0, 3);
    if (marker !== undefined) {
      if (fence === null) fence = marker;
      else if (fence === marker) fence = null;
    }
    const hashes = fence === null ? /^ {0,3}(#{1,6})(?:\s|$)/.exec(text)?.[1] : undefined;
    if (hashes !== undefined) found.push({ line, level: hashes.length });
  }
  return found;
}
