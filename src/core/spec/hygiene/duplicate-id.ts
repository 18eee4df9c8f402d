import type { Entry, Finding, Spec } from "../entry.ts";
import type { HygieneRule } from "./rule.ts";

/** An ID that more entries have now than before. The last of them is where the finding points. */
export const duplicateId: HygieneRule = {
  name: "duplicate-id",
  describes: "Two entries have the same ID since this pull request.",
  check({ base, head }): Finding[] {
    const before = counts(base);
    return [...counts(head)].flatMap(([id, entries]) => {
      const last = entries.at(-1);
      const first = entries[0];
      if (!first || !last || entries.length < 2 || entries.length <= (before.get(id)?.length ?? 0)) return [];
      const where =
        first.file === last.file ? `in line ${first.line}` : `in ${first.file}, line ${first.line}`;
      const message = `${id} is also the ID of an entry ${where}; give one of them its own.`;
      return [{ rule: "duplicate-id", id, file: last.file, line: last.line, message }];
    });
  },
};

function counts(spec: Spec): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const file of spec.files) {
    for (const entry of file.entries) {
      const same = found.get(entry.id);
      if (same) same.push(entry);
      else found.set(entry.id, [entry]);
    }
  }
  return found;
}
