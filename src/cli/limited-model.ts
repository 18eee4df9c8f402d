import type { ModelSettings } from "../settings.ts";
import type { KeyValueStore, ModelPort } from "../shell/ports.ts";

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
  const ledger = createSpendLedger(stateOfThisRun(), clock, model.monthlyBudgetUsd);
  return meteredModel(created, ledger, { pullRequest: "local", mostUsd });
}

/** State that ends with the program. */
export function stateOfThisRun(): KeyValueStore {
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
