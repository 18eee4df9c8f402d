import type { ModelRequest, ModelUsage } from "../../core/model-request.ts";

/** US dollars per million tokens. */
export interface Price {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

/** List prices as of 2026-10; where sources disagree the higher one. A model that is not here costs `null`, never 0. */
export const listPrices: Readonly<Record<string, Price>> = {
  "claude-opus-5-5": { input: 4, output: 20, cacheRead: 0.2, cacheWrite: 5 },
  "claude-sonnet-5-5": { input: 2, output: 10, cacheRead: 0.2, cacheWrite: 2.5 },
  // The price above 100,000 prompt tokens, for every prompt: an estimate may be too high, never too low.
  "claude-haiku-5-5": { input: 0.5, output: 2.5, cacheRead: 0.05, cacheWrite: 0.625 },
  "claude-fable-5-1": { input: 10, output: 50, cacheRead: 0.25, cacheWrite: 12.5 },
  "claude-opus-5": { input: 5, output: 25, cacheRead: 0.5, cacheWrite: 6.25 },
  "claude-haiku-4-5": { input: 1, output: 5, cacheRead: 0.1, cacheWrite: 1.25 },
};

export function costUsd(
  usage: Omit<ModelUsage, "costUsd">,
  prices: Readonly<Record<string, Price>>,
): number | null {
  const price = Object.hasOwn(prices, usage.model) ? prices[usage.model] : undefined;
  if (price === undefined) return null;
  const microDollars =
    usage.inputTokens * price.input +
    usage.outputTokens * price.output +
    usage.cacheReadTokens * price.cacheRead +
    usage.cacheWriteTokens * price.cacheWrite;
  return microDollars / 1_000_000;
}

/** Dear on purpose: a model without a known price never costs nothing. */
const unknownPrice: Price = { input: 15, output: 75, cacheRead: 15, cacheWrite: 18.75 };

/** No text has more tokens than one for two characters, but for scripts that few specs are written in. */
const charactersPerToken = 2;

/** US dollars a request can cost at most: everything written to the cache, every output token used. */
export function worstUsd(
  request: ModelRequest,
  model: string,
  prices: Readonly<Record<string, Price>>,
): number {
  const price = (Object.hasOwn(prices, model) ? prices[model] : undefined) ?? unknownPrice;
  const input = JSON.stringify([request.system, request.documents, request.messages, request.tools]).length;
  const dearest = Math.max(price.input, price.cacheWrite);
  return ((input / charactersPerToken) * dearest + request.maxOutputTokens * price.output) / 1_000_000;
}

/** What a reply is counted as: its cost, or as if its model were dear. */
export function countedUsd(usage: ModelUsage): number {
  return usage.costUsd ?? costUsd(usage, { [usage.model]: unknownPrice }) ?? 0;
}
