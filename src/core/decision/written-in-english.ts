import type { Reading } from "./reading.ts";

const english = wordsOf(
  "the a an of to is are be must shall should when if then with and or in on for not that this it its by as from has have will can each any",
);
/** German, French, Spanish, Portuguese, Italian, Dutch: small words that English does not have. */
const others = wordsOf(
  "der das und ist ein eine wird werden muss müssen soll nicht wenn mit für dem den | le la les du un une est être doit doivent avec pour dans sur qui que si ne pas et ou | el los las es debe deben con para por cuando no se y | os um uma deve devem não são quando ao | il lo gli deve della di per non che | het een moet moeten niet en van voor",
);
const fewestLetters = 10;
const fewestWords = 3;

/**
 * False when what the change brought is surely written in another language, by its script or its small words. The rules
 * know English words only: their silence about other text says nothing.
 */
export function isWrittenInEnglish(reading: Reading): boolean {
  const prose = reading.fresh
    .filter(({ inFence }) => !inFence)
    .map(({ span }) => span.quote.replace(/`[^`\n]*`/g, " "))
    .join(" ");
  const letters = prose.match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => letter > "ɏ").length;
  if (letters.length >= fewestLetters && foreign > 0.3 * letters.length) return false;
  const words = prose.toLowerCase().match(/\p{L}+/gu) ?? [];
  const other = words.filter((word) => others.has(word) && !english.has(word)).length;
  return other < fewestWords || other <= 2 * words.filter((word) => english.has(word)).length;
}

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.match(/\p{L}+/gu));
}
