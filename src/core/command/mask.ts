import { closesFence, fenceLine } from "../markdown/fence.ts";

/** Lines of a comment's body with what renders as quote, code or nothing taken out; line numbers stay. */
interface CommentLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** Some mail programs quote below this line without `>`. */
const originalMessage = /^ {0,3}-{2,10} ?Original Message ?-{2,10}\s*$/i;
const rawBlock = /^<(pre|script|style|textarea)\b/i;

interface Open {
  readonly close: (line: string) => boolean;
}

/**
 * The lines on which a command may stand: outside block quotes (and the text that continues them), fences, indented
 * code, code spans over several lines, HTML comments and `<pre>`. One pass, linear in the length.
 */
export function commandLines(body: string): CommentLine[] {
  const lines = body
    .replace(/\r\n?/g, "\n")
    .replace(/[\u200b\ufeff]/g, "")
    .split("\n");
  const end = lines.findIndex((line) => originalMessage.test(line));
  if (end >= 0) lines.length = end;
  const found: CommentLine[] = [];
  let open: Open | null = null;
  let quoted = false;
  let paragraph: CommentLine[] = [];
  const endParagraph = (): void => {
    found.push(...visibleLines(paragraph));
    paragraph = [];
  };
  lines.forEach((raw, index) => {
    const line = raw.replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, " ");
    const text = line.trim();
    if (open !== null) {
      if (open.close(text)) open = null;
      return;
    }
    if (text.startsWith(">")) {
      endParagraph();
      quoted = text.replace(/^[> ]+/, "") !== "" && fenceLine(text) === null;
      return;
    }
    if (text === "" || /^(?: {4}|\t)/.test(line)) {
      if (text === "") {
        quoted = false;
        endParagraph();
      }
      return;
    }
    open = opens(text);
    if (open !== null) {
      endParagraph();
      quoted = false;
      return;
    }
    if (!quoted) paragraph.push({ line: index + 1, text });
  });
  endParagraph();
  return found;
}

/** What a line opens that hides the lines after it. */
function opens(text: string): Open | null {
  const fence = fenceLine(text);
  if (fence !== null) return { close: (line) => closesFence(fence, line) };
  if (text.startsWith("<!--") && !text.includes("-->", 4)) return { close: (line) => line.includes("-->") };
  const tag = rawBlock.exec(text)?.[1]?.toLowerCase();
  if (tag === undefined || text.toLowerCase().includes(`</${tag}>`)) return null;
  return { close: (line) => line.toLowerCase().includes(`</${tag}>`) };
}

/** Lines of a paragraph whose start is not inside a code span or an HTML comment that began on an earlier line. */
function visibleLines(paragraph: readonly CommentLine[]): CommentLine[] {
  const text = paragraph.map((line) => line.text).join("\n");
  const hidden = spans(text);
  let start = 0;
  let next = 0;
  return paragraph.filter((line) => {
    const at = start;
    start += line.text.length + 1;
    while ((hidden[next]?.end ?? Infinity) <= at) next += 1;
    const span = hidden[next];
    return span === undefined || span.start >= at;
  });
}

function spans(text: string): { start: number; end: number }[] {
  const marks = [...text.matchAll(/`+|<!--/g)];
  const closers = new Map<string, number[]>();
  for (const mark of marks) {
    const positions = closers.get(mark[0]) ?? [];
    positions.push(mark.index);
    closers.set(mark[0], positions);
  }
  const found: { start: number; end: number }[] = [];
  // Beyond it no comment ends: looked for once, or a text of `<!--` alone would be read as often as it is long.
  const lastEnd = text.lastIndexOf("-->");
  let at = 0;
  for (const mark of marks) {
    if (mark.index < at) continue;
    const isComment = mark[0] === "<!--";
    if (isComment && mark.index + 4 > lastEnd) continue;
    const end = isComment ? text.indexOf("-->", mark.index + 4) : nextOf(closers.get(mark[0]), mark.index);
    if (end < 0) continue;
    at = end + (isComment ? 3 : mark[0].length);
    found.push({ start: mark.index, end: at });
  }
  return found;
}

/** The first position after `index`; positions before it are used up. */
function nextOf(positions: number[] | undefined, index: number): number {
  while (positions !== undefined && positions.length > 0) {
    const position = positions.shift();
    if (position !== undefined && position > index) return position;
  }
  return -1;
}
