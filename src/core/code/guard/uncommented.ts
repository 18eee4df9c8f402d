/** Literals, so that no sign within them counts, and the signs by which languages begin a comment. */
const parts =
  /"(?:[^"\\]|\\.){0,400}"|'(?:[^'\\]|\\.){0,400}'|`(?:[^`\\]|\\.){0,400}`|\/\*|\{-|\(\*|--\[=*\[|<!--|#\||(?<![:\\/])\/\/|(?<=\s)#(?=\s|$)|(?<=[+&(,.]\s{0,4})#(?!\[)|(?<=\s)--(?!>)/g;
const ends: Readonly<Record<string, string>> = {
  "/*": "*/",
  "{-": "-}",
  "(*": "*)",
  "<!--": "-->",
  "#|": "|#",
};
/** Signs that begin nothing else, so that what they begin may end in another line. */
const surely = new Set(["/*", "<!--"]);

/** Comments within the line, before its first code, and at its end, are left out. */
export function lineWithoutComments(line: string): string {
  const closed = line.indexOf("*/");
  const opened = line.indexOf("/*");
  const rest = closed >= 0 && (opened < 0 || closed < opened) ? line.slice(closed + 2) : line;
  const open = new Set<string>();
  let [kept, from] = ["", 0];
  for (const { 0: sign, index } of rest.matchAll(parts)) {
    if (index < from || /^["'`]/.test(sign)) continue;
    const closing = sign.startsWith("--[") ? `]${sign.slice(3, -1)}]` : ends[sign];
    if (closing === undefined) return kept + rest.slice(from, index);
    const end = open.has(closing) ? -1 : rest.indexOf(closing, index + sign.length);
    if (end < 0) open.add(closing);
    if (end < 0 && !surely.has(sign)) continue;
    kept += rest.slice(from, index);
    if (end < 0) return kept;
    from = end + closing.length;
  }
  return kept + rest.slice(from);
}

/** Without what stands between the first beginning of a comment and its last end, as comments may nest. */
export function withoutWidestComment(text: string): string {
  const [start, end] = [text.indexOf("/*"), text.lastIndexOf("*/")];
  return start < 0 || end < start ? text : `${text.slice(0, start)} ${text.slice(end + 2)}`;
}

/** Places of the lines that hold more than blanks and comments, as far as lines tell that begin with a sign of one. */
export function linesOfCode(lines: readonly string[]): readonly number[] {
  let isOpen = false;
  return lines.flatMap((line, at) => {
    const begins = isOpen || line.trimStart().startsWith("/*");
    const end = line.indexOf("*/");
    isOpen = begins && end < 0;
    const rest = begins ? (end < 0 ? "" : line.slice(end + 2)) : line;
    return lineWithoutComments(` ${rest}`).trim() === "" ? [] : [at];
  });
}
