import { setTimeout } from "node:timers/promises";
import type { Review } from "../../core/decision/review.ts";
import type { ReviewRequest } from "../../core/decision/review-specs.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import { teamLine } from "../../core/decision/judge-request.ts";
import { jobGroup } from "../job-group.ts";
import { judge, judgeDefaults } from "../judge/judge.ts";
import type { Person } from "../../core/person.ts";
import type { RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";
import { taughtBy } from "./overrides.ts";
import { mayWrite } from "./rights.ts";

interface JudgedPlace {
  readonly config: RepoConfig;
  readonly repository: RepositoryRef;
  readonly pullRequest: number;
  /** Who has it reviewed: a model is called only for somebody who may write there. Null: nobody. */
  readonly asker: Person | null;
}

/**
 * The review, with a model's judgement where one is configured and the repository allows it. What the model said before is
 * taken from the store, so that a review whose entries did not change asks nothing. Without an answer the rules stand.
 */
export async function judgedReview(
  ports: JobPorts,
  request: ReviewRequest,
  { config, repository, pullRequest, asker }: JudgedPlace,
): Promise<Review> {
  const { model, judgeModel, values, attempt } = ports;
  if (model === null || judgeModel === null || !config.model.enabled) return ports.review(request);
  const byRules = await ports.review({ ...request, listToJudge: true });
  if (byRules.toJudge.length === 0) return byRules;
  const account = {
    pullRequest: jobGroup(repository, pullRequest),
    mostUsd: config.model.maxUsdPerPullRequest,
  };
  const { claims, judgement } = await judge(
    byRules.toJudge,
    {
      ...judgeDefaults,
      modelName: judgeModel,
      scope: account.pullRequest,
      team: teamLine(await taughtBy(values, repository), config.glossary),
    },
    {
      model: model(account),
      mayAsk: async () => asker !== null && (await mayWrite(ports.github, repository, asker)),
      store: values,
      pause: (ms) => setTimeout(ms, undefined, { signal: attempt.signal }),
      onError: (error) => {
        if (!attempt.signal.aborted) ports.onError(attempt.id, error);
      },
    },
    attempt.signal,
  );
  return ports.review({ ...request, claims, judgement });
}
