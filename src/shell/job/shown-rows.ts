import { asOfNobody, type RowPlace } from "../../core/plan/shown-row.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import type { TargetIds } from "../../core/plan/mandate.ts";
import type { RepositoryRef } from "../ports.ts";
import { stillAdmits } from "./admitted-target.ts";
import type { GenerationRow, GenerationRun } from "./generation-runs.ts";
import type { JobPorts } from "./job-ports.ts";
import { nameOf } from "./open-follow-up.ts";

type Asking = Pick<JobPorts, "github" | "isAllowed">;

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
    row.place === null || open.has(keyOf(row.place)) ? row : asOfNobody(row, row.place, nameOf(spec));
}

/** Which repository each target of a configuration stands for; of the spec's own null, as it is always shown. */
export function rowPlaces(
  spec: RepositoryRef,
  { targets }: Pick<RepoConfig, "targets">,
  ids: TargetIds,
): (target: string | null) => RowPlace | null {
  return (target) => {
    const wanted = targets.find(({ name }) => name === target)?.repository;
    if (wanted === undefined || wanted.toLowerCase() === nameOf(spec).toLowerCase()) return null;
    return { wanted, id: ids.get(wanted.toLowerCase()) ?? null };
  };
}

async function mayShow(ports: Asking, spec: RepositoryRef, { wanted, id }: RowPlace): Promise<boolean> {
  const [owner = "", name = ""] = wanted.split("/");
  return id !== null && stillAdmits(ports, spec, { installationId: spec.installationId, id, owner, name });
}

function keyOf({ wanted, id }: RowPlace): string {
  return `${wanted} ${String(id)}`;
}
