import type { Entry, Finding, Spec } from "../entry.ts";
import { type HygieneRule, listed } from "./rule.ts";
import { localId } from "../local-id.ts";
import { pushTo } from "../../push-to.ts";

/** IDs that more entries have now than before: one finding per file, at the first of the later uses. */
export const duplicateId: HygieneRule = {
  name: "duplicate-id",
  describes: "Two entries have the same ID since this pull request.",
  check({ base, head }): Finding[] {
    const before = counts(base);
    const doubled = new Map<string, { first: Entry; last: Entry }[]>();
    for (const [id, entries] of counts(head)) {
      const first = entries[0];
      const last = entries.at(-1);
      if (!first || !last || entries.length < 2 || entries.length <= (before.get(id)?.length ?? 0)) continue;
      pushTo(doubled, last.file, { first, last });
    }
    return [...doubled].map(([file, uses]) => report(file, uses));
  },
};

function report(file: string, uses: readonly { first: Entry; last: Entry }[]): Finding {
  const { first, last } = uses[0] as { first: Entry; last: Entry };
  const where = first.file === file ? `line ${first.line}` : `${first.file}, line ${first.line}`;
  const one = `${last.id} is also the ID of an entry in ${where}; give one of them its own.`;
  const many = `${listed(uses.map((use) => use.last.id))} each stand twice (${last.id} also in ${where}); give each entry its own ID.`;
  return { rule: "duplicate-id", id: last.id, file, line: last.line, message: uses.length > 1 ? many : one };
}

/** Dialects whose IDs are meant to be unique in all files, although two files may use one by mistake. */
const unqualified = new Set(["code-id-list", "rule-label"]);

function counts(spec: Spec): Map<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const file of spec.files) {
    for (const entry of file.entries) {
      pushTo(found, unqualified.has(file.dialect ?? "") ? localId(entry) : entry.id, entry);
    }
  }
  return found;
}
