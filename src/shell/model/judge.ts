import { createHash } from "node:crypto";
import type { Answer } from "../../core/decision/criterion.ts";
import type { SpecIndex } from "../../core/spec/spec-index.ts";
import { judgeCacheText, type JudgeItem } from "../../core/decision/judge-item.ts";
import { checkClaims, type Claim, claimsSchema, readJudgeReply } from "../../core/decision/judge-reply.ts";
import {
  judgeBatches,
  judgeItems,
  judgeRequest,
  type JudgeBatch,
} from "../../core/decision/judge-request.ts";
import type { Judgement } from "../../core/decision/review.ts";
import type { ModelReply, ModelUsage } from "../../core/model-request.ts";
import type { Change } from "../../core/spec/change.ts";
import { UserError } from "../../core/user-error.ts";
import type { Clock, KeyValueStore, ModelPort } from "../ports.ts";

export interface JudgeSettings {
  readonly modelName: string;
  /** Names the pull request in the store, for its spending limit. */
  readonly pullRequest: string;
  /** US dollars. */
  readonly mostPerPullRequest: number;
  readonly mostPerMonth: number;
  /** Milliseconds for all calls of one review. */
  readonly deadline: number;
  /** Calls per batch, the first included. */
  readonly attempts: number;
}

export interface JudgePorts {
  readonly model: ModelPort;
  readonly store: Pick<KeyValueStore, "get" | "set">;
  readonly clock: Clock;
  /** Waits before another attempt. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

export interface Judged {
  readonly judged: ReadonlyMap<string, readonly Answer[]>;
  readonly judgement: Judgement;
}

type Why = Exclude<Judgement["why"], null>;

interface State {
  readonly ports: JudgePorts;
  readonly settings: JudgeSettings;
  readonly signal: AbortSignal;
  readonly claims: Map<string, readonly Claim[]>;
  costUsd: number | null;
  lastCost: number;
  why: Why | null;
}

/** Has a model judge the changes that are not in the cache. Whatever goes wrong, the rules stand and `judgement` says so. */
export async function judge(
  changes: readonly Change[],
  context: SpecIndex,
  settings: JudgeSettings,
  ports: JudgePorts,
  cancel: AbortSignal,
): Promise<Judged> {
  const signal = AbortSignal.any([cancel, AbortSignal.timeout(settings.deadline)]);
  const state: State = { ports, settings, signal, claims: new Map(), costUsd: 0, lastCost: 0, why: null };
  const items = judgeItems(changes, context);
  const missing: JudgeItem[] = [];
  for (const item of items) {
    const cached = claimsSchema.safeParse(await ports.store.get(cacheKey(item, settings)));
    if (cached.success) state.claims.set(item.id, cached.data);
    else missing.push(item);
  }
  const fromCache = state.claims.size;
  for (const batch of judgeBatches(missing)) {
    cancel.throwIfAborted();
    if (!(await judgeBatch(batch, state))) break;
  }
  cancel.throwIfAborted();
  const answered = state.claims.size;
  const judged = new Map<string, readonly Answer[]>();
  for (const change of changes) {
    const claims = state.claims.get(change.id);
    if (claims !== undefined) judged.set(change.id, checkClaims(claims, change, context));
  }
  const unanswered = items.length - answered;
  const judgement: Judgement = {
    state: unanswered === 0 ? "judged" : "stood-down",
    why: unanswered === 0 ? null : (state.why ?? "unreadable"),
    judged: answered - fromCache,
    fromCache,
    unanswered,
    costUsd: state.costUsd,
  };
  return { judged, judgement };
}

/** Judges one batch, in halves when its reply does not fit. False when going on makes no sense. */
async function judgeBatch(batch: JudgeBatch, state: State): Promise<boolean> {
  if (await isOverBudget(state)) return standDown(state, "over-budget");
  const reply = await ask(batch, state);
  if (reply === null) return standDown(state, "unreachable");
  await book(reply.usage, state);
  if (reply.stop === "truncated" && batch.length > 1) {
    const half = Math.ceil(batch.length / 2);
    return (await judgeBatch(batch.slice(0, half), state)) && judgeBatch(batch.slice(half), state);
  }
  if (reply.stop !== "end") {
    standDown(state, reply.stop === "refused" ? "refused" : "truncated");
    return true;
  }
  const claims = readJudgeReply(reply.text, batch);
  if (claims === null) standDown(state, "unreadable");
  for (const item of batch) {
    const own = claims?.get(item.id);
    if (own === undefined) continue;
    state.claims.set(item.id, own);
    await state.ports.store.set(cacheKey(item, state.settings), own);
  }
  return true;
}

function standDown(state: State, why: Why): false {
  state.why ??= why;
  return false;
}

/** The reply, or null when there is none to be had: deadline, no key, or every attempt failed. */
async function ask(batch: JudgeBatch, { ports, settings, signal }: State): Promise<ModelReply | null> {
  for (let attempt = 1; attempt <= settings.attempts; attempt++) {
    try {
      return await ports.model.complete(judgeRequest(batch), { signal, slot: "judge" });
    } catch (error) {
      if (signal.aborted || error instanceof UserError || attempt === settings.attempts) return null;
      await ports.pause(500 * 2 ** attempt);
    }
  }
  return null;
}

function cacheKey(item: JudgeItem, { modelName }: JudgeSettings): string {
  return `judge:${createHash("sha256").update(judgeCacheText(item, modelName)).digest("hex")}`;
}

function spendKeys({ ports, settings }: State): readonly (readonly [string, number])[] {
  const month = ports.clock.now().toISOString().slice(0, 7);
  return [
    [`spend:pull-request:${settings.pullRequest}`, settings.mostPerPullRequest],
    [`spend:month:${month}`, settings.mostPerMonth],
  ];
}

async function spent(key: string, { ports }: State): Promise<number> {
  const value = await ports.store.get(key);
  return typeof value === "number" ? value : 0;
}

/** Whether a call as dear as the last one would pass a limit. */
async function isOverBudget(state: State): Promise<boolean> {
  for (const [key, most] of spendKeys(state)) {
    const before = await spent(key, state);
    if (before >= most || before + state.lastCost > most) return true;
  }
  return false;
}

/** Dear on purpose, in US dollars a million tokens: a model without a known price never costs nothing. */
const unknownPrice = { input: 15, output: 75 };

async function book(usage: ModelUsage, state: State): Promise<void> {
  const input = usage.inputTokens + usage.cacheReadTokens + usage.cacheWriteTokens;
  const assumed = (input * unknownPrice.input + usage.outputTokens * unknownPrice.output) / 1e6;
  state.lastCost = usage.costUsd ?? assumed;
  state.costUsd = usage.costUsd === null || state.costUsd === null ? null : state.costUsd + usage.costUsd;
  for (const [key] of spendKeys(state)) {
    await state.ports.store.set(key, (await spent(key, state)) + state.lastCost);
  }
}
