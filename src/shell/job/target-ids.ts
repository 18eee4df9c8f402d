import type { TargetIds } from "../../core/plan/mandate.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import type { RepositoryRef } from "../ports.ts";
import { admittedTarget } from "./admitted-target.ts";

/**
 * Which repositories the names of the targets stand for now. One that does not take part, or must not be named beside the spec, has
 * no id here, as an absent one has none: what is kept and compared by these ids says of neither that it is there.
 */
export async function targetIds(
  ports: Parameters<typeof admittedTarget>[0],
  spec: RepositoryRef,
  { targets }: Pick<RepoConfig, "targets">,
): Promise<TargetIds> {
  const found = new Map<string, number>();
  for (const wanted of new Set(targets.flatMap(({ repository }) => repository?.toLowerCase() ?? []))) {
    const repository = (await admittedTarget(ports, spec, wanted))?.repository;
    if (repository !== undefined) found.set(wanted, repository.id);
  }
  return found;
}
