export interface Sentence {
  readonly text: string;
  /** Offset in the paragraph. */
  readonly start: number;
}

/** Abbreviations after which a full stop ends no sentence. */
const abbreviation =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|resp|No|Sec|Fig|Eq|al|St|Mr|Dr|ca|incl|viz)\.$/;
const opening = /[\p{Lu}\p{Lo}\p{N}"'`*_[({<“‘]/u;

/**
 * Splits a paragraph (soft breaks already joined) into sentences, in one pass. A full stop inside a code span, after an
 * abbreviation, or before a small letter ends none.
 */
export function sentences(paragraph: string): Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  let inCode = false;
  for (let i = 0; i < paragraph.length; i += 1) {
    const char = paragraph[i];
    if (char === "`") inCode = !inCode;
    const isFullWidth = char === "。" || char === "！" || char === "？";
    if (inCode || (char !== "." && char !== "!" && char !== "?" && !isFullWidth)) continue;
    const end = closing(paragraph, i + 1);
    if (isFullWidth ? end >= paragraph.length : !endsHere(paragraph, start, i, end)) continue;
    found.push(trimmed(paragraph, start, end));
    start = end;
    i = end;
  }
  const rest = trimmed(paragraph, start, paragraph.length);
  return rest.text === "" ? found : [...found, rest];
}

function endsHere(paragraph: string, start: number, stop: number, end: number): boolean {
  if (end >= paragraph.length || !/\s/.test(paragraph[end] ?? "")) return false;
  let next = end;
  while (next < end + 8 && /\s/.test(paragraph[next] ?? "")) next += 1;
  if (!opening.test(paragraph[next] ?? "")) return false;
  return !abbreviation.test(paragraph.slice(Math.max(start, stop - 8), stop + 1));
}

/** Behind quotes, brackets and references to footnotes that close with the sentence. */
function closing(text: string, from: number): number {
  let end = from;
  while (end < from + 4 && /["'”’)\]*_]/.test(text[end] ?? "")) end += 1;
  const note = /^(?:\[\^[^\]\s]{1,60}\])+/.exec(text.slice(end, end + 200));
  return end + (note?.[0].length ?? 0);
}

function trimmed(paragraph: string, from: number, to: number): Sentence {
  const raw = paragraph.slice(from, to);
  return { text: raw.trim(), start: from + (raw.length - raw.trimStart().length) };
}
