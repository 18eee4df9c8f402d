import type { JudgedEntry } from "../../core/code/verification/judge/full-report.ts";
import { readVerifyReply } from "../../core/code/verification/judge/verify-reply.ts";
import type { VerifyItem } from "../../core/code/verification/judge/verify-items.ts";
import { verifyBatches, verifyRequest } from "../../core/code/verification/judge/verify-request.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { ModelReply } from "../../core/model-request.ts";
import { OverBudget } from "../../core/over-budget.ts";
import type { ModelPort } from "../ports.ts";

/** Entries that one run asks about. */
const maxEntries = 60;

interface Judge {
  readonly model: ModelPort;
  readonly signal: AbortSignal;
}

/**
 * Has a model judge entries against code and tests, some in one request and none that knows of another request. A spending
 * limit ends it; an answer that cannot be read counts as none. Throws only when it is cancelled.
 */
export async function judgeConformance(
  items: readonly VerifyItem[],
  files: readonly SourceFile[],
  { model, signal }: Judge,
): Promise<readonly JudgedEntry[]> {
  const judged: JudgedEntry[] = [];
  let why: string | null = null;
  for (const batch of verifyBatches(items.slice(0, maxEntries))) {
    signal.throwIfAborted();
    if (why !== null) {
      judged.push(...unjudged(batch, why));
      continue;
    }
    try {
      judged.push(...(await judgeBatch(batch, files, { model, signal })));
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof OverBudget) why = "a spending limit is reached";
      judged.push(...unjudged(batch, why ?? "the model could not be reached"));
    }
  }
  const many = `only ${String(maxEntries)} entries are judged in one run`;
  return [...judged, ...unjudged(items.slice(maxEntries), many)];
}

async function judgeBatch(
  batch: readonly VerifyItem[],
  files: readonly SourceFile[],
  { model, signal }: Judge,
): Promise<readonly JudgedEntry[]> {
  const { stop, text, usage } = await model.complete(verifyRequest(batch), { signal, slot: "judge" });
  const answers = stop === "end" ? readVerifyReply(text, batch, files, usage.model) : null;
  const tokens = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens + usage.outputTokens;
  return batch.map(({ id }) => {
    const demands = answers?.get(id) ?? null;
    return {
      ...{ id, demands },
      why: demands === null ? noAnswer(stop) : null,
      costUsd: usage.costUsd === null ? null : usage.costUsd / batch.length,
      tokens: Math.round(tokens / batch.length),
    };
  });
}

function noAnswer(stop: ModelReply["stop"]): string {
  return stop === "refused" ? "the model declined" : "its answer could not be read";
}

function unjudged(items: readonly VerifyItem[], why: string): readonly JudgedEntry[] {
  return items.map(({ id }) => ({ id, demands: null, why, costUsd: 0, tokens: 0 }));
}
