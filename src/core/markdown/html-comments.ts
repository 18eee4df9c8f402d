import { closesFence, fenceLine, withFences } from "./fence.ts";

/** Comments inside comments: more levels than this are broken up, not removed. */
const maxPasses = 4;
const opener = /<!--|<!\[CDATA\[|<\?|<![A-Za-z]/;
const allOpeners = new RegExp(opener.source, "g");

/** What begins a comment, or code, in which comments are seen. */
const beginning = new RegExp(
  `(?<comment>${opener.source})|^(?<fence>[ \\t>*+\\d.)-]{0,40}(?:\`{3}|~{3})[^\\n]*)|\\\\[\\\\\`]|(?<span>\`+)`,
  "gm",
);

/** A longer mark of a code span is text for GitHub's reader of Markdown (cmark). */
export const longestCodeMark = 80;

interface Stretch {
  readonly text: string;
  readonly isCode: boolean;
}

/**
 * A text without HTML comments, declarations and the like, and without link definitions used as comments; `note` is told of
 * each. What stands in code stays: there a reader sees it.
 */
export function withoutComments(text: string, note: () => void): string {
  if (!opener.test(text) && !text.includes("]:")) return text;
  let shown = text;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const stretches = outsideComments(shown, note);
    const left = dropDefinitions(stretches.map((one) => one.text).join(""), note);
    if (left === shown) return stretches.map((one) => (one.isCode ? one.text : brokenUp(one.text))).join("");
    shown = left;
  }
  return dropDefinitions(brokenUp(shown), note);
}

/** What is left of an opener opens nothing. */
function brokenUp(text: string): string {
  return text.replace(allOpeners, (found) => `< ${found.slice(1)}`);
}

/** A text as its code and what stands between, without comments; an unterminated one hides the rest. */
function outsideComments(text: string, note: () => void): readonly Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  const take = (to: number, isCode: boolean): void => {
    if (to > at) found.push({ text: text.slice(at, to), isCode });
    at = to;
  };
  const unclosed = { paragraph: -1, lengths: new Set<number>() };
  const isProse = !htmlLine.test(text);
  let unended = "";
  const begins = new RegExp(beginning);
  let first = -1;
  let upTo = -1;
  for (let begun = begins.exec(text); begun !== null; begun = begins.exec(text)) {
    const { index, groups = {} } = begun;
    const { comment, fence, span } = groups;
    if (comment !== undefined) {
      if (comment === unended) continue;
      const end = commentEnd(text, index, comment);
      if (end < 0 && isProse && isWildcard(text, index)) {
        unended = comment;
        continue;
      }
      note();
      take(index, false);
      if (index !== upTo) first = index;
      const { from, lead } = restOfLine(text, first, end < 0 ? text.length : end);
      if (lead !== "") found.push({ text: lead, isCode: false });
      upTo = at = from;
    } else {
      const end =
        fence === undefined ? spanEnd(text, index, span ?? "", unclosed) : fenceEnd(text, index, fence);
      if (end === null) continue;
      take(index, false);
      take(end, true);
    }
    begins.lastIndex = at;
  }
  take(text.length, false);
  return found;
}

const mostLead = 40;
const beginsLine = /(?:^|\n)[ \t>*+\d.)-]*$/;

interface Rest {
  readonly from: number;
  /** What stands in front of it. */
  readonly lead: string;
}

/**
 * What stands behind a comment in its line. Where the comment begins the line, that is the rest of a line of HTML, and begins no
 * block once the comment is gone. `start` is where the comment begins, or the first of several in a row.
 */
export function restOfLine(text: string, start: number, end: number): Rest {
  if (!beginsLine.test(text.slice(Math.max(0, start - mostLead), start))) return { from: end, lead: "" };
  const blanks = /[ \t]*/y;
  blanks.lastIndex = end;
  blanks.exec(text);
  const from = blanks.lastIndex;
  return { from, lead: /[!-/:;=-@[-`{-~]/.test(text.charAt(from)) ? "\\" : "" };
}

/** Where a comment ends; below 0: nowhere. */
function commentEnd(text: string, from: number, begun: string): number {
  const close = begun === "<!--" ? "-->" : begun === "<?" ? "?>" : begun.startsWith("<![") ? "]]>" : ">";
  const end = text.indexOf(close, from + begun.length);
  return end < 0 ? end : end + close.length;
}

/** Where a fence ends that begins with a line; null: it is none. */
function fenceEnd(text: string, from: number, line: string): number | null {
  const open = fenceLine(line);
  if (open === null) return null;
  let start = from + line.length + 1;
  while (start < text.length) {
    const end = text.indexOf("\n", start);
    const next = text.slice(start, end < 0 ? text.length : end);
    start += next.length + 1;
    if (closesFence(open, next)) break;
  }
  return Math.min(start, text.length);
}

/**
 * Where a span of code ends; null: its paragraph closes it nowhere. What no mark of a length closes once, none closes later in
 * the paragraph, so that each length is looked for once.
 */
function spanEnd(
  text: string,
  from: number,
  mark: string,
  unclosed: { paragraph: number; lengths: Set<number> },
): number | null {
  if (mark.length > longestCodeMark) return null;
  if (from >= unclosed.paragraph) {
    const end = /\n[ \t>]*\n/g;
    end.lastIndex = from;
    unclosed.paragraph = end.exec(text)?.index ?? text.length;
    unclosed.lengths.clear();
  }
  if (unclosed.lengths.has(mark.length)) return null;
  const marks = /`+/g;
  marks.lastIndex = from + mark.length;
  for (let one = marks.exec(text); one !== null && one.index < unclosed.paragraph; one = marks.exec(text))
    if (one[0].length === mark.length) return marks.lastIndex;
  unclosed.lengths.add(mark.length);
  return null;
}

/** Where HTML may have begun, nothing is sure. */
const htmlLine = /^[ \t>*+\d.)-]*<[A-Za-z/!]/m;

/** `List<?>`: inside a paragraph, an instruction that never ends is plain text (CommonMark 0.31, 6.6). */
function isWildcard(text: string, index: number): boolean {
  if (!text.startsWith("<?", index)) return false;
  const line = text.slice(text.lastIndexOf("\n", index) + 1, index);
  return /[^ \t>*+\d.)-]/.test(line);
}

const usedAsComment =
  /^ {0,3}\[[^\]\n]{1,47}\]: *(?:#|<>|<#>|\/)(?:[ \t]+(?:\([^()]*\)|"[^"]*"|'[^']*'))?[ \t]*$/;

/** `[//]: # (text)` and its like: link definitions whose label nobody would use. */
function dropDefinitions(text: string, note: () => void): string {
  if (!text.includes("]:")) return text;
  const kept = withFences(text).filter(({ text: line, inFence }) => {
    const isComment = !inFence && usedAsComment.test(line);
    if (isComment) note();
    return !isComment;
  });
  return kept.map((line) => line.text).join("\n");
}
