/**
 * What one line can begin, seen without its containers. Every function looks at a bounded prefix or walks the line once.
 * Grammar: CommonMark 0.31.2, sections 4 and 5; tables: GFM 4.10.
 */

/** Structure is looked for in this many characters; the rest of a longer line is text. */
export const structurePrefix = 1024;

interface Bullet {
  readonly marker: string;
  readonly number: number | null;
  /** Characters of the marker itself. */
  readonly width: number;
}

const atx = /^(#{1,6})(?:[ \t]|$)/;
const orderedBullet = /^(\d{1,9})([.)])(?:[ \t]|$)/;
const tagName = /^<\/?([a-zA-Z][a-zA-Z0-9-]{0,40})(?:[\s/>]|$)/;
const declaration = /^<(?:\?|![a-zA-Z[])/;
const loneTag = /^<[^<>]*>\s*$/;
/** CommonMark 4.6, start condition 6: these begin an HTML block wherever they stand. */
const blockTags = new Set(
  (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt " +
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link " +
    "main menu menuitem nav noframes ol optgroup option p param pre script search section style summary table tbody td " +
    "textarea tfoot th thead title tr track ul"
  ).split(" "),
);
const verbatimTags = new Set(["pre", "script", "style", "textarea"]);
/** A destination stands behind the label, and nothing but a title behind that (CommonMark 4.7): else it is a paragraph. */
const definition =
  /^\[(?!\^)(?:[^[\]\\]|\\.){1,999}\]:[ \t]*(?:<(?:[^<>\\]|\\.)*>|[^\s<]\S*)(?:[ \t]+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?[ \t]*$/;
const footnote = /^\[\^[^\]\s]+\]:/;
const anchor = /\{#([^{}\s]+)\}$/;

/** Level of an ATX heading, or 0. */
export function headingLevel(content: string): number {
  return atx.exec(content)?.[1]?.length ?? 0;
}

const longestHeading = 500;

/** Text and anchor of an ATX heading's line, or of a setext heading's text. */
export function headingText(content: string, level: number): { text: string; anchor: string | null } {
  let text = content.slice(level, 2 * structurePrefix).trim();
  let end = text.length;
  while (end > 0 && text[end - 1] === "#") end -= 1;
  if (level > 0 && (end === 0 || /\s/.test(text[end - 1] ?? ""))) text = text.slice(0, end).trim();
  const found = anchor.exec(text);
  if (found) text = text.slice(0, found.index).trim();
  const shown = text.length > longestHeading ? `${text.slice(0, longestHeading)} […]` : text;
  return { text: shown, anchor: found?.[1] ?? null };
}

/** The fence a line opens: its character, its length and its info string; null when it opens none. */
export function fenceOpening(content: string): { char: string; length: number; info: string } | null {
  const char = content[0];
  if (char !== "`" && char !== "~") return null;
  const length = runLength(content, char);
  if (length < 3) return null;
  const info = content.slice(length, length + structurePrefix).trim();
  if (char === "`" && content.includes("`", length)) return null;
  return { char, length, info };
}

export function closesFence(content: string, char: string, length: number): boolean {
  const run = runLength(content, char);
  return run >= length && content.slice(run).trim() === "";
}

function runLength(content: string, char: string): number {
  let length = 0;
  while (content[length] === char) length += 1;
  return length;
}

/** `---`, `* * *`, `___`. */
export function isThematicBreak(content: string): boolean {
  const char = content[0];
  if ((char !== "-" && char !== "*" && char !== "_") || content.length > structurePrefix) return false;
  let count = 0;
  for (const c of content) {
    if (c === char) count += 1;
    else if (c !== " " && c !== "\t") return false;
  }
  return count >= 3;
}

/** Level of a setext underline, or 0. */
export function setextLevel(content: string): 0 | 1 | 2 {
  const char = content[0];
  if (char !== "=" && char !== "-") return 0;
  if (content.slice(runLength(content, char)).trim() !== "") return 0;
  return char === "=" ? 1 : 2;
}

export function bullet(content: string): Bullet | null {
  const first = content[0];
  if (first === "-" || first === "*" || first === "+") {
    const next = content[1];
    return next === undefined || next === " " || next === "\t"
      ? { marker: first, number: null, width: 1 }
      : null;
  }
  const ordered = orderedBullet.exec(content.slice(0, 12));
  if (!ordered) return null;
  const marker = `${ordered[1] ?? ""}${ordered[2] ?? ""}`;
  return { marker, number: Number(ordered[1]), width: marker.length };
}

/** What ends the comment that `content` opens, in HTML or in a file of MDX; null when it opens none. */
export function commentEnd(content: string, isMdx: boolean): string | null {
  if (content.startsWith("<!--")) return "-->";
  return isMdx && content.startsWith("{/*") ? "*/}" : null;
}

/** Whether the line begins an HTML block that is not a comment (CommonMark 4.6, start conditions 1 and 3 to 7). */
export function opensHtml(content: string, inParagraph: boolean): boolean {
  if (!content.startsWith("<")) return false;
  const tag = tagName.exec(content.slice(0, 64))?.[1]?.toLowerCase();
  if (tag === undefined) return declaration.test(content.slice(0, 3));
  return blockTags.has(tag) || (!inParagraph && loneTag.test(content.slice(0, structurePrefix)));
}

/** What ends the HTML block that `content` begins, in lower case; null: a blank line. */
export function htmlEnd(content: string): string | null {
  const tag = tagName.exec(content.slice(0, 64))?.[1]?.toLowerCase();
  return tag !== undefined && verbatimTags.has(tag) && content[1] !== "/" ? `</${tag}>` : null;
}

export function isFootnote(content: string): boolean {
  return content.startsWith("[^") && footnote.test(content.slice(0, 320));
}

export function isDefinition(content: string): boolean {
  return content.startsWith("[") && content.length <= 4 * structurePrefix && definition.test(content);
}

/** A GFM delimiter row such as `|---|:-:|`; the number of its columns, or 0. */
export function delimiterColumns(content: string): number {
  const text = content.trim();
  if (text.length > 4 * structurePrefix || !/^[|:-][|:\- \t]*$/.test(text) || !text.includes("-")) return 0;
  if (!text.includes("|")) return 0;
  const cells = tableCells(text);
  return cells.every((cell) => /^:?-+:?$/.test(cell)) ? cells.length : 0;
}

/** Cells of a table row, trimmed. A pipe behind a backslash does not divide (GFM 4.10). */
export function tableCells(content: string): string[] {
  const text = content.trim();
  const cells: string[] = [];
  let start = text.startsWith("|") ? 1 : 0;
  for (let i = start; i < text.length; i += 1) {
    if (text[i] === "\\") i += 1;
    else if (text[i] === "|") {
      cells.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  if (start < text.length) cells.push(text.slice(start).trim());
  return cells;
}
