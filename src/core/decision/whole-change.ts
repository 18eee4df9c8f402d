import type { Change } from "../entries/change.ts";
import type { Entry } from "../entries/entry.ts";
import type { SpecIndex } from "../entries/spec-index.ts";

/**
 * A requirement or story is judged with its criteria and scenarios, for they say what it asks. Other entries, whose
 * children stand for themselves, are judged alone: the same change comes back.
 */
export function wholeChange(change: Change, context: SpecIndex): Change {
  const { before, after } = change;
  if (after === null) return change;
  const parts = context.children(after.id).filter((child) => isPartOf(child, after));
  if (parts.length === 0) return change;
  const old = parts.flatMap((part) => {
    const changed = context.change(part.id);
    return (changed === undefined ? part : changed.before) ?? [];
  });
  return { ...change, before: before === null ? null : extended(before, old), after: extended(after, parts) };
}

/** Whether a child is a criterion or scenario of a requirement or story: it says what that asks. */
export function isPartOf(child: Pick<Entry, "kind" | "file">, whole: Pick<Entry, "kind" | "file">): boolean {
  return child.file === whole.file && isWhole.test(whole.kind) && isPart.test(child.kind);
}

const isWhole = /requirement|story/i;
const isPart = /criterion|scenario|acceptance|step/i;

function extended(entry: Entry, parts: readonly Entry[]): Entry {
  const all = [entry, ...parts];
  return {
    ...entry,
    text: all.map((one) => one.text).join("\n\n"),
    lines: all.flatMap((one) => one.lines),
    references: [...new Set(all.flatMap((one) => one.references))],
  };
}
