import { isOfSteps } from "./ordered-actions.ts";
import { withoutAsides, isProse, withoutRationale, withoutTitle } from "./non-normative.ts";
import { withFences } from "../../../markdown/fence.ts";
import { type Bound, boundsIn } from "./bounds.ts";
import { failing } from "./failure-words.ts";
import { type Literal, literalsIn } from "./literals.ts";

export type DemandKind = "rule" | "value" | "default" | "error" | "state change" | "order" | "prohibition";

/** One thing that an entry asks for, as a span of its own text. */
export interface Demand {
  /** Its place in the entry's list, from 1. */
  readonly number: number;
  readonly kind: DemandKind;
  /** Verbatim; offsets into the entry's text. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly literals: readonly Literal[];
  readonly bounds: readonly Bound[];
}

/** Whether a demand draws a limit at this number. */
export function isBounded({ bounds }: Demand, literal: Literal): boolean {
  return bounds.some((bound) => bound.literal === literal);
}

/** What stands in a demand before a literal that it marks as code. */
export function wordsBefore({ quote }: Pick<Demand, "quote">, { text }: Literal): string {
  return quote.slice(0, quote.indexOf(`\`${text}\``));
}

/** Demands read of one entry; longer ones are prose. */
const maxDemands = 40;

const noDemand =
  /^(?:\*{0,2}(?:note|example|examples|rationale|remark|see also|see|background|motivation|informative|non-normative|todo|open question)\b\*{0,2}\s*[:(-]|\(?for example\b|e\.g\.|see\s|as described in\b|(?:the )?(?:implementation|host|target|programming) language (?:supports?|has|provides?|allows?|lacks?)\b|this (?:clause|section|point) (?:has been|was|is) (?:deleted|replaced|removed|retired|moved))/i;

/** What an entry asks for: its sentences and the clauses of them that ask for something of their own. Linear. */
export function demandsOf(text: string, ids: ReadonlySet<string>): readonly Demand[] {
  const masked = withoutAsides(withoutSamples(text));
  const found: Omit<Demand, "number">[] = [];
  for (const sentence of sentencesOf(masked)) {
    for (const { start, end } of clausesOf(masked, sentence)) {
      const quote = text.slice(start, end);
      if (noDemand.test(quote) || quote.endsWith("?") || !/[A-Za-z]{2}/.test(quote)) continue;
      const literals = literalsIn(quote, ids);
      found.push({
        kind: kindOf(quote, literals),
        quote,
        start,
        end,
        literals,
        bounds: boundsIn(quote, literals),
      });
    }
  }
  return withoutTitle(text, withoutRationale(found))
    .slice(0, maxDemands)
    .map((demand, i) => ({ number: i + 1, ...demand }));
}

const kinds: readonly (readonly [DemandKind, RegExp])[] = [
  [
    "prohibition",
    /\b(?:must|shall|may|should|can|could|do|does|will)(?:\s+not|n['’]t)\b|\bcannot\b|\bnever\b|\bno longer\b|\bforbidden\b|\bprohibited\b/i,
  ],
  ["error", failing],
  [
    "default",
    /\bdefaults?\b|\bwhen (?:it|none) is (?:missing|given|absent)\b|\bunless (?:given|set|told)\b|^[\s*_]*without (?:an?|any|the) |\b(?:when|if|where) (?:it is |they are |none is )?(?:omitted|not (?:given|set|said))\b/i,
  ],
  [
    "state change",
    /\bstates?\b|\b(?:becomes?|transitions?|moves? (?:to|from)|enters?|is marked|is set to|switches)\b/i,
  ],
  [
    "order",
    /\border\b|\bfirst in, first out\b|\b(?:newest|oldest|latest|earliest)\b.{0,40}\bfirst\b|\b(?:ascending|descending|sorted|before|sequence)\b|\bfirst\b[^.;]{1,120}\b(?:then|afterwards|after that)\b|\bfirst\b[^.;]{1,60}\bfirst\b/i,
  ],
];

function kindOf(quote: string, literals: readonly Literal[]): DemandKind {
  if (failing.test(quote) && literals.some(({ isResult }) => isResult)) return "error";
  const main = quote.replace(/^[\s*_]*(?:when(?:ever)?|if|while|after|once|where|until)\b[^,]{0,160},/i, "");
  const asked = (kind: DemandKind): string => (kind === "prohibition" ? main : quote);
  const kind = isOfSteps(quote) ? "order" : kinds.find(([kind, words]) => words.test(asked(kind)))?.[0];
  return kind ?? (literals.some((one) => one.kind !== "name") ? "value" : "rule");
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The text with fences, tables and comments blanked, every offset kept. */
function withoutSamples(text: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, " ");
  const lines = withFences(text).map(({ text: line, inFence }) =>
    inFence || /^[\s>]*\|/.test(line) || /^\s*#{1,6}\s/.test(line) ? blank(line) : line,
  );
  return blankComments(lines.join("\n"), blank);
}

function blankComments(text: string, blank: (part: string) => string): string {
  const parts: string[] = [];
  let done = 0;
  for (let open = text.indexOf("<!--"); open >= 0; open = text.indexOf("<!--", done)) {
    const close = text.indexOf("-->", open + 4);
    if (close < 0) break;
    parts.push(text.slice(done, open), blank(text.slice(open, close + 3)));
    done = close + 3;
  }
  return parts.join("") + text.slice(done);
}

function sentencesOf(text: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  const cut = (end: number): void => {
    const range = trimmed(text, { start, end });
    if (range.end > range.start) found.push(range);
    start = end;
  };
  const title = titleOf(text);
  if (title > 0) cut(title);
  for (const match of text.matchAll(
    /\n[ \t>]*\n|\n(?=[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t])|[.!?;]["”`)*]{0,3}(?=\s+["“`(*A-Z0-9]|\s*$)|;(?=\s)/g,
  )) {
    const end = match.index + match[0].length;
    if (
      end <= title ||
      insideMarks(text.slice(start, match.index)) ||
      /\b(?:e\.g|i\.e|etc|vs|cf|No|approx)$/.test(text.slice(Math.max(0, match.index - 8), match.index))
    )
      continue;
    cut(end);
  }
  cut(text.length);
  return found;
}

/** Where a title ends that stands on the first line, with nothing that says something; 0 without one. */
function titleOf(text: string): number {
  const line = /^\s{0,20}([^\n.!?:;,`\d]{1,80})\n(?=\s{0,20}["“`(*A-Z])/.exec(text);
  const words = line?.[1]?.trim().split(/\s+/) ?? [];
  return line !== null && words.length <= 8 && !isProse(line[0]) ? line[0].length : 0;
}

/** Whether a code span or a quotation is open at the end of this part. */
function insideMarks(part: string): boolean {
  return count(part, "`") % 2 === 1 || count(part, '"') % 2 === 1 || count(part, "“") > count(part, "”");
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** The clauses of a sentence that fix something of their own: each has a literal and says what becomes of something. */
function clausesOf(text: string, sentence: Range): Range[] {
  const clauses: Range[] = [];
  let { start } = sentence;
  const own = text.slice(sentence.start, sentence.end);
  for (const match of own.matchAll(
    /,\s+(?:(?:and|but|otherwise|else|while)\s+)?(?=(?:an?|one|any|every|the|in any|all|otherwise|it|its)\s)/g,
  )) {
    const at = sentence.start + match.index;
    const next = text.slice(at + match[0].length, sentence.end);
    const before = text.slice(start, at);
    if (insideMarks(before) || isCondition(before) || !saysSomething(before) || !saysSomething(next))
      continue;
    clauses.push(trimmed(text, { start, end: at }));
    start = at + match[0].length;
  }
  clauses.push(trimmed(text, { start, end: sentence.end }));
  return clauses;
}

/** A condition waits for its consequence. */
function isCondition(part: string): boolean {
  const said = part.replace(label, "").replace(/`[^`]*`/g, "``");
  return (
    !said.includes(",") &&
    /^(?:when|if|unless|where|while|after|before|once|until|as long as|whenever)\b/i.test(said)
  );
}

/** A mark in front of a sentence, such as `[Testable]`. */
const label = /^\s*(?:`?\[[^\]`\n]{1,30}\]`?\s*)?/;

function saysSomething(part: string): boolean {
  return (
    /`[^`]+`|\d/.test(part) &&
    /\b(?:is|are|has|have|fails?|returns?|must|shall|may|with|gets?|takes?|ends?|sets?|adds?|begins?|holds?|keeps?|moves?|blinks?|\w+ed)\b/i.test(
      part,
    )
  );
}

function trimmed(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  const mark =
    /^(?:>\s*)+(?:(?:[-*+]|\d{1,3}[.)])\s+)?|^(?:[-*+]|\d{1,3}[.)])\s+/.exec(
      text.slice(from, Math.min(to, from + 40)),
    )?.[0].length ?? 0;
  return { start: Math.min(to, from + mark), end: to };
}
