import { hiddenRow, type RowPlace } from "../../core/plan/hidden-row.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import type { RepositoryRef } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import { stillAdmits } from "./admitted-target.ts";
import type { Reviewed } from "./generation.ts";
import type { GenerationRow, GenerationRun } from "./generation-runs.ts";
import type { JobPorts } from "./job-ports.ts";
import { nameOf } from "./open-follow-up.ts";
import { targetIds } from "./target-ids.ts";

type Asking = Pick<JobPorts, "github" | "isAllowed" | "onError" | "attempt">;

/** Gives a row as it may be shown. */
type ShowRow = (row: GenerationRow) => GenerationRow;

/**
 * How rows of runs may be shown where everybody reads the spec, as of now. What is kept was written when the target took part and
 * could be named; by now the spec may be public, the target private or gone. Each place is asked for once.
 */
export async function showingRows(
  ports: Asking,
  spec: RepositoryRef,
  runs: readonly Pick<GenerationRun, "rows">[],
): Promise<ShowRow> {
  const rows = runs.flatMap((run) => run.rows);
  const places = new Map(rows.flatMap(({ place }) => (place === null ? [] : [[keyOf(place), place]])));
  const open = new Set<string>();
  for (const [key, place] of places) if (await mayShow(ports, spec, place)) open.add(key);
  return (row) =>
    row.place === null || open.has(keyOf(row.place)) ? row : hiddenRow(row, row.place, nameOf(spec));
}

/** Where the target of a unit is, by name; null: in the spec's own repository, which is always shown. */
export function wantedPlace(
  spec: RepositoryRef,
  { targets }: Pick<RepoConfig, "targets">,
  target: string | null,
): RowPlace | null {
  const wanted = targets.find(({ name }) => name === target)?.repository;
  if (wanted === undefined || wanted.toLowerCase() === nameOf(spec).toLowerCase()) return null;
  return { wanted, id: null };
}

/** As `wantedPlace`, with the repository that has the name now: to be asked before anything is found there. */
export async function placeNow(
  ports: JobPorts,
  spec: RepositoryRef,
  { config: { targets: all }, targetIds: known }: Pick<Reviewed, "config" | "targetIds">,
  target: string | null,
): Promise<RowPlace | null> {
  const targets = all.filter(({ name }) => name === target);
  const place = wantedPlace(spec, { targets }, target);
  if (place === null) return null;
  const ids = known ?? (await targetIds(ports, spec, { targets }));
  return { ...place, id: ids.get(place.wanted.toLowerCase()) ?? null };
}

/** Where GitHub does not answer for one target, the others' rows are shown all the same, and nothing of its own. */
async function mayShow(ports: Asking, spec: RepositoryRef, { wanted, id }: RowPlace): Promise<boolean> {
  const [owner = "", name = ""] = wanted.split("/");
  if (id === null) return false;
  try {
    return await stillAdmits(ports, spec, { installationId: spec.installationId, id, owner, name });
  } catch (error) {
    if (error instanceof RetryLater) throw error;
    ports.onError(ports.attempt.id, error);
    return false;
  }
}

function keyOf({ wanted, id }: RowPlace): string {
  return `${wanted} ${String(id)}`;
}
