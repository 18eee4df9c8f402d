import type { Probot } from "probot";
import type { Logger } from "../log.ts";
import type { WebhookAnswer, WebhookRequest } from "../web/server.ts";

type Event = Parameters<Probot["receive"]>[0];

/**
 * Hands a delivery, whose signature the server has checked over the bytes as they came, to Probot's handlers. An error of a
 * handler means that the work could not be stored: GitHub is told so, and the delivery can be sent again.
 */
export function createWebhook(
  probot: Probot,
  log: Logger,
): (request: WebhookRequest) => Promise<WebhookAnswer> {
  return async ({ id, name, payload }) => {
    try {
      await probot.receive({ id, name, payload: JSON.parse(payload) as unknown } as Event);
      return "accepted";
    } catch (error) {
      const first = firstOf(error);
      const answer = isOfSender(first) ? "bad-payload" : "unavailable";
      log.warn({ answer, reason: first.message }, "delivery refused");
      return answer;
    }
  };
}

function isOfSender({ name }: Error): boolean {
  return name === "ZodError" || name === "SyntaxError";
}

function firstOf(error: unknown): Error {
  if (error instanceof AggregateError) return firstOf(error.errors[0]);
  return error instanceof Error ? error : new Error(String(error));
}
