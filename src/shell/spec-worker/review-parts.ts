/** A piece of a result that is read from a message within milliseconds; the last one carries all but the list. */
export type Part<Item, Rest> = { readonly items: readonly Item[] } | { readonly rest: Rest };

/** Items a part. */
const partSize = 100;

/** Cuts a result into parts: reading thousands of entries from one message would block the event loop. */
export function* inParts<Item, Rest>(items: readonly Item[], rest: Rest): Generator<Part<Item, Rest>> {
  for (let i = 0; i < items.length; i += partSize) yield { items: items.slice(i, i + partSize) };
  yield { rest };
}
