import type { ShownText } from "./model-text.ts";

/**
 * What is asked of a model, as data: printable by `--show-request`, hashable for cassettes and caches. It never holds a
 * credential. Spec and repository text stands only in `documents` and `messages`, never in `system`.
 */
export interface ModelRequest {
  readonly purpose: "judge" | "write" | "design";
  /** Rubric and rules; the same bytes for every request of a purpose, so that it is cached. */
  readonly system: string;
  /** Reference text, stable order, cached after the last one. */
  readonly documents: readonly ModelDocument[];
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ModelTool[];
  /** JSON Schema of the reply, or null for free text and tools. */
  readonly outputSchema: object | null;
  readonly maxOutputTokens: number;
}

export interface ModelDocument {
  /** For people who read the request; it is not sent. */
  readonly title: string;
  readonly text: ShownText;
}

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: object;
}

export type ModelMessage =
  | { readonly role: "user"; readonly content: readonly (ModelText | ModelToolResult)[] }
  /** `raw` is what the model returned, echoed byte for byte. */
  | { readonly role: "assistant"; readonly raw: unknown };

export interface ModelText {
  readonly type: "text";
  readonly text: ShownText;
}

export interface ModelToolResult {
  readonly type: "tool-result";
  readonly toolUseId: string;
  readonly content: ShownText;
  readonly isError: boolean;
}

export interface ModelToolUse {
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
}

export interface ModelUsage {
  readonly model: string;
  readonly inputTokens: number;
  readonly cacheReadTokens: number;
  readonly cacheWriteTokens: number;
  readonly outputTokens: number;
  /** US dollars; null when the model's price is unknown. */
  readonly costUsd: number | null;
}

/** `tool-use` is the only reason whose tools may be run; a cut reply can hold tool calls that look complete. */
export type StopReason = "end" | "tool-use" | "truncated" | "refused" | "context-full" | "paused" | "unknown";

export interface ModelReply {
  readonly stop: StopReason;
  readonly text: string;
  readonly toolUses: readonly ModelToolUse[];
  /** To be echoed as the assistant's message. */
  readonly raw: unknown;
  readonly usage: ModelUsage;
  /** Category of a refusal, or null. */
  readonly detail: string | null;
  /** `scripted` and `recorded` replies are never presented as a live model's. */
  readonly origin: "live" | "recorded" | "scripted";
}
