import { literalOver } from "./literals.ts";
import { linesOfCode } from "./uncommented.ts";

/** Lines that belong together, as one text. */
interface Statement {
  readonly text: string;
  /** Index of the line that a place in the text is of. */
  readonly lineAt: (offset: number) => number;
}

const longest = { lines: 40, text: 4_000 };
const goesOn = /(?:[.,([\\=+]|::|->|=>)\s*$|^\s*(?:import|export|part|using|extern)\s*$/;
const takesUp = /^\s*(?:\??\.[A-Za-z_]|[([):]|->|::|from\s["'])/;
const opensImport = /^\s*(?:import|export|use|from)\b[^\n]{0,200}[{(]\s*$/;

/** Statements of several lines, as far as punctuation tells: what stands in two lines is one use all the same. */
export function statements(lines: readonly string[]): readonly Statement[] {
  const found: Statement[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const end = endOf(lines, at);
    if (end === at) continue;
    found.push(joined(lines, at, end));
    at = end;
  }
  return found;
}

/** The same without the lines of comments and the blank ones that stand between. */
export function statementsOfCode(lines: readonly string[]): readonly Statement[] {
  const places = linesOfCode(lines);
  if (places.length === lines.length) return [];
  return statements(places.map((at) => lines[at] ?? "")).map(({ text, lineAt }) => ({
    text,
    lineAt: (offset) => places[lineAt(offset)] ?? 0,
  }));
}

const opensValue = /([:[])\s{0,9}(?:[|>][+-]?\d?|[&!][\w!:./-]{0,60})?\s{0,9}$/;
const blank = /^\s*(?:#.*)?$/;

/** A key and what follows it, however many lines stand between, as data may have it. */
export function pairs(lines: readonly string[]): readonly Statement[] {
  const full = lines.flatMap((line, at) => (blank.test(line) ? [] : [at]));
  return full.flatMap((at, index) => {
    const [line = "", second = "", third = ""] = full
      .slice(index, index + 3)
      .map((one) => lines[one]?.trim());
    if (line.length + second.length + third.length > longest.text) return [];
    const isKey = opensValue.test(line);
    if (!isKey && !second.startsWith(":")) return [];
    const head = line.replace(opensValue, "$1").replace(/^\?\s{1,9}/, "");
    const text = isKey ? `${head} ${second}` : `${head}${second} ${third}`;
    const lineAt = (offset: number): number =>
      offset < head.length
        ? at
        : (full[index + (isKey || offset < head.length + second.length + 1 ? 1 : 2)] ?? at);
    return [{ text, lineAt }];
  });
}

function endOf(lines: readonly string[], start: number): number {
  let length = lines[start]?.length ?? 0;
  let isImport = opensImport.test(lines[start] ?? "");
  let end = start;
  while (end + 1 < lines.length && end - start < longest.lines && length < longest.text) {
    const [line, next] = [lines[end] ?? "", lines[end + 1] ?? ""];
    if (!isImport && !goesOn.test(line) && !takesUp.test(next) && literalOver(line, next) === null) break;
    if (isImport && /[})]/.test(next)) isImport = false;
    length += next.length;
    end += 1;
  }
  return end;
}

function joined(lines: readonly string[], start: number, end: number): Statement {
  const starts: number[] = [];
  let text = "";
  const isList = opensImport.test(lines[start] ?? "");
  for (let at = start; at <= end; at += 1) {
    const line = (lines[at] ?? "").trim();
    const over = isList ? null : literalOver(text, line);
    if (over !== null) text = over[0];
    const piece = over?.[1] ?? line;
    const isTight =
      text === "" || over !== null || /[.(\\]$/.test(text) || /^(?:\??\.|[():]|->|::)/.test(piece);
    text = `${text.replace(/\\$/, "")}${isTight ? "" : " "}`;
    starts.push(text.length);
    text += piece;
  }
  return {
    text,
    lineAt: (offset) =>
      start +
      Math.max(
        0,
        starts.findLastIndex((one) => one <= offset),
      ),
  };
}
