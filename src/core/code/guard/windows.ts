/** Patterns are matched within so many characters at once, of which the last ones are looked at again. */
const window = { length: 2_000, overlap: 200 };

interface Match {
  readonly at: number;
  readonly end: number;
  /** The first group, where there is one. */
  readonly group: string | undefined;
}

/** Where a pattern occurs in a text of any length. */
export function matchesIn(text: string, pattern: RegExp): readonly Match[] {
  const found: Match[] = [];
  const step = window.length - window.overlap;
  for (let start = 0; start === 0 || start + window.overlap < text.length; start += step)
    for (const match of text.slice(start, start + window.length).matchAll(pattern)) {
      const at = start + match.index;
      found.push({ at, end: at + Math.max(1, match[0].length), group: match[1] });
    }
  return found;
}
