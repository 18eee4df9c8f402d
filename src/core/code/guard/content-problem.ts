const invisible = /[\p{Cf}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0\u2028\u2029\uFE00-\uFE0F]/u;
const control = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]/;
const word = /[\p{L}\p{N}_]{2,200}/gu;
const lookalike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\uFF21-\uFF5A]/u;

interface ContentProblem {
  readonly rule: "binary" | "hidden-character" | "mixed-script" | "path-kind";
  readonly line: number;
  readonly what: string;
}

/** Data that the test runner executes: Rails what stands between `<%` and `%>`, Jest and Vitest a snapshot as a whole. */
export function codeInData(path: string, content: string): ContentProblem | null {
  if (/\.ya?ml$/i.test(path)) return codeAt(content, (line) => line.includes("<%"), "code (`<%`)");
  if (!path.endsWith(".snap")) return null;
  const rest = content.replace(/^exports\[`(?:[^`\\$]|\\.)*`\] = `(?:[^`\\$]|\\.)*`;$/gm, "");
  return codeAt(rest, (line) => !/^(?:\/\/.*|\s*)$/.test(line), "code");
}

function codeAt(content: string, isCode: (line: string) => boolean, what: string): ContentProblem | null {
  const at = content.split("\n").findIndex(isCode);
  return at < 0 ? null : { rule: "path-kind", line: at + 1, what: `${what} in a file of data` };
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
