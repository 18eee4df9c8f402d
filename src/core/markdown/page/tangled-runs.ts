import { closesFence, fenceLine, type FenceLine } from "../fence.ts";
import { opensHtml } from "../scan/scan-line.ts";
import { frontMatter } from "../scan/front-matter.ts";
import { isPlainLabel } from "./footnote-label.ts";
import { htmlRuns, openComment } from "./html-runs.ts";
import { unseenElements } from "./known-tags.ts";
import { definitionLines, labelsDefinedIn } from "./link-labels.ts";
import { cutMark } from "./page-part.ts";

/** Marks of the containers that a line stands in, and of a task. */
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*(?:\[[ xX]\][ \t]+)?/;
const definition = /^\[(?:[^\]\\]|\\.){0,999}\]:/;

/** Elements that read alike wherever they stand, if nothing is said of them. */
const plainTag =
  /<\/?(?:a|b|br|code|dd|del|details|div|dl|dt|em|h[1-6]|hr|i|img|ins|kbd|li|ol|p|s|samp|span|strong|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|u|ul|var)(?:[ \t](?:align|colspan|rowspan|valign)="\w{1,8}"){0,3}[ \t]*\/?>/gi;
const address = /<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.+-]+@[\w.-]+>/g;
const tag = /<[A-Za-z/!?]/;

/** Lines between two empty ones, but for what stands in their fences. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
  readonly hasFence: boolean;
}

/** Lines `from` to `to` (exclusive), counted from 0. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Runs of lines of which readers of Markdown do not agree where their HTML begins and ends: HTML beside a definition or the odd label
 * of a note, and a block of HTML beside a list, a quotation, a fence or a table. One in which something may stay open goes on to the
 * end of the text.
 */
export function tangledRuns(lines: readonly string[]): readonly LineRange[] {
  if (!lines.some((line) => line.includes("<"))) return [];
  const found: LineRange[] = [];
  const start = frontMatter(lines).length;
  for (const { from, to, ...run } of runsIn(lines)) {
    if (from < start || !isTangled(run)) continue;
    const isOpen = mayStayOpen(run.lines.join("\n"));
    found.push({ from, to: isOpen ? lines.length : endOfContained(lines, to) });
    if (isOpen) break;
  }
  return found;
}

/** Where what may go on with an item or a note ends: indented lines, empty ones between them too. */
function endOfContained(lines: readonly string[], from: number): number {
  let to = from;
  for (let at = from; at < lines.length && /^(?:[ \t]|$)/.test(lines[at] ?? ""); at += 1)
    if (lines[at]?.trim() !== "") to = at + 1;
  return to;
}

/** Lines without such runs, and how many lines from `from` on were put in to say what the runs may define for the others. */
interface WithoutRuns {
  readonly lines: readonly string[];
  readonly from: number;
  readonly added: number;
}

/** A text's lines, whatever ends them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/);
}

/** As many lines, with a mark in place of each such run. */
export function withMarks(lines: readonly string[], runs: readonly LineRange[]): string[] {
  const left = [...lines];
  for (const { from, to } of runs) left.fill("", from, to).fill(cutMark, from, from + 1);
  return left;
}

/** The same, with what the runs may define for the others. */
export function withoutRuns(lines: readonly string[], runs: readonly LineRange[]): WithoutRuns {
  const left = withMarks(lines, runs);
  const labels = new Set(
    runs.flatMap(({ from, to }) => [...labelsDefinedIn(lines.slice(from, to).join("\n"))]),
  );
  const known = [...labels].filter((label) => !label.startsWith("^") || isPlainLabel(label.slice(1)));
  const from = frontMatter(lines).length;
  const definitions = known.flatMap((label) => [
    ...definitionLines([[label, ""]])
      .trimEnd()
      .split("\n"),
    "",
  ]);
  left.splice(from, 0, ...definitions);
  return { lines: left, from, added: definitions.length };
}

/** The runs that have a `<` outside of fences. */
function runsIn(lines: readonly string[]): readonly Run[] {
  const runs: Run[] = [];
  let open: FenceLine | null = null;
  let run = { from: 0, hasFence: false, hasTag: false };
  const isCode = new Set<number>();
  const end = (at: number): void => {
    if (run.hasTag) {
      const own = lines.slice(run.from, at).filter((_, line) => !isCode.has(run.from + line));
      runs.push({ from: run.from, to: at, lines: own, hasFence: run.hasFence });
    }
    run = { from: at + 1, hasFence: false, hasTag: false };
  };
  let comment = -1;
  for (const [at, line] of lines.entries()) {
    if (open === null && at > comment && line.includes("<!--")) comment = commentEnd(lines, at) ?? comment;
    if (at <= comment) {
      isCode.add(at);
      continue;
    }
    const before: FenceLine | null = open;
    const isMark = line.includes("```") || line.includes("~~~");
    if (before !== null) open = isMark && closesFence(before, line) ? null : before;
    else open = isMark ? fenceLine(line) : null;
    if (before !== null || open !== null) {
      isCode.add(at);
      run.hasFence = true;
    } else if (line.trim() === "") end(at);
    else if (line.includes("<")) run.hasTag = true;
  }
  end(lines.length);
  return runs;
}

