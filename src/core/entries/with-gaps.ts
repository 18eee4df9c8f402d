import type { Entry } from "./entry.ts";

/**
 * The text of an entry as it is quoted, where what other entries say stands between its lines with "…", or with what `between`
 * shows of these lines.
 */
export function withGaps(
  { text, lines }: Pick<Entry, "text" | "lines">,
  between: (from: number, to: number) => readonly string[] = () => ["…"],
): string {
  const said = lines.filter((line) => line.text.trim() !== "");
  const shown = text.split("\n");
  let from = 0;
  for (const [at, { line, text: words }] of said.entries()) {
    const start = shown.findIndex((one, i) => i >= from && isStartOf(words, one));
    if (start < 0) continue;
    from = start + 1;
    const previous = said[at - 1]?.line ?? line;
    if (at === 0 || !leavesOut(lines, previous, line)) continue;
    const put = between(previous + 1, line - 1);
    shown.splice(start, 0, ...put);
    from += put.length;
  }
  return shown.join("\n").replace(attributes, "$1 …");
}

/** An attribute that was taken out leaves this mark in a tag (`wordlessTag`). */
const attributes = /(<[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>\s]{1,200}){0,5})\shidden(?=[\s/>])/g;

/** Lines may be joined in the text: the first words of one are looked for. */
function isStartOf(line: string, shown: string): boolean {
  const words = line.trim();
  return words !== "" && shown.trim().startsWith(words);
}

/** Whether lines between two are not the entry's: blank ones are. */
function leavesOut(lines: Entry["lines"], from: number, to: number): boolean {
  const own = lines.filter(({ line }) => line > from && line < to).length;
  return own < to - from - 1;
}
