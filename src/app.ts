import type { Probot } from "probot";
import type { Clock } from "./shell/ports.ts";
import { eventHandlers, receive, type IntakeOptions, type Received } from "./shell/webhook/intake.ts";

interface AppOptions extends IntakeOptions {
  readonly clock: Clock;
  readonly onReceived: (event: string, deliveryId: string, received: Received) => void;
}

/** The Probot function: registers the handlers of shell/webhook. */
export function createApp(options: AppOptions): (probot: Probot) => void {
  return (probot) => {
    for (const handler of eventHandlers) {
      const names = handler.actions.map((action) => `${handler.event}.${action}`);
      probot.on(names as Parameters<Probot["on"]>[0], async (context) => {
        const { id, payload } = context;
        const receivedAt = options.clock.now().getTime();
        const received = await receive(handler, { id, payload, receivedAt }, options);
        options.onReceived(handler.event, id, received);
      });
    }
  };
}
