import { setTimeout } from "node:timers/promises";
import type { Review } from "../core/decision/review.ts";
import { judgementText } from "../core/message/judgement-text.ts";
import { UserError } from "../core/user-error.ts";
import { limitedModel } from "./limited-model.ts";
import { createMemoryValues } from "../shell/memory-values.ts";
import type { LocalReview } from "./local-review.ts";

/** The exact bodies of the requests that `--judge` would send, in order; nothing is sent. */
export async function judgeRequestBodies({ review, config }: LocalReview): Promise<readonly object[]> {
  const { readModelSettings } = await import("../settings.ts");
  const { judgeBatches, judgeRequest, teamLine } = await import("../core/decision/judge-request.ts");
  const { anthropicRequest } = await import("../shell/model/anthropic-request.ts");
  const { judge } = readModelSettings();
  const team = teamLine([], config.glossary);
  return judgeBatches(review.toJudge).map((batch) => anthropicRequest(judgeRequest(batch, team), judge));
}

/** The review with the configured model's judgement; its part and cost go to standard error. Throws UserError without a key. */
export async function judgeLocally(
  { review, request, config }: LocalReview,
  within?: number,
): Promise<Review> {
  const { readModelSettings } = await import("../settings.ts");
  const model = readModelSettings();
  if (model.apiKey === null) {
    throw new UserError(
      "--judge asks a model, and ANTHROPIC_API_KEY is not set. Set it, or leave --judge out: the rules need no key.",
    );
  }
  const { askedReview } = await import("../core/design/asked-review.ts");
  const { judge, judgeDefaults } = await import("../shell/judge/judge.ts");
  const { teamLine } = await import("../core/decision/judge-request.ts");
  const defaultSeconds = judgeDefaults.deadline / 1000;
  const stop = new AbortController();
  process.once("SIGINT", () => {
    stop.abort();
  });
  const { claims, judgement } = await judge(
    review.toJudge,
    {
      ...judgeDefaults,
      modelName: model.judge,
      scope: "local",
      deadline: (within ?? defaultSeconds) * 1000,
      team: teamLine([], config.glossary),
    },
    {
      model: await limitedModel(model),
      store: createMemoryValues(),
      pause: (ms) => setTimeout(ms, undefined, { signal: stop.signal }),
      onError: (error) => {
        if (error instanceof Error && !stop.signal.aborted) console.error(error.message);
      },
    },
    stop.signal,
  );
  console.error(judgementText(judgement));
  return askedReview({ ...request, claims, judgement });
}
