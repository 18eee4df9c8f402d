const invisible = /[\p{Cf}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0\u2028\u2029\uFE00-\uFE0F]/u;
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/;
const word = /[\p{L}\p{N}_]{2,200}/gu;
const lookalike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\uFF21-\uFF5A]/u;

interface ContentProblem {
  readonly rule: "binary" | "hidden-character" | "mixed-script" | "path-kind";
  readonly line: number;
  readonly what: string;
}

/** A tag of YAML that makes an object of the program's: `!ruby/object:Gem`, `!!python/object/apply:os.system`, `!<tag:…>`. */
const objectTag = /(?:^|[\s[{,:-])!(?:!?[\w-]{1,40}[/.:]|<)|^%TAG\b/;

/**
 * Data that the test runner executes: what stands between `<%` and `%>` of Rails, objects of a language in YAML, and a snapshot of
 * Jest or Vitest as a whole.
 */
export function codeInData(path: string, content: string): ContentProblem | null {
  if (/\.ya?ml$/i.test(path))
    return (
      codeAt(content, (line) => line.includes("<%"), "code (`<%`)") ??
      codeAt(content, (line) => objectTag.test(line), "an object to be made")
    );
  if (!path.endsWith(".snap")) return null;
  const rest = content.replace(/^exports\[`(?:[^`\\$]|\\.)*`\] = `(?:[^`\\$]|\\.)*`;$/gm, "");
  return codeAt(rest, (line) => !/^(?:\/\/.*|\s*)$/.test(line), "code");
}

function codeAt(content: string, isCode: (line: string) => boolean, what: string): ContentProblem | null {
  const at = content.split("\n").findIndex(isCode);
  return at < 0 ? null : { rule: "path-kind", line: at + 1, what: `${what} in a file of data` };
}

/** Escapes that Java and Groovy read before anything else: an end of line, a quotation mark or a sign of a comment. */
const earlyEscape = /(?<!\\)(?:\\\\)*\\u+00(?:0[aAdD]|2[2aAfF7]|5[cC])/;
/** In one of the first two lines it says what the characters of the file are (PEP 263). */
const otherEncoding = /^[ \t\f]*#.{0,200}?coding[:=][ \t]*(?!utf-?8\b|ascii\b|us-ascii\b)[-\w.]/i;

/** Characters that the language reads otherwise than a reviewer does. */
export function readOtherwise(path: string, content: string): ContentProblem | null {
  const find = (lines: readonly string[], pattern: RegExp, what: string): ContentProblem | null => {
    const at = lines.findIndex((line) => pattern.test(line));
    return at < 0 ? null : { rule: "hidden-character", line: at + 1, what };
  };
  const lines = content.split("\n");
  if (/\.(?:java|groovy|gvy|gradle)$/i.test(path))
    return find(lines, earlyEscape, "an escape that ends a line, string or comment");
  return /\.pyw?$/i.test(path) ? find(lines.slice(0, 2), otherEncoding, "another encoding than UTF-8") : null;
}

/**
 * Characters that make code read differently from what it does (CVE-2021-42574): bidirectional and invisible ones, and
 * identifiers that mix Latin with look-alike scripts. A character the file already had before (`before`) may stay.
 */
export function contentProblem(content: string, before: string | null): ContentProblem | null {
  if (/[\0\p{Cs}]/u.test(content)) {
    return { rule: "binary", line: 1, what: "not text" };
  }
  const lines = content.split("\n");
  // Alone it ends a line, and a comment with it, for some languages; no editor shows it.
  const returned = lines.findIndex((line) => /\r(?!$)/.test(line));
  if (returned >= 0 && before?.replaceAll("\r\n", "").includes("\r") !== true)
    return { rule: "hidden-character", line: returned + 1, what: "U+000D within a line" };
  for (const [index, line] of lines.entries()) {
    const problem = lineProblem(line, before);
    if (problem !== null) return { ...problem, line: index + 1 };
  }
  return null;
}

function lineProblem(line: string, before: string | null): Omit<ContentProblem, "line"> | null {
  const hidden = invisible.exec(line)?.[0];
  if (hidden !== undefined && before?.includes(hidden) !== true) {
    return { rule: "hidden-character", what: codePoint(hidden) };
  }
  const raw = control.exec(line)?.[0];
  if (raw !== undefined && before?.includes(raw) !== true) return { rule: "binary", what: codePoint(raw) };
  if (!lookalike.test(line)) return null;
  for (const [found] of line.matchAll(word)) {
    if (!lookalike.test(found) || !/[A-Za-z]/.test(found) || before?.includes(found) === true) continue;
    return { rule: "mixed-script", what: "a word that mixes Latin letters with look-alikes" };
  }
  return null;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
