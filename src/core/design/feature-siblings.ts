import type { PlacedEntry } from "../code/requested-entries.ts";
import type { DesignFacts } from "./design-facts.ts";
import { featureFolder } from "./feature.ts";
import { pushTo } from "../push-to.ts";

/** An entry of the same feature that is not designed here: who designs has to know it, and may not contradict it. */
interface Sibling {
  readonly id: string;
  /** What the change does to it; `unchanged` where it is left as it was. */
  readonly change: string;
  readonly text: string;
}

/** Characters of siblings: a whole feature of some hundred entries rarely has more. */
const most = 24_000;

/** What else the feature says: the entries that changed and go another way, those that went, and those that stand, in the file's order. */
export function siblingsOf(
  facts: Pick<DesignFacts, "home" | "members" | "review" | "entriesAtHead">,
): readonly Sibling[] {
  const own = new Set(facts.members.map(({ change }) => change.id));
  const files = new Set(facts.members.map(({ change }) => change.file));
  const isNear = (file: string): boolean =>
    facts.home === null ? files.has(file) : featureFolder(file) === facts.home;
  const changed = facts.review.recommendations.filter(
    ({ change }) => !own.has(change.id) && isNear(change.file),
  );
  const known = new Set(changed.map(({ change }) => change.id));
  const standing = facts.entriesAtHead.filter(
    ({ id, file }) => !own.has(id) && !known.has(id) && isNear(file),
  );
  const found = [
    ...changed.map(({ change }) => ({
      ...{ id: change.id, change: change.kind, line: change.line, file: change.file },
      text: (change.after ?? change.before)?.text ?? "",
    })),
    ...standing.map(({ id, line, file, text }) => ({ id, change: "unchanged", line, file, text })),
  ].filter(({ text }) => text.trim() !== "");
  return nearest(found, facts).map(({ id, change, text }) => ({ id, change, text }));
}

type Placed = Sibling & Pick<PlacedEntry, "file" | "line">;

/** Those that fit, the nearest to the members first; then in the order of the files. */
function nearest(found: readonly Placed[], { members }: Pick<DesignFacts, "members">): readonly Placed[] {
  const lines = new Map<string, number[]>();
  for (const { change } of members) pushTo(lines, change.file, change.line);
  for (const each of lines.values()) each.sort((a, b) => a - b);
  let left = most;
  const kept = new Set(
    found
      .map((one) => ({ one, distance: nearestOf(lines.get(one.file) ?? [], one.line) }))
      .sort((a, b) => a.distance - b.distance)
      .flatMap(({ one }) => ((left -= one.text.length) >= 0 ? [one] : [])),
  );
  return found
    .filter((one) => kept.has(one))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

const elsewhere = 100_000;

/** How far the nearest of some lines is, which are in order. */
function nearestOf(lines: readonly number[], line: number): number {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  const near = [lines[low - 1], lines[low]].flatMap((one) =>
    one === undefined ? [] : [Math.abs(one - line)],
  );
  return Math.min(elsewhere, ...near);
}
