import type { Change } from "./change.ts";
import type { Entry, Spec } from "./entry.ts";
import { normaliseText } from "./fingerprint.ts";

/**
 * A delta repeats a whole requirement to change it: what it says otherwise than the spec at base is modified there, and no new
 * entry.
 */
export function againstChangedSpec(changes: readonly Change[], base: Spec, head: Spec): readonly Change[] {
  if (!changes.some(({ kind, id }) => kind === "added" && delta.test(id))) return changes;
  const kinds = new Map(entriesOf(head).map(({ id, kind }) => [id, kind]));
  const standing = new Map(entriesOf(base).map((entry) => [entry.id, entry]));
  return changes.map((change) => {
    const { after, kind, parent } = change;
    if (kind !== "added" || after === null || !delta.test(after.id)) return change;
    const isRepeated = [after.kind, kinds.get(parent ?? "")].includes("modified requirement");
    const before = isRepeated ? standing.get(specIdOf(after.id)) : undefined;
    if (before === undefined || normaliseText(before.text) === normaliseText(after.text)) return change;
    return { ...change, kind: "modified" as const, before };
  });
}

const delta = /^(.{0,400}\bopenspec\/)changes\/[^/#]{1,200}\/(specs\/[^#]{0,400}#)/;

/** What the spec calls the requirement of a delta. */
function specIdOf(id: string): string {
  return id.replace(delta, "$1$2");
}

function entriesOf({ files }: Spec): readonly Entry[] {
  return files.flatMap(({ entries }) => entries);
}
