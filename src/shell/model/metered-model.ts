import { OverBudget } from "../../core/over-budget.ts";
import { UserError } from "../../core/user-error.ts";
import type { ModelPort, SpendAccount, SpendLedger } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import { countedUsd } from "./prices.ts";

/**
 * The model under the limits of an account: no call begins that could pass one. `complete` throws OverBudget then. A call
 * that broke off stays counted at its worst, as its stream may have been billed; one that was turned away costs nothing.
 */
export function meteredModel(model: ModelPort, ledger: SpendLedger, account: SpendAccount): ModelPort {
  return {
    worstUsd: (request) => model.worstUsd(request),
    async complete(request, options) {
      options.signal.throwIfAborted();
      const reserved = await ledger.reserve(account, model.worstUsd(request));
      if (typeof reserved === "string") throw new OverBudget(reserved);
      try {
        const reply = await model.complete(request, options);
        await reserved.settle(countedUsd(reply.usage));
        return reply;
      } catch (error) {
        if (error instanceof UserError || error instanceof RetryLater) await reserved.settle(0);
        throw error;
      }
    },
  };
}
