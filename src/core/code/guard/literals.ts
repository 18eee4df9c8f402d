import { withoutWidestComment } from "./uncommented.ts";

const mostMarks = 2_000;
const longestGap = 400;

/**
 * What stands between two literals that are one text: a sign by which some language joins, brackets, and the letters and signs of a
 * literal's own kind at its ends.
 */
const gap =
  /^(?:#{0,9}|sv?|u8)\){0,40}(\+\+?|\.{1,2}|<>|<<|[&~^*])?\({0,40}(?:u8|[bBfFrRtTuULNEsc]{1,2})?#{0,9}[@$]{0,2}$/;
/** A method that is called on the first, or takes the second. */
const method = /\.(?:\w{1,20}\s?\(\s?\)|(?:concat|plus|append|add|push_str)\s?\()/g;
/** Where the same line gathers a list to one text, what stands between its parts is no more than a sign. */
const gathers =
  /concat|implode|paste0|format!|string\.join|\bjoin\s?\(\s?["'`]{2}|["'`]{2}\.join\b|\]\.join(?!\w)/i;

/** Whether a text has what gathers a list to one text. */
export function joinsList(text: string): boolean {
  return gathers.test(text);
}

type GapTest = (between: string) => boolean;

const isGap: GapTest = (between) => {
  if (between.length > longestGap) return false;
  const found = gap.exec(withoutWidestComment(between).replace(/[\s\\]+/g, ""));
  // Brackets that end and begin without a sign are those of a call.
  return found !== null && (found[1] !== undefined || !found[0].includes(")("));
};
const isGapOfCalls: GapTest = (between) => isGap(between.replace(method, "+").replace(/[\s+]{2,}/g, "+"));
const isGapOfList: GapTest = (between) => isGapOfCalls(between.replace(/[,[\]{}]+/g, "+"));

/** A text that stands as a literal within another: `${"a"}`, `#{'a'}`, `\("a")`, `{"a"}`. */
const within = /(?:[$#]?\{|\\\()\s{0,9}(["'`])([^"'`]{0,400})\1\s{0,9}[})]/g;

/**
 * The line with literals that are one text written as one. Which quotation mark begins a literal and which one ends it is not
 * known of a part of a file, so there are several such lines; none where nothing is joined.
 */
export function joinedLiterals(line: string): readonly string[] {
  const flat = line.replace(within, "$2");
  const marks = [...flat.matchAll(/["'`]/g)].slice(0, mostMarks).map(({ index }) => index);
  if (marks.length === 0) return [];
  const tests = [isGap, ...(gathers.test(flat) ? [isGapOfList] : flat.includes("(") ? [isGapOfCalls] : [])];
  const joined = tests.flatMap((test) => [0, 1].map((first) => joinedFrom(flat, marks.slice(first), test)));
  return [...new Set([flat, ...joined])].filter((one) => one !== line);
}

function joinedFrom(line: string, marks: readonly number[], isJoint: GapTest): string {
  let out = line.slice(0, marks[0]);
  let sign = "";
  for (let k = 0; k + 1 < marks.length; k += 2) {
    const [open = 0, close = 0, next = line.length] = marks.slice(k, k + 3);
    if (sign === "") out += sign = line.charAt(open);
    out += line.slice(open + 1, close);
    const between = line.slice(close + 1, next);
    if (k + 3 < marks.length && isJoint(between)) continue;
    out += sign + between;
    sign = "";
  }
  return marks.length % 2 === 0 ? out : out + line.slice(marks.at(-1));
}

const lastOfLine = /["'`](?=[^"'`]{0,200}$)/;
const firstOfLine = /^[^"'`]{0,200}?["'`]/;

/** What is left of two lines where a literal ends the one and goes on in the other; null where none does. */
export function literalOver(line: string, next: string): readonly [string, string] | null {
  const end = lastOfLine.exec(line.slice(-longestGap));
  const begin = firstOfLine.exec(next.slice(0, longestGap));
  if (end === null || begin === null) return null;
  const at = Math.max(0, line.length - longestGap) + end.index;
  if (!isGap(`${line.slice(at + 1)} ${begin[0].slice(0, -1)}`)) return null;
  return [line.slice(0, at), next.slice(begin[0].length)];
}
