import type { SpecDiff } from "../change.ts";
import type { Finding, SourceFile, Spec } from "../entry.ts";
import { type Companion, companionsNaming } from "../non-entry-changes.ts";
import { listed } from "./rule.ts";
import { ofThePast } from "./tombstone-reference.ts";

const words: Readonly<Record<Companion["what"], string>> = {
  idl: "the interface definition",
  sample: "the sample",
  table: "the table",
  prose: "the text",
};

/**
 * Interface definitions, samples and tables that still name what this pull request retired, removed or renumbered: readers
 * copy from them. Only files that it touched are looked at.
 */
export function staleCompanions(sources: readonly SourceFile[], head: Spec, diff: SpecDiff): Finding[] {
  const ids = goneIds(head, diff);
  if (ids.size === 0) return [];
  return sources.flatMap((source) =>
    companionsNaming(source, head, ids)
      .filter(({ text }) => !ofThePast.test(text))
      .map(({ file, line, what, names }) => {
        const message = `${listed(names)} ${names.length > 1 ? "are" : "is"} gone or retired here but ${words[what]} still names ${names.length > 1 ? "them" : "it"}; bring it up to date.`;
        return { rule: "stale-companion", id: names[0] ?? null, file, line, message };
      }),
  );
}

function goneIds(head: Spec, diff: SpecDiff): Set<string> {
  const gone = diff.changes.flatMap(({ kind, id, previousId }) => {
    if (kind === "removed" || kind === "retired") return [id];
    return kind === "renamed" && previousId !== null ? [previousId] : [];
  });
  if (gone.length === 0) return new Set();
  const live = new Set<string>();
  for (const file of head.files)
    for (const entry of file.entries) if (entry.status !== "retired") live.add(entry.id);
  return new Set(gone.filter((id) => !live.has(id)));
}
