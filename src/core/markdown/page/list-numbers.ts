import { scanSource } from "../scan/scan-source.ts";
import { type LineRange, linesOf, tangledRuns, withMarks } from "./tangled-runs.ts";
import type { ListItem, ScannedSource } from "../scan/scanned-source.ts";

/** Without two of these no number can be another than the one that is shown. */
const numbered = /^[ \t>*+\d.)-]*\d[.)](?:[ \t]|$)/m;
const mark = /^[ \t>]*(?:[-*+]|(\d{1,9})[.)])(?=[ \t]|$)/;

/**
 * The lines of a text with the numbers of list items that a page shows: it counts from the first one on, whatever the others
 * are. A number keeps its digits, so that what stands in the item stays there: `1.` and `40105.` are `1.` and `00002.`. One that
 * is the first again, as where all items have `1.`, stays; so it is where the shown one has more digits. `tangled`: what
 * `tangledRuns` finds in the text, if that is known.
 */
export function withShownNumbers(
  text: string,
  lines: readonly string[],
  tangled: readonly LineRange[] | null = null,
): readonly string[] {
  if (!numbered.test(text)) return lines;
  const written = linesOf(text);
  const runs = tangled ?? tangledRuns(written);
  const counted = runs.length === 0 ? text : withMarks(written, runs).join("\n");
  const numbers = shownNumbers(scanSource({ path: "", text: counted }));
  if (numbers.size === 0) return lines;
  return lines.map((line, at) => renumbered(line, numbers.get(at + 1) ?? []));
}

const numberedItem = /(?:\n|\]:)[ \t>*+-]*\d{1,9}[.)](?=[ \t]|$)/gm;

/** Whether a note has a list whose numbers the page counts: they are not followed here. */
export function countsInNote(note: string): boolean {
  return (note.match(numberedItem)?.length ?? 0) > 1;
}

/** By line, the digits of each item that begins there; null: as they stand. Only lines on which some change. */
function shownNumbers({ items, lines }: ScannedSource): ReadonlyMap<number, readonly (string | null)[]> {
  const found = new Map<number, (string | null)[]>();
  const changed = new Set<number>();
  const last = new Map<number, { item: ListItem; first: number; shown: number }>();
  for (const item of items) {
    const before = last.get(item.parent);
    const number = item.number ?? 0;
    const isNext = before !== undefined && goesOn(before.item, item, lines);
    const [first, shown] = isNext ? [before.first, before.shown + 1] : [number, number];
    last.set(item.parent, { item, first, shown });
    const digits =
      number === shown || number === first ? null : digitsOf(shown, first, item.marker.length - 1);
    found.set(item.line, [...(found.get(item.line) ?? []), digits]);
    if (digits !== null) changed.add(item.line);
  }
  return new Map([...found].filter(([line]) => changed.has(line)));
}

/** Whether an item is the next one of the same ordered list. */
function goesOn(before: ListItem, item: ListItem, lines: ScannedSource["lines"]): boolean {
  if (before.number === null || item.number === null || before.quote !== item.quote) return false;
  if (before.marker.at(-1) !== item.marker.at(-1)) return false;
  return lines
    .slice(before.endLine, item.line - 1)
    .every(({ kind, quote }) => kind === "blank" && quote >= item.quote);
}

function digitsOf(shown: number, first: number, length: number): string {
  const fitting = [shown, first].map(String).find((digits) => digits.length <= length);
  return (fitting ?? "").padStart(length, "0");
}

function renumbered(line: string, numbers: readonly (string | null)[]): string {
  let out = "";
  let rest = line;
  for (const digits of numbers) {
    const [written, number] = mark.exec(rest) ?? [];
    if (written === undefined) break;
    out += digits === null || number === undefined ? written : written.replace(number, digits);
    rest = rest.slice(written.length);
  }
  return out + rest;
}
