import { noTargetWords, type UnitState } from "../message/generation-message.ts";

/** The repository that a row of a `/generate` is for. */
export interface RowPlace {
  /** `owner/name`, as the configuration wrote it. */
  readonly wanted: string;
  /** Of the repository that had this name when the work began; null: none that takes part. */
  readonly id: number | null;
}

interface Row {
  readonly entries: readonly string[];
  readonly state: UnitState;
  readonly url: string | null;
  readonly label: string | null;
  readonly because: string | null;
  readonly costUsd: number | null;
}

/**
 * A row as those see it who must not learn whether its target is there: as the row of a name that no repository has. `spec`:
 * `owner/name`.
 */
export function hiddenRow<T extends Row>(row: T, { wanted }: Pick<RowPlace, "wanted">, spec: string): T {
  const nothing = { ...row, entries: [], url: null, label: null, because: null, costUsd: 0 };
  // These say what was asked, and nothing of what was found.
  if (row.state === "waiting" || row.state === "running" || row.state === "cancelled") return nothing;
  return { ...nothing, state: "failed", because: noTargetWords(wanted, spec) };
}
