import type { ModelReply, ModelRequest } from "../core/model-request.ts";

export type * from "./github-port.ts";
export type * from "./job-queue.ts";
export type * from "./job-request.ts";
export type * from "../core/repository-ref.ts";
export type * from "./spec-source.ts";

/** The current time. The only clock in the program. */
export interface Clock {
  now(): Date;
}

export interface ModelPort {
  /** Throws AbortError on cancel, UserError when the key, the budget or the model is at fault. */
  complete(
    request: ModelRequest,
    options: { readonly signal: AbortSignal; readonly slot: string },
  ): Promise<ModelReply>;
  /** US dollars that this request can cost at most, estimated too high rather than too low. */
  worstUsd(request: ModelRequest): number;
}

/** Small durable state beside the jobs, in the same store. Values are JSON. */
export interface KeyValueStore {
  /** Undefined for an unknown key; setting undefined deletes. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /**
   * Sets what `change` makes of the value, which is undefined when there is none, and gives it back. Atomic: no two changes
   * of a key mix, of whatever process. `change` does nothing else; it may be called again.
   */
  update<T>(key: string, change: (value: unknown) => T): Promise<T>;
}

/** A text that is kept where several programs can reach it. */
export interface SharedText {
  /** Where it is, for people. */
  readonly name: string;
  /**
   * Sets what `change` makes of the text, which is null when there is none. Atomic, of whatever program; the same text
   * writes nothing. `change` does nothing else; it may be called again.
   */
  update(change: (text: string | null) => string | null): Promise<void>;
}

/** Whose spending a model call counts as. */
export interface SpendAccount {
  /** Names the pull request, unique in the store. */
  readonly pullRequest: string;
  /** US dollars for this pull request in all. */
  readonly mostUsd: number;
}

/** US dollars spent on models, under a limit per pull request and one per calendar month (UTC). */
export interface SpendLedger {
  /**
   * Sets aside what a call may cost. Atomic: calls at the same time, of whatever process, never pass a limit together.
   * Says which limit it would pass instead. What is never settled, as after a crash, stays counted.
   */
  reserve(account: SpendAccount, usd: number): Promise<Reservation | "pull-request" | "month">;
}

export interface Reservation {
  /** Replaces what was set aside by what the call did cost. */
  settle(usd: number): Promise<void>;
}
