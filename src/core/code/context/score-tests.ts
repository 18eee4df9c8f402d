import type { ChangeQuery } from "./change-query.ts";
import { citationSignals } from "./signals/citation-signals.ts";
import { soughtCitations } from "./signals/sought-citations.ts";
import { textSignal } from "./signals/text-signal.ts";
import type { IndexedFile } from "./target-index.ts";

export interface ScoredTest {
  readonly file: IndexedFile;
  readonly why: string;
}

/** Tests to write the change's own beside: those that cite near entries first, then those that share its words. */
export function scoreTests(index: readonly IndexedFile[], query: ChangeQuery): ScoredTest[] {
  const tests = index.filter(({ role }) => role === "test");
  const { cites, citesNear, nearCitation } = citationSignals(soughtCitations(tests, query), tests, query);
  const text = textSignal(tests, query);
  const scored = tests.map((file) => {
    const citing = 2 * ((cites.get(file) ?? 0) + (citesNear.get(file) ?? 0)) + (nearCitation.get(file) ?? 0);
    return { file, citing, score: citing + (text.get(file) ?? 0) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.file.path < b.file.path ? -1 : 1))
    .map(({ file, citing }) => ({
      file,
      why: citing > 0 ? "test that cites entries of its family" : "test that shares its words",
    }));
}
