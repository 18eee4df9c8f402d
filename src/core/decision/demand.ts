import type { Passage, Reading } from "./reading.ts";

const keyword = /\b(?:must|shall|should|will|may|needs? to|has to|have to)\b(?: also)?(?: be able to)?\s+/i;
const listMark = /^[\s>]*(?:[-*+]|\d{1,3}[.)]|#{1,6})\s+/;
const step = /^(?:then|and|when|given)\b[,:]?\s+/i;
const wish = /^.{0,120}\bI (?:want|need|can|would like|wish)(?: to)?\s+/i;
/** `` `[Testable]` `` before a statement is about it. */
const tag = /^`\[[^\]`]{1,40}\]`\s+/;
const passive = /^(?:not )?be\b/;

/** What the change asks for, in at most `most` of its own words: what follows `must` and the like, else its first words. */
export function demandIn(reading: Reading, most: number): string {
  const told = reading.fresh.filter((passage) => !passage.inFence && !isTitle(passage));
  const demanding =
    told.find((passage) => keyword.test(passage.bare)) ??
    told.find((passage) => passage.bare.startsWith("then ")) ??
    told[0] ??
    reading.fresh[0];
  if (demanding === undefined) return "";
  const text = plainText(demanding);
  const at = keyword.exec(text);
  const asked = at === null ? text : text.slice(at.index + at[0].length);
  return firstWords(asked === "" || passive.test(asked) ? text : asked, most);
}

function firstWords(text: string, most: number): string {
  const words = text.split(" ").filter((word) => word !== "");
  const shown = words
    .slice(0, most)
    .join(" ")
    .replace(/[.,;:]$/, "");
  return words.length > most ? `${shown}…` : shown;
}

function isTitle({ span }: Passage): boolean {
  return (
    /^\s*#{1,6}\s/.test(span.quote) ||
    /^\**(?:scenario|requirement|user story)\b[^.]{0,120}$/i.test(span.quote.trim())
  );
}

/** One line as a reader of the page sees it, without list mark, the entry's ID and a step's keyword; code keeps its marks. */
function plainText({ span, bare }: Passage): string {
  const line = span.quote
    .replace(/\s+/g, " ")
    .replace(/!?\[([^\]]{0,400})\]\([^()]{0,1000}\)/g, "$1")
    .replace(listMark, "")
    .replace(/\*{1,3}|(?<!\w)_{1,2}|_{1,2}(?!\w)/g, "")
    .trim();
  return line.slice(startOf(bare, line)).replace(tag, "").replace(step, "").replace(wish, "").trim();
}

/** Where the text begins whose words without the entry's ID are `bare`. */
function startOf(bare: string, line: string): number {
  const first = (bare.split(" ")[0] ?? "").toLowerCase();
  const lower = line.toLowerCase();
  for (let at = lower.indexOf(first); at > 0 && at <= longestMarker; at = lower.indexOf(first, at + 1)) {
    if (!/[\s`"(*_]/.test(lower.charAt(at - 1))) continue;
    return lower.charAt(at - 1) === "`" ? at - 1 : at;
  }
  return 0;
}

/** `| 12.3.4 | `, `` `(X1a)` `` and the like. */
const longestMarker = 60;
