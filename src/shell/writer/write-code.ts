import type { FileChange } from "../../core/generation/file-change.ts";
import { guard } from "../../core/generation/guard/guard.ts";
import type { Refusal } from "../../core/generation/guard/write-policy.ts";
import type { CodeRequest } from "../../core/generation/code-request.ts";
import { requestHash } from "../../core/generation/request-hash.ts";
import { tagOf } from "../../core/generation/target.ts";
import type { ModelMessage, ModelReply, ModelToolResult, ModelUsage } from "../../core/model-request.ts";
import type { ModelPort } from "../ports.ts";
import { Overlay } from "./overlay.ts";
import { type ParseCheck, runTool, type ToolWorld } from "./run-tool.ts";
import type { Workspace } from "./workspace.ts";
import type { StoppedReason, WriteLimits, WriteOutcome, WriteRecord } from "./write-outcome.ts";

export interface WriteCodeInput {
  readonly request: CodeRequest;
  readonly workspace: Workspace;
  readonly model: ModelPort;
  readonly signal: AbortSignal;
  /** JobContext.once: a turn that was paid for is never asked again after a crash. */
  readonly once: <T>(key: string, effect: () => Promise<T>) => Promise<T>;
  readonly limits: WriteLimits;
  readonly parse: ParseCheck;
}

interface Run {
  readonly input: WriteCodeInput;
  readonly world: ToolWorld;
  /** Of the request: a remembered reply counts for no other. */
  readonly hash: string;
  readonly messages: ModelMessage[];
  readonly refusals: Refusal[];
  usage: ModelUsage;
  origin: ModelReply["origin"];
  turns: number;
  calls: number;
  idle: number;
  repairs: number;
}

/**
 * Lets the model edit an in-memory copy of the target until it finishes, asks or is stopped. It has no shell, network or
 * credential; nothing is executed; what comes out has passed the guard. The conversation is append-only and every
 * reply is remembered by `once`, so a resumed run replays what was paid and goes on. Throws what the workspace and
 * the model port throw, except on cancel and deadline.
 */
export async function writeCode(input: WriteCodeInput): Promise<WriteOutcome> {
  const { request, limits } = input;
  const deadline = limits.ms === null ? null : AbortSignal.timeout(limits.ms);
  const signal = deadline === null ? input.signal : AbortSignal.any([input.signal, deadline]);
  const run = await start({ ...input, signal });
  try {
    for (const vector of request.vectors) await run.world.overlay.write(vector.path, vector.content);
    for (;;) {
      const outcome = await turn(run);
      if (outcome !== null) return outcome;
    }
  } catch (error) {
    if (deadline?.aborted === true && !input.signal.aborted)
      return stopped(run, "deadline", "the time for this run is over");
    if (input.signal.aborted) return stopped(run, "cancelled", "the run was cancelled");
    throw error;
  }
}

async function start(input: WriteCodeInput): Promise<Run> {
  const { request } = input;
  const given = [
    ...request.entries.map(({ text }) => text),
    ...request.vectors.map(({ content }) => content),
  ].join("\n");
  const overlay = await Overlay.open(input.workspace);
  return {
    input,
    world: { overlay, policy: request.policy, parse: input.parse, given },
    hash: requestHash(request),
    messages: [...request.model.messages],
    refusals: [],
    usage: {
      model: "",
      inputTokens: 0,
      cacheReadTokens: 0,
      cacheWriteTokens: 0,
      outputTokens: 0,
      costUsd: 0,
    },
    origin: "live",
    turns: 0,
    calls: 0,
    idle: 0,
    repairs: 0,
  };
}

async function turn(run: Run): Promise<WriteOutcome | null> {
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
  if (reply.stop === "end") return finish(run, reply, reply.text);
  const reasons = {
    truncated: "truncated",
    refused: "refused",
    "context-full": "context-full",
    unknown: "unknown-stop",
  } as const;
  return stopped(run, reasons[reply.stop], reply.detail ?? `the model stopped: ${reply.stop}`);
}