/** The line that ends a comment which begins there, on lines of its own, as every reader reads it; null: none does. */
function commentEnd(lines: readonly string[], at: number): number | null {
  if (!/^ {0,3}<!--(?!-?>)/.test(lines[at] ?? "")) return null;
  const end = lines.findIndex((line, other) => other >= at && line.includes("-->"));
  return end >= 0 && /^[^]*?-->[ \t]*$/.test(lines[end] ?? "") ? end : null;
}

/** The marks of a table, or the line under a heading. */
function isDelimiter(line: string): boolean {
  return (/^[ \t|:-]+$/.test(line) && /[|:-]/.test(line)) || /^=+[ \t]*$/.test(line);
}

/** Without a comment that the line, in a quotation or not, consists of. */
function withoutComment(line: string): string {
  const content = line.replace(/^[ \t>]+/, "").trimEnd();
  const isComment = /^<!--(?!-?>)/.test(content) && content.indexOf("-->") === content.length - 3;
  return isComment ? line.slice(0, line.indexOf("<")) : line;
}

function isTangled({ lines, hasFence }: Pick<Run, "lines" | "hasFence">): boolean {
  const written = lines.map((line) =>
    withoutComment(line)
      .replace(/`[^`\n]*`/g, "x")
      .replace(address, "x"),
  );
  if (!written.some((line) => tag.test(line))) return false;
  const contents = written.map((line) => line.replace(containers, ""));
  if (written.some(hasOddNote) || endsOtherwise(contents)) return true;
  const definitions = contents.filter((line) => definition.test(line));
  if (
    definitions.length > 0 &&
    [...definitions, ...contents.filter((line) => line.startsWith("<"))].some((line) => tag.test(line))
  )
    return !written.every(isPlainNote);
  if (written.some((line, at) => isTagBelow(line, at, written))) return true;
  const isBlock = contents.some((line) => beginsBlock(line) && tag.test(line.replace(plainTag, "")));
  const isContained = written.some((line, at) => line.trimStart() !== contents[at]?.trimStart());
  return isBlock && (hasFence || isContained || written.some((line) => isDelimiter(line)));
}

/**
 * A tag alone on a line that begins no block within a paragraph: below an item or a quotation it does to GitHub, and above the marks of
 * a table it is the head of one.
 */
function isTagBelow(line: string, at: number, lines: readonly string[]): boolean {
  if (!opensHtml(line.replace(/^ {1,3}/, ""), false)) return false;
  if (isDelimiter(lines[at + 1] ?? "")) return true;
  if (opensHtml(line.trimStart(), true)) return false;
  const marks = lines.slice(0, at).map((above) => containers.exec(above)?.[0] ?? "");
  const around = marks.findLast((mark) => mark.trim() !== "");
  return around !== undefined && line.search(/\S/) < around.length;
}

/** A line of a note whose tags are whole and stand within its words, outside of every container. */
function isPlainNote(line: string, at: number): boolean {
  const words = line.replace(/^\[\^[^\]]*\]:/, "");
  if (at === 0 && words === line) return false;
  return (
    !/^[\s>*+<-]*<|^[ \t]*(?:>|[-*+]|\d+[.)])[ \t]/.test(words) &&
    !/^[ \t]*\[[^^]/.test(words) &&
    htmlRuns(words) !== null
  );
}

/** A whole tag with words behind it begins a paragraph to every reader, if it is none of those that begin a block. */
function beginsBlock(line: string): boolean {
  if (!line.startsWith("<")) return false;
  return opensHtml(line, false) || htmlRuns(line) === null;
}

/** Whether blocks of HTML that do not end with an empty line stand in one another: which ends which is not read alike. */
function endsOtherwise(contents: readonly string[]): boolean {
  if (!contents.some((line) => /^<(?:\/?(?:pre|script|style|textarea)\b|[!?])/i.test(line))) return false;
  const found =
    contents
      .join("\n")
      .toLowerCase()
      .match(/<\/?(?:pre|script|style|textarea)\b|<[!?]/g) ?? [];
  return new Set(found.map((one) => one.replace("/", ""))).size > 1;
}

function hasOddNote(line: string): boolean {
  return [...line.matchAll(/\[\^([^\]]*)/g)].some(([, label = ""]) => !isPlainLabel(label));
}

/** Whether something that begins in it may take in what follows. */
function mayStayOpen(html: string): boolean {
  if (htmlRuns(html) === null || openComment(html) !== null) return true;
  return [...html.matchAll(/<([A-Za-z][A-Za-z0-9]*)/g)].some(
    ([, name = ""]) => /^pre$/i.test(name) || unseenElements.has(name.toLowerCase()),
  );
}
