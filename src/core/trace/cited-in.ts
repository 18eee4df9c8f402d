import type { Change } from "../entries/change.ts";
import type { TraceIndex } from "./trace-index.ts";
import { traceTarget } from "./trace-target.ts";

/** How often a target's code names an entry. */
export interface Citation {
  readonly target: string;
  readonly lines: number;
}

/** Which targets name the changed entries today, by entry ID; a renamed entry also by the ID it had. */
export function citedIn(
  changes: readonly Pick<Change, "id" | "previousId">[],
  targets: readonly { readonly name: string; readonly index: TraceIndex }[],
): Map<string, Citation[]> {
  const cited = new Map<string, Citation[]>();
  const ids = changes.flatMap(({ id, previousId }) => (previousId === null ? [id] : [id, previousId]));
  for (const { name, index } of targets) {
    const trace = traceTarget(
      index,
      [...new Set(ids)].map((id) => ({ id })),
    );
    const count = (id: string | null): number => {
      const found = id === null ? undefined : trace.cited.get(id);
      return found === undefined ? 0 : found.source.length + found.tests.length;
    };
    for (const { id, previousId } of changes) {
      const lines = count(id) + (previousId === id ? 0 : count(previousId));
      if (lines > 0) cited.set(id, [...(cited.get(id) ?? []), { target: name, lines }]);
    }
  }
  return cited;
}
