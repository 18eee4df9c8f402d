import type { Change } from "./change.ts";
import type { Entry } from "./entry.ts";
import { normaliseText } from "./fingerprint.ts";
import { pushTo } from "../push-to.ts";

/** Fewer words than these stand inside many a text. */
const fewestInside = 6;
const fewestNear = 3;
/** Comparisons of text with text that one diff may make. */
const comparisons = 200_000;

/**
 * Where the words of removed entries stand now, in the same order: the whole text of a changed entry, each of which stands for
 * one removed entry only, or a part that is new in one.
 */
export function removedTexts(changes: readonly Change[]): (id: string) => Entry | undefined {
  let found: ReadonlyMap<string, Entry> | null = null;
  return (id) => {
    found ??= findHolders(changes);
    return found.get(id);
  };
}

function findHolders(changes: readonly Change[]): ReadonlyMap<string, Entry> {
  const holders = new Map<string, Entry>();
  const removed = changes.flatMap(({ kind, before }) => (kind === "removed" && before ? [before] : []));
  const come = changes.filter(({ after, before }) => after !== null && after.text !== before?.text);
  const whole = new Map<string, Entry[]>();
  for (const { after } of [...come].reverse())
    if (after !== null) pushTo(whole, normaliseText(after.text), after);
  for (const entry of removed) {
    const holder = whole.get(normaliseText(entry.text))?.pop();
    if (holder !== undefined) holders.set(entry.id, holder);
  }
  const rest = removed.filter(({ id }) => !holders.has(id));
  if (rest.length * come.length > comparisons) return holders;
  for (const entry of rest) {
    const holder = come.find((change) => tookUp(change, entry))?.after;
    if (holder) holders.set(entry.id, holder);
  }
  return holders;
}

function tookUp({ before, after }: Change, entry: Entry): boolean {
  const isNear = after?.id === entry.parent || after?.parent === entry.parent;
  const words = normaliseText(entry.text);
  if (words.split(" ").length < (isNear ? fewestNear : fewestInside)) return false;
  return holds(after, words) && !holds(before, words);
}

/** Whole words only: `is read` does not stand in `is ready`. */
function holds(entry: Entry | null, words: string): boolean {
  const text = normaliseText(entry?.text ?? "");
  const at = text.indexOf(words);
  const [lead = "", behind = ""] = [text[at - 1], text[at + words.length]];
  return at >= 0 && !/[\p{L}\p{N}_]/u.test(lead) && !/[\p{L}\p{N}_]/u.test(behind);
}
