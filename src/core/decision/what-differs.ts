/** Words of each side: what is longer would be cut, and a part of a change is not what changed. */
const most = 4;

/**
 * What a change put in the place of what, in the texts' own words without their marks; null where it cannot be said whole:
 * `“is rounded” became “is cut off”`, `adds “, if it is open”`, `takes “twice” away`.
 */
export function whatDiffers(before: string, after: string): string | null {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const least = Math.min(old.length, now.length);
  let head = 0;
  while (head < least && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const gone = old.slice(head, old.length - tail);
  const come = now.slice(head, now.length - tail);
  if (gone.length === 0 && come.length === 0) return null;
  if ([gone, come].some((words) => words.length > most || words.some((word) => unreadable.test(word))))
    return null;
  if (gone.length === 0) return `adds ${quoted(come)}`;
  if (come.length === 0) return `takes ${quoted(gone)} away`;
  return `${quoted(gone)} became ${quoted(come)}`;
}

/** Link targets, definitions, emphasis, code marks and list marks say nothing by themselves. */
const marks =
  /\]\([^()\n]*\)|^[ \t]*\[[^\]\n]{1,200}\]:[^\n]*$|^[ \t]*(?:[-*+]|#{1,6}|>)[ \t]+|[`[\]]|(?<=^|[\s(“"])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?=$|[\s).,;:!?”"])/gm;

function wordsOf(text: string): readonly string[] {
  return text
    .replace(marks, "")
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** Markup and cells of tables mean nothing out of their place. */
const unreadable = /[<>|]|&#?\w{1,8};/;

function quoted(words: readonly string[]): string {
  return `“${words.join(" ").replace(/[.,;:]$/, "")}”`;
}
