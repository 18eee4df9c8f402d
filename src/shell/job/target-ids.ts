import type { TargetIds } from "../../core/plan/mandate.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import type { RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";

/** Which repositories have the names of the targets now; as with `admittedTarget`, another owner's is not asked for. */
export async function targetIds(
  { github }: Pick<JobPorts, "github">,
  spec: RepositoryRef,
  { targets }: RepoConfig,
): Promise<TargetIds> {
  const found = new Map<string, number>();
  for (const wanted of new Set(targets.flatMap(({ repository }) => repository?.toLowerCase() ?? []))) {
    const [owner = "", name = ""] = wanted.split("/");
    const repository = owner === spec.owner.toLowerCase() ? await github.repository(spec, owner, name) : null;
    if (repository !== null) found.set(wanted, repository.id);
  }
  return found;
}
