import { restOfLine } from "../html-comments.ts";

/** A tag, a comment, or what stands between them. */
export interface HtmlRun {
  readonly text: string;
  /** The name of a tag; empty: a comment; null: neither. */
  readonly tag: string | null;
}

/** A tag as every parser reads it (CommonMark 0.31, 6.6); bounded, so that matching is linear. */
const tag =
  /<(\/?[A-Za-z][A-Za-z0-9-]{0,40})((?:\s{1,20}[\w:.-]{1,40}(?:\s{0,4}=\s{0,4}(?:"[^"<]{0,2000}"|'[^'<]{0,2000}'|[^\s"'=<>`]{1,500}))?){0,20})\s{0,20}\/?>/g;

/** HTML as its tags, comments and the words between them; null: a browser may read it otherwise than it looks. */
export function htmlRuns(html: string): readonly HtmlRun[] | null {
  const runs: HtmlRun[] = [];
  let at = 0;
  for (let start = html.indexOf("<!--"); start >= 0; start = html.indexOf("<!--", at)) {
    const end = commentEnd(html, start);
    if (end === null) break;
    runs.push(...tagRuns(html.slice(at, start)), { text: html.slice(start, end), tag: "" });
    at = end;
  }
  runs.push(...tagRuns(html.slice(at)));
  return runs.every((run) => run.tag !== null || !run.text.includes("<")) ? runs : null;
}

/** Where a comment begins that the HTML does not end: a browser goes on looking for its end in what follows. */
export function openComment(html: string): number | null {
  for (let start = html.indexOf("<!--"); start >= 0;) {
    const end = commentEnd(html, start);
    if (end === null) return start;
    start = html.indexOf("<!--", end);
  }
  return null;
}

/** Whether HTML begins with a tag that begins a block for CommonMark 0.31, and none, or another, for GitHub (CommonMark 0.29). */
export function beginsNoBlock(html: string): boolean {
  return /^\s*<(?:\/?search\b|textarea\b[^>]{0,2000}>\s*[^\s])/i.test(html);
}

/** Where browsers end a comment, which may be empty at once; null: nowhere. */
function commentEnd(html: string, start: number): number | null {
  const empty = /^-?>/.exec(html.slice(start + 4, start + 6));
  if (empty !== null) return start + 4 + empty[0].length;
  const close = /--!?>/g;
  close.lastIndex = start + 4;
  return close.exec(html) === null ? null : close.lastIndex;
}

function tagRuns(html: string): readonly HtmlRun[] {
  const runs: HtmlRun[] = [];
  let at = 0;
  for (const { 0: found, 1: name = "", index } of html.matchAll(tag)) {
    if (index > at) runs.push({ text: html.slice(at, index), tag: null });
    runs.push({ text: found, tag: name });
    at = index + found.length;
  }
  if (at < html.length) runs.push({ text: html.slice(at), tag: null });
  return runs;
}

interface Run extends HtmlRun {
  /** What is left of a comment: what keeps the rest of its line from beginning a block. */
  readonly lead?: string;
}

/** Runs in which a comment takes the blanks behind it along. */
export function withRests(runs: readonly HtmlRun[]): readonly Run[] {
  const html = runs.map(({ text }) => text).join("");
  const found: Run[] = [];
  let end = 0;
  let taken = 0;
  let first = 0;
  for (const { text, tag } of runs) {
    const from = Math.max(end, taken);
    if (tag === "" && found.at(-1)?.tag !== "") first = end;
    end += text.length;
    const rest = tag === "" ? restOfLine(html, first, end) : { from: end, lead: "" };
    taken = rest.from;
    if (taken > from) found.push({ text: html.slice(from, taken), tag, lead: rest.lead });
  }
  return found;
}
