import type { Entry, Finding } from "../entry.ts";
import { lineNaming } from "./dangling-reference.ts";
import { type HygieneFacts, type HygieneRule, listed } from "./rule.ts";
import { pushTo } from "../../push-to.ts";

/** Words with which an entry says that it speaks of the past. */
export const ofThePast =
  /\b(?:replac|supersed|deprecat|remov|delet|retir|former|previous|instead of|redundant|renam)/i;

/** Live entries that send the reader to a tombstone: new references, and those to what is retired here. */
export const tombstoneReference: HygieneRule = {
  name: "tombstone-reference",
  describes: "A live entry refers to a retired one.",
  check(facts): Finding[] {
    return [...newReferences(facts), ...leftBehind(facts)];
  },
};

function newReferences({ diff, headById }: HygieneFacts): Finding[] {
  return diff.changes.flatMap(({ after, before }) => {
    if (!after || after.status === "retired") return [];
    const known = new Set(before?.references ?? []);
    const dead = after.references.filter(
      (id) => !known.has(id) && isGrave(headById.get(id), after) && !speaksOfThePast(after, id),
    );
    const first = dead[0];
    if (first === undefined) return [];
    const message = `${after.id} refers to ${listed(dead)}, which ${dead.length > 1 ? "are" : "is"} retired${successor(headById.get(first))}.`;
    return [
      {
        rule: "tombstone-reference",
        id: after.id,
        file: after.file,
        line: lineNaming(after, first),
        message,
      },
    ];
  });
}

/** One finding per entry that is retired here and still named by entries that this pull request left alone. */
function leftBehind({ diff, head, changeById }: HygieneFacts): Finding[] {
  const retired = new Map(
    diff.changes.flatMap(({ kind, after }) =>
      kind === "retired" && after ? [[after.id, after] as const] : [],
    ),
  );
  if (retired.size === 0) return [];
  const naming = new Map<string, Entry[]>();
  for (const file of head.files) {
    for (const entry of file.entries) {
      if (entry.status === "retired" || changeById.get(entry.id)?.kind === "added") continue;
      for (const id of entry.references) {
        if (
          retired.has(id) &&
          retired.get(id)?.replacedBy.includes(entry.id) !== true &&
          !speaksOfThePast(entry, id)
        )
          pushTo(naming, id, entry);
      }
    }
  }
  return [...naming].map(([id, entries]) => {
    const first = entries[0] as Entry;
    const ids = listed(entries.map((entry) => entry.id));
    const message = `${id} is retired here but ${ids} still ${entries.length > 1 ? "refer" : "refers"} to it${successor(retired.get(id))}.`;
    return {
      rule: "tombstone-reference",
      id: first.id,
      file: first.file,
      line: lineNaming(first, id),
      message,
    };
  });
}

/** Retired, and not the one whose place the referring entry takes. */
function isGrave(target: Entry | undefined, from: Entry): boolean {
  return target?.status === "retired" && !target.replacedBy.includes(from.id);
}

function successor(tombstone: Entry | undefined): string {
  return tombstone && tombstone.replacedBy.length > 0
    ? `; ${listed(tombstone.replacedBy)} took its place`
    : "";
}

function speaksOfThePast(entry: Entry, id: string): boolean {
  const at = entry.text.indexOf(id);
  return at >= 0 && ofThePast.test(entry.text.slice(Math.max(0, at - 120), at + id.length + 60));
}
