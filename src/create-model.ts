import type { Settings } from "./settings.ts";
import type { ProcessPorts } from "./shell/job/job-ports.ts";
import type { Logger } from "./shell/log.ts";
import { createAnthropicModel } from "./shell/model/anthropic-model.ts";
import { measuredModel } from "./shell/model/measured-model.ts";
import { meteredModel } from "./shell/model/metered-model.ts";
import type { Clock, ModelPort, SpendLedger } from "./shell/ports.ts";
import type { Metrics } from "./shell/web/metrics.ts";

const anthropicUrl = "https://api.anthropic.com";

/** Null: no model is configured. */
export function createModel({ model }: Pick<Settings, "model">, clock: Clock): ModelPort | null {
  if (model.apiKey === null) return null;
  return createAnthropicModel({
    apiKey: model.apiKey,
    baseUrl: model.baseUrl ?? anthropicUrl,
    models: { judge: model.judge, write: model.writer, design: model.writer },
    clock,
  });
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
