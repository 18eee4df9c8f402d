import {
  alsoHoldsMessage,
  generationMarker,
  generationMessage,
  type UnitState,
} from "../message/generation-message.ts";
import type { GitHubAction } from "./action.ts";
import type { GenerationUnit } from "./plan-generation.ts";

interface RunFacts {
  readonly commentId: number | null;
  /** IDs of the entries that were asked for. */
  readonly asked: readonly string[];
  readonly notes: readonly string[];
  readonly rows: readonly Row[];
  readonly seconds: number;
}

type Row = Pick<GenerationUnit, "target" | "slug" | "stage" | "entries"> & {
  readonly state: UnitState;
  readonly url: string | null;
  readonly label: string | null;
  readonly because: string | null;
  /** US dollars; null when a price is unknown. */
  readonly costUsd: number | null;
};

/** The one reply of a `/generate`, as far as it is. */
export function planRunReply({ commentId, asked, notes, rows, seconds }: RunFacts): GitHubAction {
  const held = [...new Set(rows.flatMap(({ entries }) => entries))].filter((id) => !asked.includes(id));
  const heldNotes = held.length === 0 ? [] : [alsoHoldsMessage(held)];
  const costs = rows.map(({ costUsd }) => costUsd);
  const body = generationMessage({
    ...{ commentId, notes: [...heldNotes, ...notes], seconds },
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
