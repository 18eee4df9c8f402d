import { createHash } from "node:crypto";
import { judgeCacheText, type JudgeItem } from "../../core/decision/judge-item.ts";
import { type Claim, claimSchema, readJudgeReply } from "../../core/decision/judge-reply.ts";
import {
  judgeBatches,
  judgeRequest,
  type JudgeBatch,
  type TeamLine,
} from "../../core/decision/judge-request.ts";
import type { Judgement } from "../../core/decision/review.ts";
import type { ModelReply } from "../../core/model-request.ts";
import { OverBudget } from "../../core/over-budget.ts";
import { UserError } from "../../core/user-error.ts";
import type { KeyValueStore, ModelPort } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";

export interface JudgeSettings {
  /** Part of what claims are kept under. */
  readonly modelName: string;
  /**
   * Names whose text is judged, unique in the store: a pull request. What one author wrote beside an entry may have moved the
   * model; it moves nobody else's verdict.
   */
  readonly scope: string;
  /** Milliseconds for all calls of one review. */
  readonly deadline: number;
  /** Calls per batch, the first included. */
  readonly attempts: number;
  /** What the team taught, for every batch; null when nothing. */
  readonly team?: TeamLine | null;
}

/** How the keys of all kept claims begin. */
export const claimPrefix = "judge/";

export const judgeDefaults = { deadline: 120_000, attempts: 3 } as const;

interface JudgePorts {
  /** Keeps the spending limits: throws OverBudget when a call would pass one. */
  readonly model: ModelPort;
  /** Whether anybody stands for what a call costs; asked before the first one only. Absent: yes. */
  readonly mayAsk?: () => Promise<boolean>;
  readonly store: Pick<KeyValueStore, "get" | "set">;
  /** Waits before another attempt. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Hears why the model could not be reached, for who can do something about it: the comment names no reason. */
  readonly onError: (error: unknown) => void;
}

interface Judged {
  /** What the model said, by entry ID; unchecked. */
  readonly claims: ReadonlyMap<string, Claim>;
  readonly judgement: Judgement;
}

type Why = Exclude<Judgement["why"], null>;

interface State {
  readonly ports: JudgePorts;
  readonly settings: JudgeSettings;
  readonly signal: AbortSignal;
  readonly claims: Map<string, Claim>;
  costUsd: number | null;
  why: Why | null;
}

/** Has a model judge the entries that are not in the cache. Whatever goes wrong, the rules stand and `judgement` says so. */
export async function judge(
  items: readonly JudgeItem[],
  settings: JudgeSettings,
  ports: JudgePorts,
  cancel: AbortSignal,
): Promise<Judged> {
  const signal = AbortSignal.any([cancel, AbortSignal.timeout(settings.deadline)]);
  const state: State = { ports, settings, signal, claims: new Map(), costUsd: 0, why: null };
  for (const [id, kept] of await keptClaims(items, settings, ports.store)) state.claims.set(id, kept);
  const missing = items.filter(({ id }) => !state.claims.has(id));
  const fromCache = state.claims.size;
  const isPaid = missing.length === 0 || ports.mayAsk === undefined || (await ports.mayAsk());
  if (!isPaid) standDown(state, "not-asked");
  for (const batch of isPaid ? judgeBatches(missing) : []) {
    cancel.throwIfAborted();
    if (!(await judgeBatch(batch, state))) break;
  }
  cancel.throwIfAborted();
  const { claims, costUsd } = state;
  const unanswered = items.filter(({ id }) => !claims.has(id)).length;
  const why = unanswered === 0 ? null : (state.why ?? "unreadable");
  const judgement: Judgement = {
    state: why === null ? "judged" : "stood-down",
    why,
    judged: claims.size - fromCache,
    fromCache,
    unanswered,
    costUsd,
  };
  return { claims, judgement };
}

/** What the model said before about items, by entry ID; asks nobody. */
export async function keptClaims(
  items: readonly JudgeItem[],
  settings: Pick<JudgeSettings, "modelName" | "scope">,
  store: Pick<KeyValueStore, "get">,
): Promise<ReadonlyMap<string, Claim>> {
  const claims = new Map<string, Claim>();
  for (const item of items) {
    const kept = claimSchema.safeParse(await store.get(cacheKey(item, settings)));
    if (kept.success) claims.set(item.id, kept.data);
  }
  return claims;
}

/** Judges one batch, in halves when its reply does not fit. False when going on makes no sense. */
async function judgeBatch(batch: JudgeBatch, state: State): Promise<boolean> {
  const reply = await ask(batch, state);
  if (typeof reply === "string") return standDown(state, reply);
  const { costUsd } = reply.usage;
  state.costUsd = costUsd === null || state.costUsd === null ? null : state.costUsd + costUsd;
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

/** The reply, or why there is none to be had: a spending limit, the deadline, no key, or every attempt failed. */
async function ask(batch: JudgeBatch, { ports, settings, signal }: State): Promise<ModelReply | Why> {
  for (let attempt = 1; attempt <= settings.attempts; attempt++) {
    try {
      return await ports.model.complete(judgeRequest(batch, settings.team ?? null), {
        signal,
        slot: "judge",
      });
    } catch (error) {
      if (error instanceof OverBudget) return "over-budget";
      // The adapter has tried a busy model again itself.
      const isFinal = error instanceof UserError || error instanceof RetryLater;
      if (signal.aborted || isFinal || attempt === settings.attempts) {
        ports.onError(error);
        return "unreachable";
      }
      await ports.pause(500 * 2 ** attempt);
    }
  }
  return "unreachable";
}

function cacheKey(item: JudgeItem, { modelName, scope }: Pick<JudgeSettings, "modelName" | "scope">): string {
  const text = judgeCacheText(item, modelName);
  return `${claimPrefix}${scope}/${createHash("sha256").update(text).digest("hex")}`;
}
