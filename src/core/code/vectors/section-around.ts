import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { SourceFile, SourceLine } from "../../markdown/source.ts";

/**
 * The part of a Markdown file that a line belongs to: from the heading at or above it to the next heading of the same
 * or a higher level. Headings in fences, quotes and lists are none.
 */
export function sectionAround(file: SourceFile, line: number): readonly SourceLine[] {
  const { lines, headings } = scanSource(file);
  const top = headings.filter((heading) => heading.top);
  const above = top.filter((heading) => heading.line <= line).at(-1);
  const from = above?.line ?? 1;
  const to = above?.sectionEnd ?? (top[0]?.line ?? lines.length + 1) - 1;
  return lines.slice(from - 1, to).map(({ number, text }) => ({ line: number, text }));
}
