import type { ContentProblem } from "./content-problem.ts";

const beyondAscii = /[^ -~\s]/;
/** As most languages spell a name. */
const name = /[\p{ID_Continue}$\u200C\u200D]{1,200}/gu;
/** Scripts of which letters look like Latin ones. */
const lookalike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\uFF21-\uFF5A]/u;
/** Letters of those that stand for a Latin one to the eye. */
const twins =
  /^(?:[\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04BB\u0501\u051B\u051D\u04CF\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u04C0\u050C\u0391\u0392\u0395-\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1\u03B9\u03BA\u03BD\u03BF\u03C1\u03C5\u03F2\u03F3\u0555\u0570\u0578\u057D\u0585]|\p{Script=Cherokee}|[\d_$]){2,200}$/u;
/** Scripts in wide use whose letters look like no Latin ones; the repository need not have them. */
const ownShape =
  /[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Georgian}]/u;
const named = ["Cyrillic", "Greek", "Armenian", "Cherokee"] as const;
const ofScript: Readonly<Record<(typeof named)[number], RegExp>> = {
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
};
/** Letters of Latin alphabets that carry no mark and are no letter of a language's everyday spelling. */
const oddLatin = /(?![\u00C0-\u017F\u018F\u0259\u1E9E])\p{Script=Latin}|[\u0131\u0138\u017F]/u;

/**
 * Names that are read as others than they look: by the language, which folds letters (NFKC), or by people, who take a letter for
 * another. `known` is text of the repository and the spec: a word in it may be written, and a script in it used.
 */
export function scriptProblem(content: string, before: string | null, known: string): ContentProblem | null {
  if (!beyondAscii.test(content)) return null;
  for (const [index, line] of content.split("\n").entries()) {
    if (!beyondAscii.test(line)) continue;
    const what = inLine(line, before ?? "", known);
    if (what !== null) return { rule: "mixed-script", line: index + 1, what };
  }
  return null;
}

const asciiSign = /^[!-/:-@[-`{-~]$/;
/** Signs of East Asian text, which are wider than those of ASCII. */
const wide = /[\uFE50-\uFFEE]/;

function inLine(line: string, before: string, known: string): string | null {
  const sign = line
    .match(/[^\0-~]/gu)
    ?.find((one) => asciiSign.test(one.normalize("NFKC")) && !wide.test(one));
  if (sign !== undefined && !before.includes(sign)) return "a sign that looks like one of ASCII";
  for (const [found] of line.matchAll(name)) {
    if (!beyondAscii.test(found) || before.includes(found)) continue;
    const what = inName(found, known);
    if (what !== null) return what;
  }
  return null;
}

function inName(found: string, known: string): string | null {
  if (lookalike.test(found) && /[A-Za-z]/.test(found))
    return "a word that mixes Latin letters with look-alikes";
  if (twins.test(found)) return "a word of letters that look like Latin ones";
  if (known.includes(found)) return null;
  const folded = found.replaceAll("\u00B5", "\u03BC");
  if (folded.normalize("NFKC") !== folded) return "a name that its language reads as another";
  for (const letter of found) {
    if (letter <= "~" || !/\p{L}/u.test(letter)) continue;
    if (oddLatin.test(letter) && /^[^A-Za-z]/.test(letter.normalize("NFD")))
      return "a letter that looks like a Latin one";
    if (!ownShape.test(letter) && !hasScript(known, letter))
      return "letters of a script that looks like Latin and that the repository does not have";
  }
  return null;
}

function hasScript(known: string, letter: string): boolean {
  const script = named.find((one) => ofScript[one].test(letter));
  return script === undefined ? known.includes(letter) : ofScript[script].test(known);
}
