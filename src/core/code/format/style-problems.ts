import type { SourceFile } from "../../entries/entry.ts";
import { editorSettings } from "./editor-settings.ts";

/** A written file, with what stood there before; null: it is new. */
interface Written {
  readonly path: string;
  readonly content: string;
  readonly before: string | null;
  /** Files beside it, which show the habit where nothing stood. */
  readonly like: readonly string[];
}

const maxTold = 5;
/** Lines that show a habit, and the share of them that makes it one. */
const habit = { lines: 8, share: 0.95 };

/**
 * Where added lines look different from what the target's settings say, or from all the lines around them: line length,
 * indents, quotes, semicolons, white space at the end. In words, with line numbers. What a formatter does is not repeated here.
 */
export function styleProblems(written: Written, settings: readonly SourceFile[]): readonly string[] {
  const { path, content, before, like } = written;
  const known = (before === null ? like : [before]).flatMap((text) => text.split(/\r?\n/));
  const old = new Set(before?.split(/\r?\n/) ?? []);
  const rules = rulesFor(path, known, settings);
  const told: string[] = [];
  let found = 0;
  const lines = content.split(/\r?\n/);
  for (const [at, line] of lines.entries()) {
    if (old.has(line)) continue;
    const problem = rules.map((rule) => rule(line, lines[at + 1] ?? "")).find((words) => words !== null);
    if (typeof problem !== "string") continue;
    found += 1;
    if (told.length < maxTold) told.push(`${path}:${String(at + 1)} ${problem}`);
  }
  if (found > told.length) told.push(`${path}: ${String(found - told.length)} more lines like these`);
  return told;
}

type Rule = (line: string, next: string) => string | null;

function rulesFor(path: string, known: readonly string[], settings: readonly SourceFile[]): readonly Rule[] {
  const editor = editorSettings(settings, path);
  const width = editor.width ?? widthOf(path, settings);
  const indent = editor.indent ?? usual(known, (line) => indentOf(line));
  const isScript = /\.[cm]?[jt]sx?$/.test(path);
  const quote = isScript || path.endsWith(".py") ? usual(known, quoteOf) : null;
  const whole = known.filter((_, at) => !goesOn(known[at + 1] ?? ""));
  const end = isScript ? usual(whole, endOf) : null;
  const trailing = usual(known, (line) => (line === "" ? null : /[ \t]$/.test(line) ? "space" : "none"));
  return [
    (line) =>
      width !== null && line.length > width && !line.includes("://")
        ? `has ${String(line.length)} characters; at most ${String(width)} are usual here`
        : null,
    (line) =>
      indent !== null && indentOf(line) !== null && indentOf(line) !== indent
        ? `is indented by ${indentOf(line) ?? ""}s; this code base uses ${indent}s`
        : null,
    (line) => (trailing === "none" && /[ \t]$/.test(line) ? "ends in white space" : null),
    (line) =>
      quote !== null && quoteOf(line) !== null && quoteOf(line) !== quote
        ? `has ${quoteOf(line) ?? ""} quotes; ${quote} ones are usual here`
        : null,
    (line, next) =>
      end !== null && !goesOn(next) && endOf(line) !== null && endOf(line) !== end
        ? `ends ${endOf(line) ?? ""} a semicolon; the lines around end ${end} one`
        : null,
  ];
}

/** What nearly all lines that say anything say, or null. */
function usual<T extends string>(lines: readonly string[], read: (line: string) => T | null): T | null {
  const counts = new Map<T, number>();
  let all = 0;
  for (const line of lines) {
    const said = read(line);
    if (said === null) continue;
    all += 1;
    counts.set(said, (counts.get(said) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best !== undefined && all >= habit.lines && best[1] >= all * habit.share ? best[0] : null;
}

function indentOf(line: string): "tab" | "space" | null {
  if (line.startsWith("\t") && line.trim() !== "") return "tab";
  // One space is the second line of a block comment.
  const isComment = line.trimStart().startsWith("*");
  return line.startsWith("  ") && line.trim() !== "" && !isComment ? "space" : null;
}

/** The quotes of a line whose strings could have either; null for one without, with both, or within a comment. */
function quoteOf(line: string): "single" | "double" | null {
  const text = line.trimStart();
  if (["//", "*", "/*", "#"].some((mark) => text.startsWith(mark))) return null;
  if (/`|"""|'''|<\/?\w/.test(text)) return null;
  const strings = (line.match(/"(?:[^"\\]|\\.){0,300}"|'(?:[^'\\]|\\.){0,300}'/g) ?? []).filter(
    (found) => !/["'\\]/.test(found.slice(1, -1)),
  );
  const isDouble = strings.some((found) => found.startsWith('"'));
  const isSingle = strings.some((found) => found.startsWith("'"));
  return isDouble === isSingle ? null : isDouble ? "double" : "single";
}

/** Whether a line goes on with the statement of the line before. */
function goesOn(line: string): boolean {
  return /^\s*(?:[.?:+*/%&|^<>=,)\]}]|-[^-]|(?:as|satisfies|instanceof|in)\s)/.test(line);
}

/** How a statement that stands whole on one line ends. */
function endOf(line: string): "with" | "without" | null {
  const text = line.trim();
  if (!["import ", "return ", "const ", "let ", "throw ", "await "].some((word) => text.startsWith(word)))
    return null;
  if (text.endsWith(";")) return "with";
  return /[\w)'"\]]$/.test(text) ? "without" : null;
}

/** Widths as linters and formatters of other languages have them in their settings, by the line that names them. */
const widths: readonly (readonly [file: RegExp, of: RegExp, names: readonly string[]])[] = [
  [/\.py$/, /(?:pyproject|ruff)\.toml$/, ["line-length", "line_length"]],
  [/\.py$/, /(?:setup\.cfg|\.flake8)$/, ["max-line-length", "max_line_length"]],
  [/\.rs$/, /\.?rustfmt\.toml$/, ["max_width"]],
  [/\.swift$/, /\.swiftformat$/, ["--maxwidth", "--max-width"]],
  [/\.swift$/, /\.swiftlint\.yml$/, ["line_length"]],
  [/\.(?:mm?|h|cc?|cpp)$/, /\.clang-format$/, ["ColumnLimit"]],
  [/\.[cm]?[jt]sx?$/, /biome\.jsonc?$/, ['"lineWidth"']],
  [/\.dart$/, /analysis_options\.yaml$/, ["page_width"]],
];

function widthOf(path: string, settings: readonly SourceFile[]): number | null {
  for (const [file, of, names] of widths) {
    if (!file.test(path)) continue;
    for (const { path: own, text } of settings) {
      const found = of.test(own) ? namedNumber(text, names) : null;
      if (found !== null) return found;
    }
  }
  return null;
}

/** The number of two or three digits behind a name at the beginning of a line. */
function namedNumber(text: string, names: readonly string[]): number | null {
  for (const line of text.split("\n")) {
    const setting = line.trim();
    const name = names.find((one) => setting.startsWith(one));
    const number =
      name === undefined ? undefined : /^[ =:]{1,3}(\d{2,3})\b/.exec(setting.slice(name.length))?.[1];
    if (number !== undefined) return Number(number);
  }
  return null;
}
