import { withoutSecrets } from "../../core/code/guard/secrets.ts";
import { codeForModel } from "../../core/model-text.ts";
import type { ModelReply, ModelToolResult } from "../../core/model-request.ts";
import { finishRun } from "./finish-run.ts";
import { lookAgain } from "./look-again.ts";
import { type NothingToDo, runTool } from "./run-tool.ts";
import { forgetStale, noteShown } from "./stale-results.ts";
import type { WriteOutcome } from "./write-outcome.ts";
import { record, startRun, stopped, sum, type WriteCodeInput, type WriterRun } from "./writer-run.ts";

/**
 * Lets the model edit an in-memory copy of the target until it finishes, asks or is stopped. It has no shell, network or
 * credential; nothing is executed; what comes out has passed the guard. The conversation only grows, but for what became stale in it; every
 * reply is remembered by `once`, so a resumed run replays what was paid and goes on. Throws what the workspace and
 * the model port throw, except on cancel and deadline.
 */
export async function writeCode(input: WriteCodeInput): Promise<WriteOutcome> {
  const { request, limits } = input;
  const deadline = limits.ms === null ? null : AbortSignal.timeout(limits.ms);
  const signal = deadline === null ? input.signal : AbortSignal.any([input.signal, deadline]);
  const run = await startRun({ ...input, signal });
  try {
    for (const vector of request.vectors) await run.world.overlay.write(vector.path, vector.content);
    for (;;) {
      const outcome = await turn(run);
      // What was good enough before the repair still is.
      if (outcome?.outcome === "stopped" && run.looked !== null) return run.looked;
      if (outcome !== null) return outcome;
    }
  } catch (error) {
    if (deadline?.aborted === true && !input.signal.aborted)
      return run.looked ?? stopped(run, "deadline", "the time for this run is over");
    if (input.signal.aborted) return stopped(run, "cancelled", "the run was cancelled");
    throw error;
  }
}

async function turn(run: WriterRun): Promise<WriteOutcome | null> {
  const { limits } = run.input;
  if (run.turns >= limits.turns) return stopped(run, "turns", `no end after ${run.turns} turns`);
  if (run.idle >= limits.idleTurns)
    return stopped(run, "no-progress", `nothing written in ${run.idle} turns`);
  if (limits.usd !== null && (run.usage.costUsd === null || run.usage.costUsd >= limits.usd)) {
    return stopped(
      run,
      "budget",
      `the run's limit of $${limits.usd} is reached, or the model has no known price`,
    );
  }
  const reply = await ask(run);
  if (reply.stop === "tool-use") return await useTools(run, reply);
  if (reply.stop === "paused") {
    run.messages.push({ role: "assistant", raw: reply.raw });
    return null;
  }
  if (reply.stop === "end") return await finish(run, reply, reply.text);
  const reasons = {
    truncated: "truncated",
    refused: "refused",
    "context-full": "context-full",
    unknown: "unknown-stop",
  } as const;
  return stopped(run, reasons[reply.stop], reply.detail ?? `the model stopped: ${reply.stop}`);
}

async function ask(run: WriterRun): Promise<ModelReply> {
  const { request, workspace, model, once, signal } = run.input;
  signal.throwIfAborted();
  forgetStale(run);
  const slot = `write/${request.target.name}/${run.turns + 1}`;
  const reply = await once(`${slot}@${workspace.commit}/${run.hash}`, () =>
    model.complete({ ...request.model, messages: [...run.messages] }, { signal, slot }),
  );
  run.turns += 1;
  run.idle += 1;
  run.origin = reply.origin;
  run.usage = sum(run.usage, reply.usage);
  return reply;
}

async function useTools(run: WriterRun, reply: ModelReply): Promise<WriteOutcome | null> {
  run.messages.push({ role: "assistant", raw: reply.raw });
  const results: ModelToolResult[] = [];
  const hasFailed = (): boolean => results.some(({ isError }) => isError);
  for (const use of reply.toolUses) {
    run.calls += 1;
    if (run.calls > run.input.limits.toolCalls) return stopped(run, "turns", "too many tool calls");
    const result = await runTool(use, run.world);
    if (result.kind === "ask") return question(run, result);
    if (result.kind === "finish") {
      const outcome = hasFailed() ? afterFailure : await finished(run, result);
      if (typeof outcome !== "string") return outcome;
      results.push({ type: "tool-result", toolUseId: use.id, content: codeForModel(outcome), isError: true });
      continue;
    }
    if (result.kind === "answer" && result.wrote) run.idle = 0;
    if (result.kind === "error" && result.refusal !== null) run.refusals.push(result.refusal);
    noteShown(run, use, result);
    results.push({
      type: "tool-result",
      toolUseId: use.id,
      content: codeForModel(result.content),
      isError: result.kind === "error",
    });
  }
  run.messages.push({ role: "user", content: results });
  return null;
}

/** What follows a failed call in one reply did not know of it. */
const afterFailure = "Not finished: a call before it in the same reply failed. Mend that, then finish.";

async function finished(
  run: WriterRun,
  { summary, nothingToDo }: { readonly summary: string; readonly nothingToDo?: readonly NothingToDo[] },
): Promise<WriteOutcome | string> {
  const outcome = await finishRun(run, summary, nothingToDo);
  return typeof outcome === "string" ? outcome : await lookAgain(run, outcome);
}

/** The model ended without `finish`: the same checks, the same chances. */
async function finish(run: WriterRun, reply: ModelReply, summary: string): Promise<WriteOutcome | null> {
  const outcome = await finished(run, { summary });
  if (typeof outcome !== "string") return outcome;
  run.messages.push({ role: "assistant", raw: reply.raw });
  run.messages.push({ role: "user", content: [{ type: "text", text: codeForModel(outcome) }] });
  return null;
}

function question(
  run: WriterRun,
  asked: { readonly entry: string; readonly quote: string; readonly question: string },
): WriteOutcome {
  const entry =
    run.input.request.entries.find(({ id }) => id === asked.entry) ?? run.input.request.entries[0];
  const quote =
    entry !== undefined && asked.quote !== "" && entry.text.includes(asked.quote) ? asked.quote : null;
  return {
    ...record(run),
    outcome: "question",
    entry: entry?.id ?? asked.entry,
    quote,
    question: withoutSecrets(asked.question),
  };
}
