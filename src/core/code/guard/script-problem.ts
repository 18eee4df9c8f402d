import type { ContentProblem } from "./content-problem.ts";

const beyondAscii = /[^ -~\s]/;
/** As most languages spell a name. */
const name = /[\p{ID_Continue}$\u200C\u200D]{1,200}/gu;
/** Letters of Cyrillic, Greek, Armenian and Cherokee that stand for a Latin one to the eye. */
const twins =
  /^(?:[\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u0501\u051B\u051D\u04CF\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u04C0\u050C\u0391\u0392\u0395-\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1\u03B9\u03BA\u03BD\u03BF\u03C1\u03C5\u03F2\u03F3\u0555\u0570\u0578\u057D\u0585]|\p{Script=Cherokee}|[\d_$]){2,200}$/u;
/** Scripts in wide use whose letters look like no Latin ones; the repository need not have them. */
const ownShape =
  /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}]/u;
/**
 * Letters that a Latin word may have beside its own: those of East Asian writing, which stand in words of prose without a blank
 * and are as wide as no Latin one is (single letters of Hangul are not), and what belongs to no script.
 */
const besideLatin =
  /[\p{Script=Latin}\p{Script=Common}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\uAC00-\uD7A3]/u;
/** Letters of Latin alphabets, but for wide ones, numerals of Rome and the sign of Kelvin. */
const latin = /(?![\u212A\u2160-\u2188\uFF21-\uFF5A])\p{Script=Latin}/u;
/** Greek letters that are signs of formulas and look like no Latin letter: a name may have them beside Latin letters (`Δt`). */
const signs = /[ΓΔΘΛΞΠΣΦΨΩ\u2126βδεϵζθϑλμξπφϕψω]/gu;
/** More of them that are written for a quantity, where they stand by themselves (`σ`, `ρ_0`), and those that look like Latin ones. */
const alone = /(?<!\p{L})[γηρστχ](?!\p{L})/gu;
const aloneLikeLatin = /(?<!\p{L})[ακν](?!\p{L})/gu;
/** Letters of mathematics, and wide ones, that are drawn as ASCII letters are; those of broken or doubled lines are not. */
const drawnAsLatin = /[\u212A\u{1D400}-\u{1D503}\u{1D5A0}-\u{1D6A5}\uFF21-\uFF5A]/u;
/** Languages that take a letter for the one that it is a form of (NFKC). */
const folding = /\.(?:py|pyi|pyx)$/i;
const named = ["Cyrillic", "Greek", "Armenian", "Cherokee", "Georgian"] as const;
const ofScript: Readonly<Record<(typeof named)[number], RegExp>> = {
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
  Georgian: /\p{Script=Georgian}/u,
};
/** Letters of Latin alphabets that carry no mark and are no letter of a language's everyday spelling. */
const oddLatin = /(?![\u00AA\u00BA\u00C0-\u017F\u018F\u0259\u1E9E])\p{Script=Latin}|[\u0131\u0138\u017F]/u;

/** Text that a name may be known from. */
export interface KnownText {
  /** Files of the repository, as far as they were read. */
  readonly repository: string;
  readonly spec: string;
}

interface Reading {
  readonly before: string;
  readonly known: KnownText;
  readonly isFolding: boolean;
}

/**
 * Names that are read as others than they look: by the language, which folds letters (NFKC), or by people, who take a letter for
 * another. A word of the repository or the spec may be written, and a script in them used; Greek beside Latin letters only as
 * the repository has it.
 */
export function scriptProblem(
  path: string,
  content: string,
  before: string | null,
  known: KnownText,
): ContentProblem | null {
  if (!beyondAscii.test(content)) return null;
  const reading: Reading = { before: before ?? "", known, isFolding: folding.test(path) };
  for (const [index, line] of content.split("\n").entries()) {
    if (!beyondAscii.test(line)) continue;
    const what = inLine(line, reading);
    if (what !== null) return { rule: "mixed-script", line: index + 1, what };
  }
  return null;
}

const asciiSign = /^[!-/:-@[-`{-~]$/;
/** Signs of East Asian text, which are wider than those of ASCII. */
const wide = /[\uFE50-\uFFEE]/;

function inLine(line: string, reading: Reading): string | null {
  const { before } = reading;
  const sign = line
    .match(/[^\0-~]/gu)
    ?.find((one) => asciiSign.test(one.normalize("NFKC")) && !wide.test(one));
  if (sign !== undefined && !before.includes(sign)) return "a sign that looks like one of ASCII";
  for (const [found] of line.matchAll(name)) {
    if (!beyondAscii.test(found) || before.includes(found)) continue;
    const what = inName(found, reading);
    if (what !== null) return what;
  }
  return null;
}

function inName(found: string, { known, isFolding }: Reading): string | null {
  const isLatin = latin.test(found);
  const rest = withoutSigns(found, isLatin);
  const mixed = isLatin ? Array.from(rest).filter(isForeign) : [];
  if (mixed.length > 0 && !(mixed.every(mayBeKnown) && known.repository.includes(found)))
    return "a word that mixes Latin letters with look-alikes";
  if ((beyondAscii.test(rest) && twins.test(rest)) || isDrawn(rest))
    return "a word of letters that look like Latin ones";
  const text = `${known.repository}\n${known.spec}`;
  if (text.includes(found)) return null;
  const folded = found.replaceAll("\u00B5", "\u03BC").replaceAll("\u2126", "\u03A9");
  if (isFolding && folded.normalize("NFKC") !== folded) return "a name that its language reads as another";
  return inLetters(rest, text);
}

function inLetters(word: string, text: string): string | null {
  for (const letter of word) {
    if (letter <= "~" || !/\p{L}/u.test(letter)) continue;
    if (oddLatin.test(letter) && /^[^A-Za-z]/.test(letter.normalize("NFD")))
      return "a letter that looks like a Latin one";
    if (!ownShape.test(letter) && !hasScript(text, letter))
      return "letters of a script that looks like Latin and that the repository does not have";
  }
  return null;
}

function withoutSigns(word: string, isLatin: boolean): string {
  const rest = word.replace(alone, "");
  return (isLatin ? rest : rest.replace(aloneLikeLatin, "")).replace(signs, "");
}

/** A letter or digit that a Latin word may not have, whatever it is drawn like. */
function isForeign(letter: string): boolean {
  if (letter <= "~" || !/[\p{L}\p{N}]/u.test(letter) || /[\uFF10-\uFF19]/.test(letter)) return false;
  if (!besideLatin.test(letter) || drawnAsLatin.test(letter)) return true;
  const isOfNoScript = /[\p{Script=Common}\p{Nl}]/u.test(letter);
  return isOfNoScript && (/\p{Nd}/u.test(letter) || /^[A-Za-z]$/.test(letter.normalize("NFKC")));
}

/** Of an alphabet whose letters are known from another: a Latin word that the repository has may have it. */
function mayBeKnown(letter: string): boolean {
  return (ofScript.Greek.test(letter) || ownShape.test(letter)) && !drawnAsLatin.test(letter);
}

/** Two letters or more, all of which are drawn as Latin ones. */
function isDrawn(word: string): boolean {
  const letters = word.match(/\p{L}/gu) ?? [];
  return letters.length > 1 && letters.every((letter) => drawnAsLatin.test(letter));
}

function hasScript(known: string, letter: string): boolean {
  const script = named.find((one) => ofScript[one].test(letter));
  return script === undefined ? known.includes(letter) : ofScript[script].test(known);
}
