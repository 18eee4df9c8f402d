import type { JudgedEntry } from "../../core/code/verification/besides.ts";
import { readVerifyReply } from "../../core/code/verification/verify-reply.ts";
import { type VerifyItem, verifyRequest } from "../../core/code/verification/verify-request.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { OverBudget } from "../../core/over-budget.ts";
import type { ModelPort } from "../ports.ts";

/** Entries that one run asks about. */
const maxEntries = 60;

/**
 * Has a model judge entries against code and tests, one request each and none that knows of another. A spending limit ends
 * it; an answer that cannot be read counts as none. Throws only when it is cancelled.
 */
export async function judgeConformance(
  items: readonly VerifyItem[],
  files: readonly SourceFile[],
  { model, signal }: { readonly model: ModelPort; readonly signal: AbortSignal },
): Promise<readonly JudgedEntry[]> {
  const judged: JudgedEntry[] = [];
  let why: string | null = null;
  for (const item of items) {
    signal.throwIfAborted();
    why ??= judged.length >= maxEntries ? `only ${String(maxEntries)} entries are judged in one run` : null;
    const nothing = { id: item.id, demands: null, costUsd: 0, tokens: 0 };
    if (why !== null) {
      judged.push({ ...nothing, why });
      continue;
    }
    try {
      const { stop, text, usage } = await model.complete(verifyRequest(item), { signal, slot: "judge" });
      const demands = stop === "end" ? readVerifyReply(text, item, files, usage.model) : null;
      const tokens = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens + usage.outputTokens;
      judged.push({
        id: item.id,
        demands,
        why: demands === null ? "its answer could not be read" : null,
        costUsd: usage.costUsd,
        tokens,
      });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof OverBudget) why = "a spending limit is reached";
      judged.push({ ...nothing, why: why ?? "the model could not be reached" });
    }
  }
  return judged;
}
