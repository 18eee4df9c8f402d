import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";

/** Lists of a document are told apart by the heading that they stand below, and by their place there. */
type ListKey = string;

/** For each bullet of a list at the left margin, the list; nothing for others: numbered items are steps of one thing. */
function listsOf(scan: ScannedSource): ReadonlyMap<number, ListKey> {
  const lists = new Map<number, ListKey>();
  const counted = new Map<string, number>();
  let end = -1;
  let key = "";
  scan.items.forEach(({ depth, quote, number, line, endLine, heading }, index) => {
    if (depth > 0 || quote > 0 || number !== null) return;
    const goesOn = end > 0 && scan.lines.slice(end, line - 1).every(({ kind }) => kind === "blank");
    if (!goesOn) {
      const path = scan.headings[heading]?.path ?? "";
      const place = (counted.get(path) ?? 0) + 1;
      counted.set(path, place);
      key = `${path} ${String(place)}`;
    }
    lists.set(index, key);
    end = endLine;
  });
  return lists;
}

/**
 * The items that stand in a list in which another states a rule, in any version of the file: what such a list says, all
 * its items demand.
 */
export function besideRules(
  scan: ScannedSource,
  versions: readonly ScannedSource[],
  statesRule: (version: ScannedSource, item: number) => boolean,
): ReadonlySet<number> {
  const ruled = new Set<ListKey>();
  for (const version of versions)
    for (const [item, list] of listsOf(version)) if (statesRule(version, item)) ruled.add(list);
  return new Set([...listsOf(scan)].filter(([, list]) => ruled.has(list)).map(([item]) => item));
}