async function ask(run: Run): Promise<ModelReply> {
  const { request, workspace, model, once, signal } = run.input;
  signal.throwIfAborted();
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

async function useTools(run: Run, reply: ModelReply): Promise<WriteOutcome | null> {
  run.messages.push({ role: "assistant", raw: reply.raw });
  const results: ModelToolResult[] = [];
  for (const use of reply.toolUses) {
    run.calls += 1;
    if (run.calls > run.input.limits.toolCalls) return stopped(run, "turns", "too many tool calls");
    const result = await runTool(use, run.world);
    if (result.kind === "ask") return question(run, result);
    if (result.kind === "finish") {
      const outcome = tryFinish(run, result.summary);
      if (typeof outcome !== "string") return outcome;
      results.push({ type: "tool-result", toolUseId: use.id, content: outcome, isError: true });
      continue;
    }
    if (result.kind === "answer" && result.wrote) run.idle = 0;
    if (result.kind === "error" && result.refusal !== null) run.refusals.push(result.refusal);
    results.push({
      type: "tool-result",
      toolUseId: use.id,
      content: result.content,
      isError: result.kind === "error",
    });
  }
  run.messages.push({ role: "user", content: results });
  return null;
}

/** The model ended without `finish`: the same checks, the same chances. */
function finish(run: Run, reply: ModelReply, summary: string): WriteOutcome | null {
  const outcome = tryFinish(run, summary);
  if (typeof outcome !== "string") return outcome;
  run.messages.push({ role: "assistant", raw: reply.raw });
  run.messages.push({ role: "user", content: [{ type: "text", text: outcome }] });
  return null;
}

/** The outcome, or what is missing while the model may still repair it. */
function tryFinish(run: Run, summary: string): WriteOutcome | string {
  const { overlay, policy, given } = run.world;
  const files = overlay.changes();
  const refusals = guard(files, policy, { tree: overlay.tree, before: overlay.before, given });
  const missing = unverified(run, files);
  const fixed = new Set(policy.fixed.map(({ path }) => path));
  const wrote = files.some(({ path }) => !fixed.has(path));
  const problems = [
    ...refusals.map(({ message }) => message),
    ...missing,
    ...(wrote ? [] : ["nothing was written"]),
  ];
  if (problems.length > 0 && run.repairs < run.input.limits.repairs) {
    run.repairs += 1;
    return `Not finished:\n${problems.map((problem) => `- ${problem}`).join("\n")}`;
  }
  if (refusals[0] !== undefined) {
    run.refusals.push(...refusals);
    return stopped(run, "guard", refusals[0].message);
  }
  if (!wrote) return stopped(run, "nothing-written", "the model finished without writing anything");
  const rank = (path: string): number => (fixed.has(path) ? 0 : 1);
  const sorted = [...files].sort((a, b) => rank(a.path) - rank(b.path));
  return {
    ...record(run),
    outcome: "files",
    files: sorted,
    summary: summary.slice(0, 4000),
    unverified: missing,
  };
}

/** What can be seen in the written files without running them. */
function unverified(run: Run, files: readonly FileChange[]): readonly string[] {
  const { entries, target, policy, vectors } = run.input.request;
  const isTest = (path: string): boolean =>
    policy.testFolders.some((folder) => path.startsWith(`${folder}/`));
  const fixed = new Set(policy.fixed.map(({ path }) => path));
  const written = files.filter(({ path }) => !fixed.has(path));
  const holds = (test: boolean, text: string): boolean =>
    written.some((file) => isTest(file.path) === test && file.content?.includes(text) === true);
  const out: string[] = [];
  for (const { id } of entries) {
    const tag = tagOf(id, target.tag);
    if (!holds(false, tag)) out.push(`${id} is not tagged (${tag}) in the code`);
    if (!holds(true, tag)) out.push(`${id} is not tagged (${tag}) in a test`);
  }
  for (const { path } of vectors) {
    if (!holds(true, path.split("/").at(-1) ?? path)) out.push(`no test reads ${path}`);
  }
  return out;
}

function question(
  run: Run,
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
    question: asked.question,
  };
}

function stopped(run: Run, reason: StoppedReason, detail: string): WriteOutcome {
  return { ...record(run), outcome: "stopped", reason, detail };
}

function record(run: Run): WriteRecord {
  return { usage: run.usage, turns: run.turns, origin: run.origin, refusals: run.refusals };
}

function sum(a: ModelUsage, b: ModelUsage): ModelUsage {
  return {
    model: b.model,
    inputTokens: a.inputTokens + b.inputTokens,
    cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
    cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: a.costUsd === null || b.costUsd === null ? null : a.costUsd + b.costUsd,
  };
}
