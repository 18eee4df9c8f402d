/** Lines `from` to `to` (exclusive) of a file: one or more whole blocks of its top level. */
export interface FilePiece {
  readonly from: number;
  readonly to: number;
  /** Something in it may not be seen, or where it ends is not sure by its lines alone. */
  readonly isSuspicious: boolean;
}

/** A file without any of these hides nothing. */
export const mayHide = /[<$|\f\v&]|!\[|\[\^|\]\[|\]\(|\]:|^[ \t>*+\d.)-]*(?:`{3,}|~{3,})/m;

/** The pieces of a file from line `start` on. Linear; what is in a fence that every reader opens and closes alike is looked at no further. */
export function filePieces(lines: readonly string[], start: number): readonly FilePiece[] {
  const pieces: FilePiece[] = [];
  const refers = lines.some((line) => line.includes("]:"));
  let open: OpenPiece = { from: start, prose: [], isHtml: false };
  let fence: string | null = null;
  const end = (to: number): void => {
    if (to > open.from) pieces.push({ from: open.from, to, isSuspicious: isSuspicious(open, refers) });
    open = { from: to, prose: [], isHtml: false };
  };
  for (let at = start; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (fence !== null) {
      if (closes(line, fence)) fence = null;
      continue;
    }
    if (begins(line, lines[at - 1] ?? "", open.isHtml)) end(at);
    fence = at === open.from ? openFence(line) : null;
    if (fence !== null) continue;
    open.prose.push(line);
    open.isHtml ||= htmlLine.test(line);
  }
  end(lines.length);
  return pieces;
}

interface OpenPiece {
  readonly from: number;
  /** Its lines but for those of a fence. */
  readonly prose: string[];
  /** Some line may begin a block of HTML, which goes on up to an empty line. */
  isHtml: boolean;
}

const htmlLine = /^[ \t>*+\d.)-]*</;

/** Whether a line begins a block of the top level, whatever stands before it but an open fence or HTML. */
function begins(line: string, before: string, isHtml: boolean): boolean {
  if (line === "" || line.startsWith(" ") || line.startsWith("\t")) return false;
  if (/^[ \t]*$/.test(before)) return true;
  return !isHtml && /^[-*+] +[^\s<]/.test(line) && /^ *[-*+] /.test(before);
}

/** The mark of a fence that every reader opens here. */
function openFence(line: string): string | null {
  return /^(`{3,}|~{3,})[\w+#.-]{0,20}[ \t]*$/.exec(line)?.[1] ?? null;
}

function closes(line: string, mark: string): boolean {
  return /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]?.startsWith(mark) === true;
}

/** A tag whose attributes hold no words, or a comment of a word or two. */
const harmless = String.raw`(?:\/?[A-Za-z][\w-]{0,30}(?:\s(?:id|name|href|align|colspan|rowspan)=(?:"[^"\s<>|\`]{1,100}"|'[^'\s<>|\`]{1,100}')){0,3}\s?\/?|!--(?:\s?[\w-]{1,30}){0,3}\s?--)>`;

/** In a block of HTML a browser reads more as tags than Markdown does. */
const hidingInHtml = new RegExp(`<(?!${harmless})[A-Za-z!?/]`, "i");

/** What may hide words, but for a simple address. */
const hiding = new RegExp(
  [
    String.raw`!\[|\[\^|\]:|\]\((?![^()\s<]{0,2000}\))`,
    String.raw`(?<!(?<!\\)\\)<(?!${harmless})(?:[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|$)|[!?/])`,
    String.raw`<(?:audio|bdo|canvas|dialog|iframe|math|noscript|object|pre|r[pt]|script|select|source|style|svg|template|textarea|title|video)\b`,
    String.raw`\$[^$]*[%\\]|&(?:#|Zero|Neg|zw|lrm|rlm|shy|No|Inv|Apply|it;|ic;|af;)`,
    String.raw`[\f\v\0]`,
    // A fence of which not every reader sees the same.
    "^[ \\t>*+\\d.)-]*(?:`{3,}|~{3,})",
  ].join("|"),
  "im",
);

/** The label of a reference, where something is defined that it may lead to. */
const reference = /\]\[(?!\])/;

function isSuspicious({ prose: lines, isHtml }: OpenPiece, refers: boolean): boolean {
  const text = lines.join("\n");
  if (!mayHide.test(text)) return false;
  if (isHtml && hidingInHtml.test(text)) return true;
  const prose = withoutCode(text);
  return (refers && reference.test(prose)) || hiding.test(prose) || isSpeck(prose) || hasSurplusCells(lines);
}

/** Whether elements that make their words smaller may stand in one another: three of them, in a small heading or code. */
function isSpeck(prose: string): boolean {
  return (prose.match(/<(?:sub|sup|small|code|kbd|samp|tt|pre|ruby|rt|h[56]|section)\b/gi)?.length ?? 0) > 2;
}

/** Spans of code are told by sight where each line has its own, of single marks. */
function withoutCode(text: string): string {
  if (!text.includes("`")) return text;
  if (/``|\\`/.test(text) || text.split("\n").some((line) => line.split("`").length % 2 === 0)) return text;
  return text.replace(/`[^`\n]*`/g, "`");
}

/** Whether a row may make a table of the line before it. */
function isDelimiter(line: string): boolean {
  return /^[ \t>*+\d.)|:-]+$/.test(line) && line.includes("-") && /[|:]/.test(line);
}

/** Whether some row of what may be a table has more cells than its head. */
function hasSurplusCells(lines: readonly string[]): boolean {
  let columns = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.trim() === "") columns = Number.POSITIVE_INFINITY;
    else if (columns < Number.POSITIVE_INFINITY) {
      if (cellsAtMost(line) > columns) return true;
    } else if (isDelimiter(line)) columns = (line.match(/-+/g) ?? []).length;
  }
  return false;
}

function cellsAtMost(line: string): number {
  const bare = line.trim().replace(/(?<!\\)\\\|/g, "");
  return bare.replace(/^\||\|$/g, "").split("|").length;
}
