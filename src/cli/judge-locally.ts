import { setTimeout } from "node:timers/promises";
import type { Review } from "../core/decision/review.ts";
import { judgementText } from "../core/message/judgement-text.ts";
import { UserError } from "../core/user-error.ts";
import type { ModelSettings } from "../settings.ts";
import type { KeyValueStore, ModelPort } from "../shell/ports.ts";
import type { LocalReview } from "./local-review.ts";

/** US dollars that one run may spend. */
const mostUsd = 5;

/** The exact bodies of the requests that `--judge` would send, in order; nothing is sent. */
export async function judgeRequestBodies({ review }: LocalReview): Promise<readonly object[]> {
  const { readModelSettings } = await import("../settings.ts");
  const { judgeBatches, judgeRequest } = await import("../core/decision/judge-request.ts");
  const { anthropicRequest } = await import("../shell/model/anthropic-request.ts");
  const { judge } = readModelSettings();
  return judgeBatches(review.toJudge).map((batch) => anthropicRequest(judgeRequest(batch), judge));
}

/** The review with the configured model's judgement; what it did and cost goes to standard error. Throws UserError without a key. */
export async function judgeLocally({ review, request }: LocalReview): Promise<Review> {
  const { readModelSettings } = await import("../settings.ts");
  const model = readModelSettings();
  if (model.apiKey === null) {
    throw new UserError(
      "--judge asks a model, and ANTHROPIC_API_KEY is not set. Set it, or leave --judge out: the rules need no key.",
    );
  }
  const { reviewSpecs } = await import("../core/decision/review-specs.ts");
  const { judge, judgeDefaults } = await import("../shell/judge/judge.ts");
  const stop = new AbortController();
  process.once("SIGINT", () => {
    stop.abort();
  });
  const { claims, judgement } = await judge(
    review.toJudge,
    { ...judgeDefaults, modelName: model.judge },
    {
      model: await limitedModel(model),
      store: forThisRun(),
      pause: (ms) => setTimeout(ms, undefined, { signal: stop.signal }),
      onError: (error) => {
        if (error instanceof Error && !stop.signal.aborted) console.error(error.message);
      },
    },
    stop.signal,
  );
  console.error(judgementText(judgement));
  return reviewSpecs({ ...request, claims, judgement });
}

async function limitedModel(model: ModelSettings): Promise<ModelPort> {
  const { createModel } = await import("../compose.ts");
  const { meteredModel } = await import("../shell/model/metered-model.ts");
  const { createSpendLedger } = await import("../shell/model/spend-ledger.ts");
  const clock = { now: () => new Date() };
  const created = createModel({ model }, clock);
  if (created === null) throw new Error("A key is set and there is no model.");
  const ledger = createSpendLedger(forThisRun(), clock, model.monthlyBudgetUsd);
  return meteredModel(created, ledger, { pullRequest: "local", mostUsd });
}

function forThisRun(): KeyValueStore {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => Promise.resolve(void kept.set(key, value)),
    update: (key, change) => {
      const value = change(kept.get(key));
      kept.set(key, value);
      return Promise.resolve(value);
    },
  };
}
