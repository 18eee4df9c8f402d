import type { Literal } from "./literals.ts";
import { numbersInWords } from "./numbers.ts";

/**
 * A limit that a demand draws. `cut` says on which side of the number the line runs: `above` between it and the next one
 * (at most 5, more than 5), `below` between it and the one before (at least 5, fewer than 5).
 */
export interface Bound {
  readonly literal: Literal;
  readonly cut: "above" | "below";
  /** Which side is refused or otherwise special, where the words say so. */
  readonly special: "above" | "below" | null;
  /** One end of a range: nothing is known of which side is refused. */
  readonly isRange?: boolean;
}

const number = "(-?\\d[\\d,_.]*)";
const phrases: readonly (readonly [RegExp, Bound["cut"], Bound["special"]])[] = [
  [
    new RegExp(
      `\\b(?:at most|no more than|not more than|never more than|maximum(?: of)?|up to|a limit of|not exceed(?:ing)?|newest)\\s+${number}`,
      "gi",
    ),
    "above",
    null,
  ],
  [
    new RegExp(
      `\\b(?<!no |not |never )(?:more than|above|over|longer than|larger than|greater than|higher than|exceed(?:s|ing)?)\\s+${number}`,
      "gi",
    ),
    "above",
    "above",
  ],
  [
    new RegExp(`\\b(?:at least|no fewer than|no less than|not less than|minimum(?: of)?)\\s+${number}`, "gi"),
    "below",
    null,
  ],
  [
    new RegExp(
      `\\b(?<!no |not |never )(?:fewer than|less than|below|under|shorter than|smaller than|lower than)\\s+${number}`,
      "gi",
    ),
    "below",
    "below",
  ],
  [new RegExp(`${number}\\s+(?:\\w+\\s)?or\\s+(?:fewer|less)\\b`, "gi"), "above", null],
  [new RegExp(`${number}\\s+(?:\\w+\\s)?or\\s+more\\b`, "gi"), "below", null],
];

/** The limits in a passage, for those of its literals that are numbers. */
export function boundsIn(passage: string, literals: readonly Literal[]): readonly Bound[] {
  const inDigits = numbersInWords(passage).reduceRight(
    (text, { at, text: words, value }) =>
      `${text.slice(0, at)}${String(value)}${text.slice(at + words.length)}`,
    passage,
  );
  return [...limitsIn(inDigits, literals), ...rangesIn(passage, literals)];
}

/** The two ends of `400 to 499`: which side is refused is for the rest of the sentence to say. */
function rangesIn(passage: string, literals: readonly Literal[]): readonly Bound[] {
  return [
    ...passage.matchAll(/(?<![\w.-])(\d{1,9})\s*(?:to|through|and|[–-])\s*(\d{1,9})(?![\w-]|\.\d)/g),
  ].flatMap(([whole, from, to]): Bound[] => {
    if (Number(from) >= Number(to) || (/and/.test(whole) && !passage.includes(`between ${from ?? ""}`)))
      return [];
    const end = (value: string | undefined, cut: Bound["cut"]): Bound[] =>
      literals
        .filter(({ kind, values }) => kind === "number" && values[0] === Number(value))
        .slice(0, 1)
        .map((literal) => ({ literal, cut, special: null, isRange: true }));
    return [...end(from, "below"), ...end(to, "above")];
  });
}

function limitsIn(passage: string, literals: readonly Literal[]): readonly Bound[] {
  return phrases.flatMap(([phrase, cut, special]) =>
    [...passage.matchAll(phrase)].flatMap((match) => {
      const value = Number((match[1] ?? "").replace(/[,_](?=\d{3})/g, "").replace(/[.,]$/, ""));
      const literal = literals.find(({ kind, values }) => kind === "number" && values[0] === value);
      return literal === undefined ? [] : [{ literal, cut, special }];
    }),
  );
}
