/** So far the end of brackets is looked for that a link stands in. */
const farthest = 1000;

/**
 * Whether what ends there stands in brackets. A link in them keeps them from being one: where it is taken away, or loses what makes
 * it one, what stands behind them would turn from words into an address and a title.
 */
export function isInBrackets(source: string, to: number): boolean {
  let open = 0;
  for (let at = to; at < Math.min(source.length, to + farthest); at += 1) {
    const sign = source[at];
    if (sign === "\\") at += 1;
    else if (sign === "\n" && /^[ \t>]*\n/.test(source.slice(at + 1, at + 40))) return false;
    else if (sign === "[") open += 1;
    else if (sign === "]" && open === 0) return true;
    else if (sign === "]") open -= 1;
  }
  return false;
}

/** What stays of links in the words of a picture that stands in brackets: a link without words. */
export function linkInPicture(source: string, from: number, to: number): string {
  return source.slice(from + 2, to).includes("[") && isInBrackets(source, to) ? "[](/)" : "";
}
