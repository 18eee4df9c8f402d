import { onboardingBranch, planOnboarding } from "../../core/plan/plan-onboarding.ts";
import { configPath } from "../../core/repo-config.ts";
import type { JobRequest } from "../job-request.ts";
import { surveyRepository } from "../survey-repository.ts";
import type { JobPorts } from "./job-ports.ts";

type InstalledJob = Extract<JobRequest, { kind: "installed" }>;

/**
 * One draft pull request, ever, that adds a configuration made from what the repository holds. Nothing where there is
 * a configuration, no spec, or an earlier pull request: closed means no.
 */
export async function onboard({ github, specsAmong }: JobPorts, { repository }: InstalledJob): Promise<void> {
  const found = await github.repository(repository, repository.owner, repository.name);
  if (
    found === null ||
    (await github.pullRequestsFrom(repository, onboardingBranch)).some(({ state }) => state === "closed")
  )
    return;
  const tip = await github.branchTip(repository, found.defaultBranch);
  if (tip === null || (await github.file(repository, configPath, tip)) !== null) return;
  const survey = await surveyRepository(github.source(repository), tip, specsAmong);
  const action = planOnboarding(repository, found.defaultBranch, survey);
  if (action !== null) await github.apply(repository, 0, action);
}
