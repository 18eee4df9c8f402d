import type { SourceFile } from "../entries/entry.ts";
import { fileRole } from "../code/file-role.ts";
import { inlineTestsAt } from "../code/inline-tests.ts";
import type { TagForm } from "../code/target.ts";
import { isCitedNumber, numbersIn } from "./cited-number.ts";
import { patternReader, type TagReader, tagReader } from "./tag-reader.ts";
import { titlesIn } from "./titles.ts";

/**
 * Where a token stands: index into `files`, 1-based line, and whether it stands as a tag does (comment, string, brackets); 2
 * where it stands so that a number such as `2.1` cites.
 */
export type TokenPlace = readonly [file: number, line: number, tagged: 0 | 1 | 2];

/**
 * Everything in a target's code that could be an ID, whatever the spec: it holds for a commit, so that one reading of the
 * target serves every review. Plain JSON.
 */
export interface TraceIndex {
  /** A file that holds its own tests stands here twice. */
  readonly files: readonly { readonly path: string; readonly test: boolean }[];
  readonly tokens: Readonly<Record<string, readonly TokenPlace[]>>;
}

export interface TraceRequest {
  readonly files: readonly SourceFile[];
  readonly tag: TagForm;
  readonly testFolders: readonly string[];
}

/**
 * Reads the code of a target. What is source and what tests is told by the paths; `testFolders`, without `/` at the end,
 * hold tests whatever they are called. Throws RangeError for a pattern that `patternReader` refuses.
 */
export function traceIndex(
  files: readonly SourceFile[],
  tag: TagForm = { pattern: "// ID" },
  testFolders: readonly string[] = [],
): TraceIndex {
  const indexed: { path: string; test: boolean }[] = [];
  const tokens = new Map<string, TokenPlace[]>();
  const read = lineReader(tag);
  for (const { path, text } of files) {
    const kind = sideOf(path, testFolders);
    if (kind === null) continue;
    let file = indexed.push({ path, test: kind === "test" }) - 1;
    const lines = text.split("\n");
    const inline = kind === "test" ? -1 : inlineTestsAt(path, lines);
    const add = (token: string, line: number, tagged: TokenPlace[2]): void => {
      const places = tokens.get(token);
      if (places) places.push([file, line, tagged]);
      else tokens.set(token, [[file, line, tagged]]);
    };
    lines.forEach((line, index) => {
      if (index === inline) file = indexed.push({ path, test: true }) - 1;
      const inTest = indexed[file]?.test === true;
      read(line, inTest, (token, tagged) => {
        add(token, index + 1, tagged);
      });
    });
  }
  return { files: indexed, tokens: Object.fromEntries(tokens) };
}

function sideOf(path: string, testFolders: readonly string[]): "source" | "test" | null {
  const role = fileRole(path);
  if (role === "skipped") return null;
  if (role === "test" || testFolders.some((folder) => path.startsWith(`${folder}/`))) return "test";
  return role === "source" ? "source" : null;
}

type Report = (token: string, tagged: TokenPlace[2]) => void;
type LineReader = (line: string, inTest: boolean, report: Report) => void;

function lineReader({ pattern, found }: TagForm): LineReader {
  if (found !== undefined) return patternLines(found);
  const named = tagReader(pattern);
  return (line, inTest, report) => {
    digitTokens(line, inTest, report);
    wordTokens(named, line, report);
    for (const title of titlesIn(line, inTest)) report(title, 1);
  };
}

function patternLines(pattern: string): LineReader {
  const read = patternReader(pattern);
  if (typeof read !== "function") throw new RangeError(read.problem);
  return (line, _inTest, report) => {
    for (const captured of read(line)) {
      for (const token of captured.split(/[\s,;|]/)) if (token !== "") report(token, 2);
    }
  };
}

function wordTokens(read: TagReader, line: string, report: Report): void {
  for (const token of read(line)) if (!/\d/.test(token)) report(token, 1);
}

const longestToken = 120;

/** Tokens with a digit: nearly all IDs have one, and few words of code do. */
function digitTokens(line: string, inTest: boolean, report: Report): void {
  for (let i = 0; i < line.length; i++) {
    if (!isDigit(line.charCodeAt(i))) continue;
    let start = i;
    while (start > 0 && i - start < longestToken && isTokenCharacter(line.charCodeAt(start - 1))) start--;
    let end = i + 1;
    while (end < line.length && isTokenCharacter(line.charCodeAt(end))) end++;
    const token = line.slice(start, Math.min(end, start + 2 * longestToken));
    i = end;
    const before = line.slice(0, start);
    if (shortNumber.test(token)) {
      if (start > longestLead) continue;
      if (!isCitedNumber(before, line.slice(start + token.replace(/\.$/, "").length), inTest)) continue;
      for (const number of numbersIn(token)) report(number, 2);
    } else if (mayBeId.test(token)) report(token, isTagPosition(before) ? 1 : 0);
  }
}

const mayBeId =
  /[A-Z]|[a-z]-|\d\.\d{1,4}\.|^test_|^[a-z]{2,10}_?\d{1,6}[a-z]?_[a-z]|^[a-z]{1,10}\d{1,4}_\d{1,4}[a-z]?_[a-z]|^[a-z]{2,12}_\d{1,3}_\d/;
/** A number behind more than this is data. */
const longestLead = 400;
const shortNumber = /^\d{1,3}\.\d{1,3}(?:\.?|-\d{1,3}\.\d{1,3}\.?)$/;

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isTokenCharacter(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 95 ||
    code === 45 ||
    code === 46
  );
}

const tagPosition = /\/\/|\/\*|^\s*(?:\*|#|--|;;)|\s#\s|["'`]|[([]$|@spec/;

/** Whether what follows this part of a line stands in a comment, in a string, or right behind a bracket. */
function isTagPosition(before: string): boolean {
  return tagPosition.test(before);
}
