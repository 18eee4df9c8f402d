/** What a line of a container begins with. */
const beginsLine = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/;

/**
 * Whether a comment stands within a line and readers of Markdown do not agree that it is one: GitHub (CommonMark 0.29) shows one with
 * `--` in it, or that begins with `>` or `->` or ends with `-`, as text.
 */
export function isOddComment(source: string, from: number, to: number): boolean {
  const written = source.slice(from, to);
  if (
    !written.startsWith("<!--") ||
    beginsLine.test(source.slice(source.lastIndexOf("\n", from - 1) + 1, from))
  )
    return false;
  const text = written.slice(4, -3);
  return text.includes("--") || /^-?>/.test(text) || text.endsWith("-");
}
