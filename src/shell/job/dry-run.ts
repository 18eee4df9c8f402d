import { designDryRunWords, dryRunWords } from "../../core/message/dry-run-message.ts";
import { noTargetWords } from "../../core/message/generation-message.ts";
import { branchName } from "../../core/plan/branch-name.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import { UserError } from "../../core/user-error.ts";
import { jobGroup } from "../job-group.ts";
import { openGitHubTarget } from "../target/github-target.ts";
import { stillAdmits } from "./admitted-target.ts";
import { gatherCodeRequest } from "./code-facts.ts";
import { codePlace } from "./code-place.ts";
import type { GenerateJob, UnitOutcome } from "./generation.ts";
import type { GenerationSource } from "./generation-source.ts";
import { nameOf } from "./open-follow-up.ts";
import type { JobPorts } from "./job-ports.ts";

/** What `/generate` would make of a unit: as it would be done, up to the first call of the model. */
export async function dryRun(
  ports: JobPorts,
  job: GenerateJob,
  { reviewed, design }: GenerationSource,
  unit: GenerationUnit,
): Promise<UnitOutcome> {
  const outcome = { state: "skipped", url: null, label: null, costUsd: 0 } as const;
  const { number } = reviewed.pull;
  if (unit.stage === "design") {
    const branch = branchName({ stage: "design", pullRequest: number, slug: unit.slug });
    return { ...outcome, because: designDryRunWords(unit.entries, branch) };
  }
  const place = await codePlace(ports, job, reviewed, unit);
  const commit = await ports.github.branchTip(place.repository, place.base);
  if (commit === null) throw new UserError(`the branch \`${place.base}\` does not exist any more`);
  const opened = await openGitHubTarget(ports.github, place.repository, commit, place.target.path);
  const facts = { reviewed, unit, target: place.target, design, note: job.request.note };
  const { request } = await gatherCodeRequest(ports, facts, opened);
  if (!(await stillAdmits(ports, job.repository, place.repository)))
    throw new UserError(noTargetWords(nameOf(place.repository), nameOf(job.repository)));
  const account = {
    pullRequest: jobGroup(job.repository, number),
    mostUsd: reviewed.config.model.maxUsdPerPullRequest,
  };
  const because = dryRunWords({
    entries: unit.entries,
    branch: place.branch,
    files: request.context.map(({ path }) => path),
    vectors: request.vectors.map(({ path }) => path),
    request: request.model,
    worstUsd: ports.model?.(account).worstUsd(request.model) ?? null,
  });
  return { ...outcome, because };
}
