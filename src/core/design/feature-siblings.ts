import type { PlacedEntry } from "../code/requested-entries.ts";
import type { DesignFacts } from "./design-facts.ts";
import { featureFolder } from "./feature.ts";

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
  const distance = ({ file, line }: Placed): number =>
    Math.min(...members.map(({ change }) => (change.file === file ? Math.abs(change.line - line) : 100_000)));
  let left = most;
  const kept = new Set(
    [...found].sort((a, b) => distance(a) - distance(b)).filter(({ text }) => (left -= text.length) >= 0),
  );
  return found
    .filter((one) => kept.has(one))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
