const opening = /(?:^|\s)\/\//;

/** A line before its `//` comment. A comment stands at the line's start or behind a space, so that addresses are none. */
export function withoutLineComment(line: string): string {
  const match = opening.exec(line);
  return match === null ? line : line.slice(0, match.index);
}

/** The text of a line's `//` comment; empty without one. */
export function lineCommentOf(line: string): string {
  const match = opening.exec(line);
  return match === null ? "" : line.slice(match.index + match[0].length);
}
