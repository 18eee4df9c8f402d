import type { RepositorySurvey } from "../draft-repo-config.ts";
import { onboarding } from "../message/onboarding.ts";
import { configPath } from "../repo-config.ts";
import type { RepositoryRef } from "../repository-ref.ts";
import type { OpenFollowUp } from "./action.ts";

/** Where the configuration is proposed. */
export const onboardingBranch = "twopath/onboarding";

/** A draft pull request with a configuration made from what the repository holds; null where it holds no spec. */
export function planOnboarding(
  { owner, name }: RepositoryRef,
  base: string,
  survey: RepositorySurvey,
): OpenFollowUp | null {
  const asked = onboarding(survey);
  if (asked === null) return null;
  return {
    type: "open-follow-up",
    repository: { owner, name },
    branch: onboardingBranch,
    base,
    from: null,
    title: asked.title,
    body: asked.body,
    commitMessage: asked.title,
    files: [{ path: configPath, content: asked.config }],
  };
}
