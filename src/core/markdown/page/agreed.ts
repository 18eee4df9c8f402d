import { withoutHiddenCharacters } from "../hidden-text.ts";
import { withoutComments } from "../html-comments.ts";
import { frontMatter } from "../scan/front-matter.ts";
import { cutMark } from "./page-part.ts";
import { type PageWords, withoutReferences, wordsIn, wordsOnPage } from "./second-reader.ts";

/**
 * What is read of a text, so far as a second reader shows it, too: a mark stands in place of each line that holds a word more often
 * than the page does, and behind one that lost a word which the page has. Two readers that share nothing seldom err
 * alike. Of a text that the second one cannot read nothing is left. Front matter is not looked at.
 */
export function agreedLines(written: readonly string[], lines: readonly string[]): readonly string[] {
  const start = frontMatter([...lines]).length;
  const page = pageOf(written);
  if (page === null) return lines.map((line) => (hasWord.test(line) ? cutMark : line));
  const hidden = hiddenLines(lines, start, page, inLine);
  const kept = hidden.size === 0 ? lines : lines.map((line, at) => (hidden.has(at) ? cutMark : line));
  if (written.length !== lines.length) return kept;
  const lost = new Set(withLostWords(unmarkedChanges(written, kept), written, kept, page));
  return lost.size === 0 ? kept : kept.map((line, at) => (lost.has(at) ? `${line}${cutMark}` : line));
}

/** The same of a text that is shown; where it is not known which line lost a word, the mark stands at its end. */
export function agreedText(written: string, shown: string): string {
  const lines = shown.split("\n");
  const page = pageOf(written.split(/\r\n|[\r\n]/));
  if (page === null) return hasWord.test(shown) ? cutMark : shown;
  const hidden = hiddenLines(lines, frontMatter(lines).length, page, inShown);
  const kept =
    hidden.size === 0 ? shown : lines.map((line, at) => (hidden.has(at) ? cutMark : line)).join("\n");
  if (kept.includes(cutMark.trim()) || [...page.apart].every(isReadIn(kept))) return kept;
  // Behind a fence's end it would keep the fence open.
  return `${kept}${kept.includes("\n") ? "\n" : ""}${cutMark}`;
}

/** What a second reader shows of a text below its front matter. */
function pageOf(written: readonly string[]): PageWords | null {
  return wordsOnPage(written.slice(frontMatter([...written]).length).join("\n"));
}

/** Words that a second reader shows of a text, in their order, and that stand neither in what is shown nor in what is told. */
export function lostOnPage(written: string, shown: string, told: readonly string[]): readonly string[] {
  const page = wordsOnPage(written);
  const isRead = isReadIn([shown, ...told].join("\n"));
  return [...(page?.apart ?? [])].filter((word) => !isRead(word));
}

const hasWord = /[\p{L}\p{N}]/u;

/** Lines of what is read, from 0, with words that the page has not, or not so often. */
function hiddenLines(
  lines: readonly string[],
  start: number,
  page: PageWords,
  unseen: RegExp,
): ReadonlySet<number> {
  const wordsOf = (line: string): readonly string[] => proseWords(line, unseen);
  const left = new Map(page.counts);
  const more = new Set<string>();
  const read = withoutComments(lines.slice(start).join("\n"), () => undefined);
  for (const word of read.split("\n").flatMap(wordsOf)) {
    const count = (left.get(word) ?? 0) - 1;
    left.set(word, count);
    if (count < 0) more.add(word);
  }
  if (more.size === 0) return new Set();
  return new Set(
    lines.flatMap((line, at) => (at >= start && wordsOf(line).some((word) => more.has(word)) ? [at] : [])),
  );
}

const list = String.raw`^[ \t>]*(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)*`;
/** What of a line is no word of its page: an item's number and box, a fence's language. */
const marks = new RegExp(String.raw`${list}(?:\d{1,9}[.)]$|\[[xX]\][ \t]|(?:\`{3,}|~{3,})[ \t]*\S{0,400})?`);
/** Labels of notes, addresses, tags: in a file with what they say to a program, which is taken from them later. */
const inLine = /\[\^[^[\]\n]{0,200}\]|\]\([^)\s]{0,2000}\)|<\/?[A-Za-z][^<>]{0,400}>/g;

/** The same, of tags three words at most. */
const inShown =
  /\[\^[^[\]\n]{0,20}\]|\]\([^)\s]{0,400}\)|<\/?[A-Za-z][\w:.-]{0,60}(?:[ \t/]+[\w-]{1,60}(?:="?[\w-]{1,12}"?)?){0,2}[ \t]*\/?>/g;

function proseWords(line: string, hidden: RegExp): readonly string[] {
  return wordsIn(withoutReferences(line.replace(marks, "").replace(hidden, " ")));
}

/** Lines, from 0, of which a second reader shows words that are read nowhere: those that were changed, be it with a mark. */
export function linesLost(written: readonly string[], lines: readonly string[]): readonly number[] {
  const page = pageOf(written);
  const changed = written.flatMap((line, at) => (line === lines[at] ? [] : [at]));
  return page === null ? changed : withLostWords(changed, written, lines, page);
}

function withLostWords(
  changed: readonly number[],
  written: readonly string[],
  lines: readonly string[],
  page: PageWords,
): readonly number[] {
  if (changed.length === 0) return [];
  const isRead = isReadIn(lines.join("\n"));
  const isLost = (word: string): boolean => page.apart.has(word) && !isRead(word);
  return changed.filter((at) => wordsIn(written[at] ?? "").some(isLost));
}

/** Whether a word is read somewhere, be it in another one. */
function isReadIn(text: string): (word: string) => boolean {
  const read = withoutHiddenCharacters(`${text}\n${withoutReferences(text)}`).toLowerCase();
  return (word) => read.includes(word);
}

/** Lines that were changed; none of a run that bears a mark. */
function unmarkedChanges(written: readonly string[], lines: readonly string[]): readonly number[] {
  const found: number[] = [];
  let run: number[] = [];
  let isMarked = false;
  for (const [at, line] of [...lines, null].entries()) {
    if (line !== null && line !== written[at]) {
      run.push(at);
      isMarked ||= line.includes(cutMark.trim());
      continue;
    }
    if (!isMarked) found.push(...run);
    run = [];
    isMarked = false;
  }
  return found;
}
