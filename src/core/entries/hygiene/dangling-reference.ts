import type { Entry, Finding } from "../entry.ts";
import { family } from "./family.ts";
import { type HygieneFacts, type HygieneRule, listed } from "./rule.ts";
import { pushTo } from "../../push-to.ts";

/** Kinds whose references are links to anchors; an anchor may be written where no entry is. */
const linkKinds = new Set([
  "section",
  "statement",
  "group",
  "anchor",
  "property",
  "example",
  "definition",
  "constant",
]);

/** References that lead nowhere: new ones in changed entries, and those to IDs that this pull request removed. */
export const danglingReference: HygieneRule = {
  name: "dangling-reference",
  describes: "A changed entry names an ID that no entry has, or an ID that is still named is removed.",
  check(facts): Finding[] {
    return [...newReferences(facts), ...leftBehind(facts)];
  },
};

function newReferences(facts: HygieneFacts): Finding[] {
  const families = new Set([...facts.headById.keys()].map(family));
  return facts.diff.changes.flatMap(({ after, before }) => {
    if (!after || after.status === "retired" || linkKinds.has(after.kind)) return [];
    const known = new Set(before?.references ?? []);
    const lost = after.references.filter(
      (id) =>
        !known.has(id) && !facts.headById.has(id) && !facts.baseById.has(id) && families.has(family(id)),
    );
    if (lost.length === 0) return [];
    const message = `${after.id} refers to ${listed(lost)}, which no entry has; correct the ID or add the entry.`;
    return [
      {
        rule: "dangling-reference",
        id: after.id,
        file: after.file,
        line: lineNaming(after, lost[0] ?? ""),
        message,
      },
    ];
  });
}

/** Entries that still name an ID which is gone since this pull request: one finding per ID. */
function leftBehind({ diff, head, headById }: HygieneFacts): Finding[] {
  const gone = new Set(diff.changes.flatMap((change) => goneId(change.kind, change.id, change.previousId)));
  if (gone.size === 0) return [];
  const naming = new Map<string, Entry[]>();
  for (const file of head.files) {
    for (const entry of file.entries) {
      if (entry.status === "retired" || linkKinds.has(entry.kind)) continue;
      for (const id of entry.references) {
        if (gone.has(id) && !headById.has(id)) pushTo(naming, id, entry);
      }
    }
  }
  return [...naming].map(([id, entries]) => {
    const first = entries[0] as Entry;
    const message = `${id} is gone but ${listed(entries.map((entry) => entry.id))} still ${entries.length > 1 ? "refer" : "refers"} to it.`;
    return {
      rule: "dangling-reference",
      id: first.id,
      file: first.file,
      line: lineNaming(first, id),
      message,
    };
  });
}

function goneId(kind: string, id: string, previousId: string | null): string[] {
  if (kind === "removed") return [id];
  return previousId === null ? [] : [previousId];
}

/** The line of an entry that names an ID; its first line when none does. */
export function lineNaming(entry: Entry, id: string): number {
  return entry.lines.find((line) => line.text.includes(id))?.line ?? entry.line;
}
