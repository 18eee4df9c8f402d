import type { ConfiguredTarget } from "../../core/code/configured-target.ts";
import { noTargetWords } from "../../core/message/generation-message.ts";
import { branchName } from "../../core/plan/branch-name.ts";
import { followUpBase, specNamedIn, type SourcePullRequest } from "../../core/plan/plan-follow-up.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import { leaveOfNewOrder, type SpecLeave } from "../../core/plan/spec-leave.ts";
import { UserError } from "../../core/user-error.ts";
import type { RepositoryRef } from "../ports.ts";
import type { GenerateJob, Reviewed } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { admittedTarget } from "./admitted-target.ts";
import { requireWrite } from "./rights.ts";

/** Where the code of a unit goes. */
export interface CodePlace {
  readonly target: ConfiguredTarget;
  readonly repository: RepositoryRef & { readonly defaultBranch: string };
  readonly leave: SpecLeave;
  readonly source: SourcePullRequest;
  readonly base: string;
  readonly suffix: string | null;
  readonly branch: string;
}

/**
 * Finds the target of a unit and checks that it names this spec and that whoever asked may write there. Throws UserError when
 * the target is gone, does not take part, or the right is missing.
 */
export async function codePlace(
  ports: JobPorts,
  job: GenerateJob,
  reviewed: Reviewed,
  unit: GenerationUnit,
): Promise<CodePlace> {
  const { github } = ports;
  const { pull, config, targetIds } = reviewed;
  const target = config.targets.find(({ name }) => name === unit.target);
  if (target === undefined) throw new UserError("The target is not in the configuration any more.");
  const own = `${job.repository.owner}/${job.repository.name}`;
  const wanted = target.repository ?? own;
  const isOwn = wanted.toLowerCase() === own.toLowerCase();
  const repository = isOwn
    ? { ...job.repository, defaultBranch: pull.baseRef, isPrivate: false }
    : ((await admittedTarget(ports, job.repository, wanted))?.repository ?? null);
  if (repository === null) throw new UserError(noTargetWords(wanted, own));
  // Minutes may have passed since the names were looked up.
  if (!isOwn && targetIds !== undefined && targetIds.get(wanted.toLowerCase()) !== repository.id)
    throw new UserError(noTargetWords(wanted, own));
  await requireWrite(github, repository, job.order.author);
  const { number, merged, baseRef, headRef, headRepository } = pull;
  const source = { repository: job.repository, number, merged, baseRef, headRef, headRepository };
  const sharing = config.targets.filter(
    (other) => (other.repository ?? own).toLowerCase() === wanted.toLowerCase(),
  );
  const suffix = sharing.length > 1 ? target.name : null;
  return {
    target,
    repository,
    source,
    suffix,
    leave: leaveOfNewOrder(repository),
    base: followUpBase(source, { repository, defaultBranch: repository.defaultBranch }),
    branch: branchName({
      ...{ stage: "code", pullRequest: number, slug: unit.slug, target: suffix },
      spec: specNamedIn(job.repository, repository),
    }),
  };
}

/** `#7`, or `owner/name#7` of another repository; null when there is no pull request. */
export function pullRequestLabel(
  job: GenerateJob,
  { repository }: CodePlace,
  number: number | null,
): string | null {
  if (number === null) return null;
  const { owner, name, id } = repository;
  return id === job.repository.id ? `#${String(number)}` : `${owner}/${name}#${String(number)}`;
}
