import { setImmediate } from "node:timers/promises";

/** Characters of paths that are matched in one turn of the event loop; the longest path of a repository has as many. */
const turn = 4_096;

/** Filters what has paths, and lets the event loop go on meanwhile: globs of a configuration may ask for much work. */
export async function filterInTurns<Item extends { readonly path: string }>(
  items: readonly Item[],
  isWanted: (item: Item) => boolean,
): Promise<Item[]> {
  const kept: Item[] = [];
  let characters = 0;
  for (const item of items) {
    characters += item.path.length;
    if (characters > turn) {
      characters = 0;
      await setImmediate();
    }
    if (isWanted(item)) kept.push(item);
  }
  return kept;
}
