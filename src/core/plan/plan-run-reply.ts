import { generationMarker, generationMessage, type UnitState } from "../message/generation-message.ts";
import type { GitHubAction } from "./action.ts";
import type { GenerationUnit } from "./plan-generation.ts";

interface RunFacts {
  readonly commentId: number | null;
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
  readonly seconds: number;
}

type Row = Pick<GenerationUnit, "target" | "slug" | "stage"> & {
  readonly state: UnitState;
  readonly url: string | null;
  readonly label: string | null;
  readonly because: string | null;
  /** US dollars; null when a price is unknown. */
  readonly costUsd: number | null;
};

/** The one reply of a `/generate`, as far as it is. */
export function planRunReply({ commentId, notes, rows, seconds }: RunFacts): GitHubAction {
  const costs = rows.map(({ costUsd }) => costUsd);
  const body = generationMessage({
    ...{ commentId, notes, seconds },
    units: rows.map((row) => ({ ...row, target: nameOf(row, rows) })),
    costUsd: costs.reduce((sum, cost) => (sum === null || cost === null ? null : sum + cost), 0),
  });
  return { type: "upsert-comment", marker: generationMarker(commentId), create: true, body };
}

/** The target; with the work package where it has several. */
function nameOf({ target, slug }: Row, rows: readonly Row[]): string {
  if (target === null) return slug;
  return rows.some((other) => other.target === target && other.slug !== slug) ? `${target}, ${slug}` : target;
}
