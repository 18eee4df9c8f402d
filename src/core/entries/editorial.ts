import { fenceLine, withFences } from "../markdown/fence.ts";
import { layoutOf } from "../markdown/layout.ts";
import { normaliseText } from "./fingerprint.ts";

/**
 * Whether two texts differ in nothing that could matter: emphasis marks, white space, typographic quotes and dashes,
 * escapes, a comma for a semicolon, the full stop behind a paragraph or list item, hard breaks, the fence around code, a table of
 * contents. Words, their case, code, numbers and links are meaning.
 */
export function isEditorial(before: string, after: string): boolean {
  const isRefenced = fences(before) !== fences(after);
  if (!isRefenced && !isLaidOutAlike(before, after)) return false;
  return bare(before) === bare(after) || normaliseText(unfenced(before)) === normaliseText(unfenced(after));
}

/** Whether items of lists, and code that nests by white space, stand as deep as before. */
export function isLaidOutAlike(before: string, after: string): boolean {
  return before === after || layoutOf(withoutContents(before)) === layoutOf(withoutContents(after));
}

/** A list item that is nothing but a link into the same file. */
const contentsLine = /^\s{0,40}(?:[-*+]|\d{1,3}[.)])\s{1,4}\[[^\]]{0,300}\]\(#[^()\s]{0,300}\)\s*$/;
/** Links that a line announces may be what a rule names: they are no contents. */
function withoutContents(text: string): string {
  const lines = text.split("\n");
  if (lines.some((line) => line.trim().endsWith(":"))) return text;
  return lines.filter((line) => !contentsLine.test(line)).join("\n");
}

const newItem = /^\s{0,40}(?:[-*+>|]|\d{1,3}[.)])(?:\s|$)/;

function bare(text: string): string {
  // Code spans stand at odd places; what is inside them is kept as written.
  const parts = normaliseText(withoutFinalStops(text)).split("`");
  const plain = parts.map((part, i) => (i % 2 === 1 ? `\`${part}\`` : plainText(part)));
  return normaliseText(plain.join(""));
}

/** The text without tables of contents, and outside code without hard breaks and what ends a paragraph or list item. */
function withoutFinalStops(text: string): string {
  const lines = withFences(withoutContents(text));
  return lines
    .map(({ text: line, inFence }, i) => {
      const next = lines[i + 1]?.text ?? "";
      if (inFence) return line;
      const ends = next.trim() === "" || newItem.test(next);
      const plain = line.trimEnd().replace(/\\$/, "");
      return ends ? plain.replace(/[.:;,]$/, "") : plain;
    })
    .join("\n");
}

function plainText(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replace(/\*{1,3}|_{2}/g, "")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—―]/g, "-")
    .replace(/;/g, ",")
    .replace(/^[>#-]+ /, "");
}

function fences(text: string): number {
  return text.split("\n").filter((line) => fenceLine(line) !== null).length;
}

/** Indented code and code between fences without a word are the same code. */
function unfenced(text: string): string {
  return text
    .split("\n")
    .filter((line) => fenceLine(line)?.info.trim() !== "")
    .join("\n");
}
