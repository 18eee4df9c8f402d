import Anthropic from "@anthropic-ai/sdk";
import type { ModelReply, ModelRequest, StopReason } from "../../core/model-request.ts";
import { UserError } from "../../core/user-error.ts";
import type { Clock, ModelPort } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import { anthropicRequest } from "./anthropic-request.ts";
import { idleWatchdog, retryAfterCap } from "./idle-watchdog.ts";
import { costUsd, listPrices, type Price, worstUsd } from "./prices.ts";

interface AnthropicModelOptions {
  readonly apiKey: string;
  /** Given always: the SDK would otherwise read it from the environment. */
  readonly baseUrl: string;
  readonly models: Readonly<Record<ModelRequest["purpose"], string>>;
  readonly clock: Clock;
  readonly prices?: Readonly<Record<string, Price>>;
  /** Milliseconds without a byte after which a stream is broken off. */
  readonly idleMs?: number;
  /** Of the SDK, before a stream starts. */
  readonly retries?: number;
}

const longestWait = 60;
const streamTries = 3;

/** The one model port that talks to the Anthropic API, or to a compatible endpoint. */
export function createAnthropicModel(options: AnthropicModelOptions): ModelPort {
  const client = new Anthropic({
    apiKey: options.apiKey,
    authToken: null,
    baseURL: options.baseUrl,
    maxRetries: options.retries ?? 2,
    timeout: 10 * 60_000,
    middleware: [retryAfterCap(longestWait), idleWatchdog(options.idleMs ?? 90_000)],
  });
  const prices = options.prices ?? listPrices;
  return {
    async complete(request, { signal }) {
      const model = options.models[request.purpose];
      const message = await streamed(client, anthropicRequest(request, model), signal, options.clock);
      return replyOf(message, model, prices);
    },
    worstUsd: (request) => worstUsd(request, options.models[request.purpose], prices),
  };
}

/** A stream that breaks in the middle is asked again whole: nothing of it was used. */
async function streamed(
  client: Anthropic,
  params: Anthropic.MessageStreamParams,
  signal: AbortSignal,
  clock: Clock,
): Promise<Anthropic.Message> {
  for (let tried = 1; ; tried++) {
    try {
      signal.throwIfAborted();
      const message: unknown = await client.messages.stream(params, { signal }).finalMessage();
      if (!isMessage(message))
        throw new UserError("The model endpoint answered with something that is no message.");
      return message;
    } catch (error) {
      signal.throwIfAborted();
      if (tried < streamTries && brokeMidStream(error)) continue;
      throw translated(error, clock);
    }
  }
}

function isMessage(value: unknown): value is Anthropic.Message {
  return typeof value === "object" && value !== null && "type" in value && value.type === "message";
}

function brokeMidStream(error: unknown): boolean {
  if (error instanceof Anthropic.APIConnectionError) return true;
  if (error instanceof Anthropic.APIError) {
    return (
      error.status === undefined &&
      ["overloaded_error", "api_error", "timeout_error"].includes(String(error.type))
    );
  }
  // A cut connection: the SDK says so with an error of its own that has no status.
  return error instanceof Anthropic.AnthropicError;
}

/** What a person can act on becomes a UserError; what passes by itself, RetryLater. The key is never in a message. */
function translated(error: unknown, clock: Clock): unknown {
  if (!(error instanceof Anthropic.APIError)) return error;
  const status = Number(error.status ?? 0);
  if (status === 429 && /spend/.test(error.errorCode ?? "")) {
    return new UserError(
      "The model provider's spending limit is reached: raise it in the provider's console.",
      { cause: error },
    );
  }
  if (status === 429 || status >= 500 || status === 0) {
    const headers = error.headers as Headers | undefined;
    const asked = Number(headers?.get("retry-after") ?? Number.NaN);
    const seconds = Number.isFinite(asked) ? Math.min(Math.max(asked, 1), 3600) : longestWait;
    return new RetryLater("the model is busy", new Date(clock.now().getTime() + seconds * 1000), {
      cause: error,
    });
  }
  const words: Readonly<Record<number, string>> = {
    400: "The model refused the request as malformed or too long: ask for fewer entries at a time.",
    401: "The model refused the key: the operator has to set a valid ANTHROPIC_API_KEY.",
    402: "The model account has a billing problem: the operator has to settle it with the provider.",
    403: "The model key may not use this model: the operator has to choose another model or key.",
    404: "The model is not known to the provider: the operator has to choose another model.",
    413: "The request is too large for the model: ask for fewer entries at a time.",
  };
  return new UserError(words[status] ?? `The model answered with status ${status}.`, { cause: error });
}

const stops: Readonly<Record<string, StopReason>> = {
  end_turn: "end",
  stop_sequence: "end",
  tool_use: "tool-use",
  max_tokens: "truncated",
  refusal: "refused",
  model_context_window_exceeded: "context-full",
  pause_turn: "paused",
};

function replyOf(
  message: Anthropic.Message,
  model: string,
  prices: Readonly<Record<string, Price>>,
): ModelReply {
  const usage = {
    model,
    inputTokens: message.usage.input_tokens,
    cacheReadTokens: message.usage.cache_read_input_tokens ?? 0,
    cacheWriteTokens: message.usage.cache_creation_input_tokens ?? 0,
    outputTokens: message.usage.output_tokens,
  };
  return {
    stop: stops[message.stop_reason ?? ""] ?? "unknown",
    text: message.content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join(""),
    toolUses: message.content.flatMap((block) =>
      block.type === "tool_use" ? [{ id: block.id, name: block.name, input: block.input }] : [],
    ),
    raw: message.content,
    usage: { ...usage, costUsd: costUsd(usage, prices) },
    detail: message.stop_details?.category ?? null,
    origin: "live",
  };
}
