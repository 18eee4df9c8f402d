import { OverBudget } from "../../../src/core/over-budget.ts";
import type { ModelRequest } from "../../../src/core/model-request.ts";
import { UserError } from "../../../src/core/user-error.ts";
import { meteredModel } from "../../../src/shell/model/metered-model.ts";
import { listPrices, worstUsd } from "../../../src/shell/model/prices.ts";
import { ScriptedModel } from "../../../src/shell/model/scripted-model.ts";
import { createSpendLedger } from "../../../src/shell/model/spend-ledger.ts";
import type { ModelPort } from "../../../src/shell/ports.ts";
import { memoryValues } from "../../support/memory-values.ts";

const clock = { now: () => new Date("2026-01-31T12:00:00Z") };
const account = { pullRequest: "1/2#3", mostUsd: 5 };
const options = { signal: new AbortController().signal, slot: "write/a/1" };
const request: ModelRequest = {
  purpose: "write",
  system: "rules",
  documents: [],
  messages: [],
  tools: [],
  outputSchema: null,
  maxOutputTokens: 1000,
};

/** Costs one dollar at most and `usd` in fact; or fails. */
function costing(usd: number, error: Error | null = null): ModelPort {
  return {
    worstUsd: () => 1,
    complete: async (...given) => {
      if (error !== null) throw error;
      const reply = await new ScriptedModel([{ text: "" }]).complete(...given);
      return { ...reply, usage: { ...reply.usage, costUsd: usd } };
    },
  };
}

test("calls at the same time never pass a limit together", async () => {
  const ledger = createSpendLedger(memoryValues(), clock, null);
  const model = meteredModel(costing(1), ledger, account);
  const calls = await Promise.allSettled(Array.from({ length: 20 }, () => model.complete(request, options)));
  expect(calls.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  await expect(model.complete(request, options)).rejects.toThrow(OverBudget);
});

test("what a call did cost takes the place of what it could have cost", async () => {
  const values = memoryValues();
  const model = meteredModel(costing(0.1), createSpendLedger(values, clock, 10), account);
  for (let i = 0; i < 40; i += 1) await model.complete(request, options);
  expect(await values.get("spend/month/2026-01")).toBeCloseTo(4);
  await expect(model.complete(request, options).then(() => model.complete(request, options))).rejects.toThrow(
    "of this pull request",
  );
});

test("the month's limit holds over all pull requests, and begins anew", async () => {
  const values = memoryValues();
  const other = { pullRequest: "1/2#4", mostUsd: 5 };
  const january = createSpendLedger(values, clock, 2);
  await meteredModel(costing(1), january, account).complete(request, options);
  await meteredModel(costing(1), january, other).complete(request, options);
  await expect(meteredModel(costing(1), january, other).complete(request, options)).rejects.toMatchObject({
    limit: "month",
  });
  expect(await values.get("spend/pull-request/1/2#4")).toBe(1);
  const february = createSpendLedger(values, { now: () => new Date("2026-02-01T00:00:00Z") }, 2);
  await meteredModel(costing(1), february, other).complete(request, options);
});

test("a call that broke off counts at its worst, one that was turned away not at all", async () => {
  const values = memoryValues();
  const ledger = createSpendLedger(values, clock, null);
  await expect(
    meteredModel(costing(0, new UserError("wrong key")), ledger, account).complete(request, options),
  ).rejects.toThrow("wrong key");
  expect(await values.get("spend/month/2026-01")).toBe(0);
  await expect(
    meteredModel(costing(0, new Error("cut")), ledger, account).complete(request, options),
  ).rejects.toThrow("cut");
  expect(await values.get("spend/month/2026-01")).toBe(1);
});

test("a model without a known price never costs nothing", () => {
  const known = worstUsd(request, "claude-opus-5-5", listPrices);
  expect(known).toBeGreaterThan(0.02);
  expect(worstUsd(request, "something", listPrices)).toBeGreaterThan(known);
});
