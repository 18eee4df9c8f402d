import type { Change } from "../entries/change.ts";

const word = /`[^`\s]{3,60}`|[A-Za-z]\w{2,60}/g;
/** In code marks, or written as prose writes no word. */
const name = /^`|[a-z][A-Z]|_/;
const minEntries = 2;

/** Names that one change exchanged for others in several entries, as `old → new`, the most frequent first. */
export function exchangedNames(changes: readonly Change[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { before, after } of changes) {
    if (before === null || after === null) continue;
    const [old, now] = [namesIn(before.text), namesIn(after.text)];
    const [was, ...otherOld] = [...old].filter((one) => !now.has(one));
    const [is, ...otherNow] = [...now].filter((one) => !old.has(one));
    if (was === undefined || is === undefined || otherOld.length + otherNow.length > 0) continue;
    const pair = `${was} → ${is}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= minEntries)
    .sort(([, a], [, b]) => b - a)
    .map(([pair]) => pair);
}

function namesIn(text: string): ReadonlySet<string> {
  return new Set(
    (text.match(word) ?? []).filter((one) => name.test(one)).map((one) => one.replaceAll("`", "")),
  );
}
