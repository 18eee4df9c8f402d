import type { Probot } from "probot";
import { eventHandlers, receive, type IntakeOptions, type Received } from "./shell/webhook/intake.ts";

interface AppOptions extends IntakeOptions {
  readonly onReceived: (event: string, deliveryId: string, received: Received) => void;
}

/** The Probot function: registers the handlers of shell/webhook. */
export function createApp(options: AppOptions): (probot: Probot) => void {
  return (probot) => {
    for (const handler of eventHandlers) {
      const names = handler.actions.map((action) => `${handler.event}.${action}`);
      probot.on(names as Parameters<Probot["on"]>[0], async (context) => {
        const received = await receive(handler, { id: context.id, payload: context.payload }, options);
        options.onReceived(handler.event, context.id, received);
      });
    }
  };
}
