import type { Settings } from "./settings.ts";
import type { ProcessPorts } from "./shell/job/job-ports.ts";
import type { Logger } from "./shell/log.ts";
import { measuredModel } from "./shell/model/measured-model.ts";
import { meteredModel } from "./shell/model/metered-model.ts";
import { listPrices, worstUsd } from "./shell/model/prices.ts";
import type { Clock, ModelPort, SpendLedger } from "./shell/ports.ts";
import type { Metrics } from "./shell/web/metrics.ts";

const anthropicUrl = "https://api.anthropic.com";

/** Null: no model is configured. The SDK takes a fifth of a second to load, so it is loaded by the first call. */
export function createModel({ model }: Pick<Settings, "model">, clock: Clock): ModelPort | null {
  const { apiKey, baseUrl } = model;
  if (apiKey === null) return null;
  const models = { judge: model.judge, write: model.writer, design: model.writer };
  let loaded: Promise<ModelPort> | null = null;
  const load = async (): Promise<ModelPort> => {
    const { createAnthropicModel } = await import("./shell/model/anthropic-model.ts");
    return createAnthropicModel({ apiKey, baseUrl: baseUrl ?? anthropicUrl, models, clock });
  };
  return {
    complete: async (request, call) => (await (loaded ??= load())).complete(request, call),
    worstUsd: (request) => worstUsd(request, models[request.purpose], listPrices),
  };
}

/** Each call in the metrics and, at `debug`, in the log. */
export function measured(
  model: ModelPort | null,
  { metrics, log }: { readonly metrics: Metrics; readonly log: Logger },
): ModelPort | null {
  if (model === null) return null;
  return measuredModel(model, (usage) => {
    metrics.modelCall(usage.model, usage);
    log.debug(usage, "model answered");
  });
}

/** The model as jobs get it: every call within the limits of a pull request and of the month. */
export function metered(model: ModelPort | null, ledger: SpendLedger): ProcessPorts["model"] {
  return model === null ? null : (account) => meteredModel(model, ledger, account);
}
