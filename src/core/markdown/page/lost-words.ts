import { withoutHiddenForms } from "./hidden-forms.ts";
import { cutMark } from "./page-part.ts";

interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Words that stand side by side and are lost; the line on which they begin, from 0. */
interface LostPassage {
  readonly line: number;
  readonly text: string;
}

const anyWord = /\p{L}[\p{L}\p{M}\p{N}]*/gu;

/**
 * Passages of a text that should be seen, by all that its form says, and that stand neither in what is left of it nor in what is
 * `told` as not seen. Words are counted, not followed, so that time is linear.
 */
export function lostPassages(
  text: string,
  left: string,
  told: readonly string[] = [],
): readonly LostPassage[] {
  if (text === left) return [];
  return lostIn(text, withoutHiddenForms(text), [withoutHiddenForms(left), ...told], 0);
}

/** The same, line by line, of a text that has as many lines as what is left of it; lines in which a mark tells of it are given in `marked`. */
export function lostByLine(
  lines: readonly string[],
  left: readonly string[],
  isToLook: (line: number, isMarked: boolean) => boolean,
): readonly LostPassage[] {
  const seen = withoutHiddenForms(lines.join("\n")).split("\n");
  const kept = withoutHiddenForms(left.join("\n")).split("\n");
  const mark = cutMark.trim();
  return lines.flatMap((line, at) => {
    const other = left[at] ?? "";
    if (line === other || !isToLook(at, other.includes(mark) && !line.includes(mark))) return [];
    return lostIn(line, seen[at] ?? "", [kept[at] ?? ""], at);
  });
}

function lostIn(text: string, seen: string, kept: readonly string[], line: number): readonly LostPassage[] {
  const counts = new Map<string, number>();
  for (const { word } of kept.flatMap(wordsIn)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const lost: Word[][] = [];
  let isBeside = false;
  for (const word of wordsIn(seen)) {
    const count = counts.get(word.word) ?? 0;
    counts.set(word.word, count - 1);
    const isLost = count <= 0;
    if (isLost && isBeside) lost.at(-1)?.push(word);
    else if (isLost) lost.push([word]);
    isBeside = isLost;
  }
  return lost.map((run) => ({ line, text: text.slice(run[0]?.from ?? 0, run.at(-1)?.to ?? 0) }));
}

function wordsIn(text: string): readonly Word[] {
  return [...text.matchAll(anyWord)].map(({ 0: found, index }) => ({
    word: found.toLowerCase(),
    from: index,
    to: index + found.length,
  }));
}
