import type { RepoConfig } from "../../core/repo-config.ts";
import { planEmptyCheck } from "../../core/plan/plan-check.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";

/**
 * Whether a rule may wait for the check of every pull request, also of those that change no spec. Known since the last
 * review of a spec in this repository, so that the others cost no request where no rule does.
 */
export async function mayBeRequired(
  { values, forgets }: JobPorts,
  repository: RepositoryRef,
): Promise<boolean> {
  return forgets === true || (await values.get(keyOf(repository))) === true;
}

/** Notes what the configuration says now. */
export async function noteRequired(
  { values }: JobPorts,
  repository: RepositoryRef,
  { failOn }: RepoConfig,
): Promise<void> {
  const key = keyOf(repository);
  const isRequired = failOn !== "never";
  if (((await values.get(key)) === true) !== isRequired) await values.set(key, isRequired ? true : undefined);
}

/** A follow-up in the spec's own repository changes no spec entry; a rule waits for its check all the same. */
export async function passFollowUp(
  ports: JobPorts,
  repository: RepositoryRef,
  { headSha, number, state }: PullRequest,
): Promise<void> {
  if (state === "closed" || !(await mayBeRequired(ports, repository))) return;
  const [check] = planEmptyCheck(null, { headSha, failOn: "design" });
  if (check !== undefined) await ports.github.apply(repository, number, check);
}

/** By ids, which survive a rename. */
function keyOf({ installationId, id }: RepositoryRef): string {
  return `required-check/${String(installationId)}/${String(id)}`;
}
