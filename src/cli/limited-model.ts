import type { ModelSettings } from "../settings.ts";
import { createMemoryValues } from "../shell/memory-values.ts";
import type { ModelPort } from "../shell/ports.ts";

/** US dollars that one run may spend. */
const mostUsd = 5;

/** The configured model, under the limits of one run and of the month. */
export async function limitedModel(model: ModelSettings): Promise<ModelPort> {
  const { createModel } = await import("../create-model.ts");
  const { meteredModel } = await import("../shell/model/metered-model.ts");
  const { createSpendLedger } = await import("../shell/model/spend-ledger.ts");
  const clock = { now: () => new Date() };
  const created = createModel({ model }, clock);
  if (created === null) throw new Error("A key is set and there is no model.");
  const ledger = createSpendLedger(createMemoryValues(), clock, model.monthlyBudgetUsd);
  return meteredModel(created, ledger, { pullRequest: "local", mostUsd });
}
