import { createHmac } from "node:crypto";
import { accountView, organizationView } from "./view/account.ts";
import { repositoryView } from "./view/repository.ts";
import { nodeId } from "./view/account.ts";
import type { WebhookEvent } from "./world/webhook-event.ts";
import type { World } from "./world/world.ts";

/** One webhook as it was, or would have been, sent. */
export interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly redelivery: boolean;
  /** The bytes that are signed and sent. */
  readonly body: string;
  /** ISO 8601. */
  readonly deliveredAt: string;
  /** HTTP status of the App's answer; 0 when there was none, null while under way or held back. */
  status: number | null;
}

/** GitHub gives an App 10 s to answer: https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks */
const answerWithin = 10_000;
const always = new Set(["installation", "installation_repositories", "github_app_authorization"]);

/** Signs and sends events to the App, one after the other, and remembers them. */
export class Webhooks {
  readonly deliveries: Delivery[] = [];
  /** Where the App listens; null: deliveries are recorded as failed, as when a server is down. */
  target: string | null = null;
  /** While true, deliveries are recorded but not sent. */
  held = false;
  private readonly world: World;
  private readonly secret: string;
  private queue: Promise<void> = Promise.resolve();
  private waiting = 0;
  private readonly closing = new AbortController();

  constructor(world: World, secret: string) {
    this.world = world;
    this.secret = secret;
  }

  /** Sends an event to the App if its installation covers the repository and it subscribed to the event. */
  emit(event: WebhookEvent): void {
    const { world } = this;
    const installation =
      event.installation ?? (event.repository ? world.installationOf(event.repository) : undefined);
    if (!installation) return;
    if (installation.suspendedAt && event.name !== "installation") return;
    if (!always.has(event.name) && !world.app.events.includes(event.name)) return;
    const body = JSON.stringify({
      ...(event.action === null ? {} : { action: event.action }),
      ...(event.repository ? { repository: repositoryView(world, event.repository) } : {}),
      ...(event.repository?.owner.type === "Organization"
        ? { organization: organizationView(world, event.repository.owner) }
        : {}),
      ...("installation" in event.payload
        ? {}
        : { installation: { id: installation.id, node_id: nodeId("I", installation.id) } }),
      ...event.payload,
      sender: accountView(world, event.sender),
    });
    const id = world.id();
    const delivery: Delivery = {
      id,
      guid: guidOf(id),
      event: event.name,
      action: event.action,
      installationId: installation.id,
      repositoryId: event.repository?.id ?? null,
      redelivery: false,
      body,
      deliveredAt: world.now(),
      status: null,
    };
    this.deliveries.push(delivery);
    if (!this.held) void this.send(delivery);
  }

  /** Sends a recorded delivery once more, with the same guid, as the button does. */
  async redeliver(id: number): Promise<Delivery> {
    const first = this.deliveries.find((each) => each.id === id);
    if (!first) throw new Error(`There is no delivery ${id}.`);
    const again = {
      ...first,
      id: this.world.id(),
      redelivery: true,
      deliveredAt: this.world.now(),
      status: null,
    };
    this.deliveries.push(again);
    await this.send(again);
    return again;
  }

  /** Sends after what was sent before; resolves when the App answered. */
  async send(delivery: Delivery): Promise<void> {
    this.waiting++;
    this.queue = this.queue.then(async () => {
      delivery.status = await this.post(delivery);
      this.waiting--;
    });
    return this.queue;
  }

  /** Sends a delivery at once, whatever else is under way; answers the App's status. */
  async post(delivery: Delivery): Promise<number> {
    if (!this.target || this.closing.signal.aborted) return 0;
    try {
      const answer = await fetch(this.target, {
        method: "POST",
        headers: this.headers(delivery),
        body: delivery.body,
        signal: AbortSignal.any([AbortSignal.timeout(answerWithin), this.closing.signal]),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }

  headers(delivery: Delivery): Record<string, string> {
    return {
      "content-type": "application/json",
      "user-agent": "GitHub-Hookshot/sandbox",
      "x-github-delivery": delivery.guid,
      "x-github-event": delivery.event,
      "x-github-hook-id": "1",
      "x-github-hook-installation-target-id": String(this.world.app.id),
      "x-github-hook-installation-target-type": "integration",
      "x-hub-signature-256": `sha256=${createHmac("sha256", this.secret).update(delivery.body).digest("hex")}`,
    };
  }

  /** Resolves when everything emitted so far was answered. */
  async settled(): Promise<void> {
    while (this.waiting > 0) await this.queue;
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.settled();
  }
}

function guidOf(id: number): string {
  const hex = id.toString(16).padStart(12, "0");
  return `00000000-0000-4000-8000-${hex}`;
}
