import { endingOf } from "./path-facts.ts";
import { isDataKind, isSourceKind } from "./writable-kind.ts";
import { madeObjectLine, tagLine } from "./yaml-tags.ts";
import { fileName } from "../../file-name.ts";

/** Without a shape: no width, or nothing drawn on it (blanks of Braille, Egyptian and music). */
const invisible =
  /[\p{Cf}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\u{13441}\u{13442}\u{16FE4}\u{1D159}]/gu;
/** A picture with what says how it is drawn, and such pictures joined to one; U+2139 is a letter of names, too, and joined to none. */
const picture =
  /(?!\u2139)\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?(?:\u200D(?!\u2139)\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?){0,4}|\u2139\uFE0F|[0-9#*]\uFE0F\u20E3/gu;
const beyondAscii = /[^\0-~]/;
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/g;

export interface ContentProblem {
  readonly rule: "binary" | "hidden-character" | "mixed-script" | "path-kind";
  readonly line: number;
  readonly what: string;
}

/** Entities and inclusions of XML, by whatever prefix and spelling. */
const fetching =
  /<!(?:DOCTYPE|ENTITY)|\bxi:include\b|\/XInclude\b|\bxmlns\b[^\n]{0,200}&#|<\?xml-stylesheet\b/i;

/**
 * Data that is executed when a test reads it: what stands between `<%` and `%>` of Rails, code of PHP, objects of a program in
 * YAML, and a snapshot of Jest or Vitest as a whole.
 */
export function codeInData(path: string, content: string): ContentProblem | null {
  const ofPhp = isDataKind(path)
    ? codeAt(content, (line) => /<\?(?:php\b|=)/i.test(line), "code of PHP")
    : null;
  if (ofPhp !== null) return ofPhp;
  const isYaml = /\.ya?ml(?:\.[a-z]{1,9})?$/i.test(path);
  const ofYaml = isYaml ? codeAt(content, (line) => line.includes("<%"), "code (`<%`)") : null;
  if (ofYaml !== null) return ofYaml;
  const tag = isYaml ? tagLine(content) : mayBeReadAsYaml(path) ? madeObjectLine(content) : null;
  if (tag !== null) return inData(tag, "an object to be made");
  if (/\.xml$/i.test(path))
    return codeAt(content, (line) => fetching.test(line), "what has its reader fetch another file");
  if (!path.endsWith(".snap")) return null;
  const rest = content.replace(/^exports\[`(?:[^`\\$]|\\.)*`\] = `(?:[^`\\$]|\\.)*`;$/gm, "");
  return codeAt(rest, (line) => !/^(?:\/\/.*|\s*)$/.test(line), "code");
}

const prose = /^(?:mdx?|markdown|rst|adoc)$/;

/** Data under any name: what is neither source of a language nor prose. */
function mayBeReadAsYaml(path: string): boolean {
  const name = fileName(path);
  return !isSourceKind(name) && !prose.test(endingOf(path));
}

function codeAt(content: string, isCode: (line: string) => boolean, what: string): ContentProblem | null {
  const at = content.split("\n").findIndex(isCode);
  return at < 0 ? null : inData(at + 1, what);
}

function inData(line: number, what: string): ContentProblem {
  return { rule: "path-kind", line, what: `${what} in a file of data` };
}

/**
 * Characters that make code read differently from what it does (CVE-2021-42574): bidirectional and invisible ones. A
 * character the file already had before (`before`) may stay.
 */
export function contentProblem(content: string, before: string | null): ContentProblem | null {
  if (/[\0\p{Cs}]/u.test(content)) {
    return { rule: "binary", line: 1, what: "not text" };
  }
  // At the start it says that the file is UTF-8, as editors of some languages write it.
  const lines = withoutMark(content).split("\n");
  const old = withoutMark(before ?? "");
  const had = new Set([...(old.match(invisible) ?? []), ...(old.match(control) ?? [])]);
  // Alone it ends a line, and a comment with it, for some languages; no editor shows it.
  const returned = lines.findIndex((line) => /\r(?!$)/.test(line));
  if (returned >= 0 && before?.replaceAll("\r\n", "").includes("\r") !== true)
    return { rule: "hidden-character", line: returned + 1, what: "U+000D within a line" };
  for (const [index, line] of lines.entries()) {
    const problem = lineProblem(line, had);
    if (problem !== null) return { ...problem, line: index + 1 };
  }
  return null;
}

function withoutMark(content: string): string {
  return content.replace(/^\uFEFF/, "");
}

/** Every such character is looked at: one that the file had hides no other. */
function lineProblem(line: string, had: ReadonlySet<string>): Omit<ContentProblem, "line"> | null {
  const odd = beyondAscii.test(line) ? (line.replace(picture, "").match(invisible) ?? []) : [];
  const hidden = odd.find((one) => !had.has(one));
  if (hidden !== undefined) return { rule: "hidden-character", what: codePoint(hidden) };
  const raw = line.match(control)?.find((one) => !had.has(one));
  return raw === undefined ? null : { rule: "binary", what: codePoint(raw) };
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
