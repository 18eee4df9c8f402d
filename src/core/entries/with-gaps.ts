import type { Entry } from "./entry.ts";

/** The text of an entry as it is quoted, with "…" where what other entries say stands between its lines. */
export function withGaps({ text, lines }: Pick<Entry, "text" | "lines">): string {
  const said = lines.filter((line) => line.text.trim() !== "");
  const shown = text.split("\n");
  let from = 0;
  for (const [at, { line, text: words }] of said.entries()) {
    const start = shown.findIndex((one, i) => i >= from && isStartOf(words, one));
    if (start < 0) continue;
    from = start + 1;
    if (at === 0 || !leavesOut(lines, said[at - 1]?.line ?? line, line)) continue;
    shown.splice(start, 0, "…");
    from += 1;
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
