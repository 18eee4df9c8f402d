const word =
  "requirements?|reqs?|rules?|sections?|sec|specs?|ac|acceptance|criteri(?:on|a)|clauses?|items?|entr(?:y|ies)|demands?|scenarios?|stor(?:y|ies)|implements?|satisf(?:y|ies)|covers?|validates?|verif(?:y|ies)|tests?|meets?|fulfil(?:l|ls|s)?|see|per|from|of|and|to|for";
/** All that may stand between a comment's mark, or a quote, and a number that cites: words for entries, other numbers. */
const lead = new RegExp(
  `^[\\s*!]{0,20}(?:(?:@?(?:${word})\\b|\\d{1,3}(?:\\.\\d{1,3}){1,3}|[§[(,;:&–.-])[\\s:,]{0,4}){0,12}$`,
  "i",
);
const cue = new RegExp(
  `(?:\\b(?:requirements?|reqs?|rules?|sections?|clauses?|ac|specs?|criteri(?:on|a))|@\\w{2,20})\\b[\\s:.("'-]{0,4}$|§\\s?$`,
  "i",
);
const commentMark = /(?:\/\/[/!]?|\/\*\*?|^\s*\*|^\s*"""|(?:^|\s)#|(?:^|\s)--|^\s*;+|^\s*%)(?=\s|[\d§[(]|$)/g;
/** What is measured: `// 1.5 seconds`, `// 2.0 is the oldest`. */
const measured =
  /^\s{0,3}(?:%|°|x\b|ms\b|s\b|secs?\b|seconds?\b|min(?:utes?)?\b|hours?\b|days?\b|[kMG]i?B\b|(?:cents?|percent|per cent|euros?|dollars?|px|em|points?|times|version|release|or|is|was|and later|and above|and up|to|compatible|only)\b|[/+=<>^]|\*(?!\/))/i;

/**
 * Whether a number such as `2.1` stands as a citation does: alone or with others of its kind in a comment, before a
 * comment's words, in parentheses at an end, behind a word for entries, or at the beginning of a test's title.
 */
export function isCitedNumber(before: string, after: string, inTest: boolean): boolean {
  if (/^[%°\w]/.test(after)) return false;
  if (cue.test(before)) return true;
  const comment = afterComment(before);
  if (comment !== null && lead.test(comment)) return !measured.test(after);
  if (/[([]$/.test(before) && comment !== null) return /^[)\]]\s*(?:[.;:]|\*\/|$)/.test(after);
  return inTest && isInTitle(before, after);
}

/** `it("2.1 expires"`, `it("expires (2.1)"`, and `["2.1", …]` of a table's row. */
function isInTitle(before: string, after: string): boolean {
  if (/["'`]$/.test(before))
    return /^[\s:.)–—-]{1,4}[%${<\p{L}]/u.test(after)
      ? !measured.test(after.replace(/^\s{0,3}%(?=[a-z])/, ""))
      : /[[({]\s{0,4}["'`]$/.test(before) && /^["'`]\s{0,4},/.test(after);
  return /["'`][^"'`]{0,150}[([]$/.test(before) && /^[)\]]["'`]/.test(after);
}

function afterComment(before: string): string | null {
  const marks = [...before.slice(0, 200).matchAll(commentMark)];
  const last = marks.at(-1);
  return last === undefined ? null : before.slice(last.index + last[0].length);
}

/** `1.1-1.3` names what lies between, too. */
export function numbersIn(token: string): readonly string[] {
  const [, stem = "", first = "", last = ""] =
    /^((?:\d{1,3}\.){1,3})(\d{1,3})[-–]\1(\d{1,3})\.?$/.exec(token) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (stem === "" || to < from || to - from > 30) return [token.replace(/\.$/, "")];
  return Array.from({ length: to - from + 1 }, (_, i) => `${stem}${String(from + i)}`);
}
