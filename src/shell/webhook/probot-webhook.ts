import type { Probot } from "probot";
import type { Logger } from "../log.ts";
import type { WebhookAnswer, WebhookRequest } from "../web/server.ts";

/**
 * Hands a delivery to Probot: signature over the bytes first, then JSON, then the handlers. An error of a handler means
 * that the work could not be stored: GitHub is told so, and the delivery can be sent again.
 */
export function createWebhook(
  probot: Probot,
  log: Logger,
): (request: WebhookRequest) => Promise<WebhookAnswer> {
  return async ({ id, name, signature, payload }) => {
    try {
      await probot.webhooks.verifyAndReceive({ id, name, signature, payload });
      return "accepted";
    } catch (error) {
      const first = firstOf(error);
      const answer = answerFor(first);
      log.warn({ answer, reason: first.message }, "delivery refused");
      return answer;
    }
  };
}

function answerFor(error: Error & { readonly status?: number }): WebhookAnswer {
  if (error.status === 400) return error.message.includes("signature") ? "bad-signature" : "bad-payload";
  return error.name === "ZodError" || error.name === "SyntaxError" ? "bad-payload" : "unavailable";
}

function firstOf(error: unknown): Error & { readonly status?: number } {
  if (error instanceof AggregateError) return firstOf(error.errors[0]);
  return error instanceof Error ? error : new Error(String(error));
}
