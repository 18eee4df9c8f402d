import type { ModelUsage } from "../../core/model-request.ts";
import type { ModelPort } from "../ports.ts";

/** Tells what each call to the provider used; replies from a recording cost nothing. */
export function measuredModel(model: ModelPort, onUsage: (usage: ModelUsage) => void): ModelPort {
  return {
    worstUsd: (request) => model.worstUsd(request),
    complete: async (request, options) => {
      const reply = await model.complete(request, options);
      if (reply.origin === "live") onUsage(reply.usage);
      return reply;
    },
  };
}
