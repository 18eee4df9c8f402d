import { onboarding } from "../../core/message/onboarding.ts";
import type { JobRequest } from "../job-request.ts";
import { configPath } from "../read-spec-config.ts";
import { surveyRepository } from "../survey-repository.ts";
import type { JobPorts } from "./job-ports.ts";

type InstalledJob = Extract<JobRequest, { kind: "installed" }>;

const branch = "twopath/onboarding";

/**
 * One draft pull request, ever, that adds a configuration made from what the repository holds. Nothing where there is
 * a configuration, no spec, or an earlier pull request: closed means no.
 */
export async function onboard({ github, specsAmong }: JobPorts, { repository }: InstalledJob): Promise<void> {
  const found = await github.repository(repository, repository.owner, repository.name);
  if (
    found === null ||
    (await github.pullRequestsFrom(repository, branch)).some(({ state }) => state === "closed")
  )
    return;
  const tip = await github.branchTip(repository, found.defaultBranch);
  if (tip === null || (await github.file(repository, configPath, tip)) !== null) return;
  const asked = onboarding(await surveyRepository(github.source(repository), tip, specsAmong));
  if (asked === null) return;
  const { owner, name } = repository;
  await github.apply(repository, 0, {
    type: "open-follow-up",
    repository: { owner, name },
    branch,
    base: found.defaultBranch,
    from: null,
    title: asked.title,
    body: asked.body,
    commitMessage: asked.title,
    files: [{ path: configPath, content: asked.config }],
  });
}
