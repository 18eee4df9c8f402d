/** Parts of an entry's text that a test of it can be expected to hold. */
const literal = /`([^`\n]{2,80})`|"([^"\n]{2,80})"|“([^”\n]{2,80})”|\b(?:\d[\d,.]{0,30}\d)\b/g;
const identifier = /[A-Za-z_][A-Za-z0-9_]{3,}/g;

/** Most literals looked for per entry; the first say what it is about. */
const most = 60;

/**
 * Code spans, quoted strings and numbers of a text, and the identifiers in them; `ids` (of entries) are none. A test that
 * holds not one of them has little to do with the entry.
 */
export function literalsOf(text: string, ids: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(literal)) {
    const groups: readonly (string | undefined)[] = match.slice(1);
    const whole = groups.find((part) => part !== undefined) ?? match[0];
    const bare = /[^()\s](?:[^]*[^()\s])?/.exec(whole)?.[0] ?? "";
    if (ids.has(bare)) continue;
    found.add(bare);
    for (const [word] of whole.matchAll(identifier)) if (!ids.has(word)) found.add(word);
    if (found.size >= most) break;
  }
  return [...found];
}

/** Whether a test holds the literal, in whatever case and word style its language has: `maxRetries` is `max_retries`. */
export function holdsLiteral(testText: string, literals: readonly string[]): boolean {
  const text = plain(testText);
  return literals.some((one) => text.includes(plain(one)));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/(?<=[a-z0-9])[-_ ,](?=[a-z0-9])/g, "");
}
