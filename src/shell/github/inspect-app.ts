import type { Clock } from "../ports.ts";
import type { Diagnosis } from "../diagnosis.ts";
import { type AppCredentials, createInstallationClients } from "./installation-clients.ts";
import { createMemoryValues } from "../memory-values.ts";
import { failure } from "./request-policy.ts";

/** What the App should have; see app.yml. */
export interface WantedApp {
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
}

type Clients = ReturnType<typeof createInstallationClients>;

const unheard = { onToken: () => undefined, onRateLimitLeft: () => undefined };

/** Asks GitHub about the App with its own credentials: number and key, permissions, events, webhook, installations. */
export async function inspectApp(
  credentials: AppCredentials,
  wanted: WantedApp,
  clock: Clock,
): Promise<readonly Diagnosis[]> {
  const clients = createInstallationClients(credentials, { clock, values: createMemoryValues() }, unheard);
  const app = await clients
    .app()
    .rest.apps.getAuthenticated()
    .catch((error: unknown) => ({ data: null, error }));
  if (app.data === null) return [refused("error" in app ? app.error : null, credentials)];
  const { id, slug, permissions, events } = app.data;
  return [
    {
      state: "ok",
      text: `APP_ID and private key: GitHub knows them as ${slug ?? "the App"} (${String(id)}).`,
    },
    ...missingPermissions(permissions as Record<string, string>, wanted.permissions),
    ...missingEvents(events, wanted.events),
    ...(await inspectWebhook(clients)),
    ...(await inspectInstallations(clients)),
  ];
}

function refused(error: unknown, { appId, baseUrl }: AppCredentials): Diagnosis {
  const status = failure(error)?.status;
  const text =
    status === 401 || status === 404
      ? `APP_ID ${String(appId)} and the private key do not belong together: GitHub answered ${String(status)}. Make a new key on the App's settings page.`
      : `GitHub did not answer at ${baseUrl} (${status === undefined ? "no connection" : String(status)}). Check the network, GHE_HOST and proxies.`;
  return { state: "wrong", text };
}

function missingPermissions(
  held: Readonly<Record<string, string>>,
  wanted: Readonly<Record<string, string>>,
): readonly Diagnosis[] {
  const missing = Object.entries(wanted).filter(
    ([name, level]) => held[name] !== level && held[name] !== "write",
  );
  if (missing.length === 0) return [{ state: "ok", text: "Permissions: all that are needed." }];
  const names = missing.map(([name, level]) => `${name}: ${level}`).join(", ");
  return [
    {
      state: "wrong",
      text: `Permissions: ${names} missing. Grant them on the App's settings page; each owner then accepts them.`,
    },
  ];
}

function missingEvents(held: readonly string[], wanted: readonly string[]): readonly Diagnosis[] {
  const missing = wanted.filter((name) => !held.includes(name));
  if (missing.length === 0) return [{ state: "ok", text: "Events: subscribed to all that are needed." }];
  return [
    { state: "wrong", text: `Events: ${missing.join(", ")} missing. Subscribe on the App's settings page.` },
  ];
}

/** Whether GitHub reaches the server can only be told from what it says of its last deliveries. */
async function inspectWebhook(clients: Clients): Promise<readonly Diagnosis[]> {
  const { apps } = clients.app().rest;
  const config = await apps.getWebhookConfigForApp().catch(() => null);
  const address: Diagnosis =
    config === null
      ? { state: "unknown", text: "Webhook address: GitHub does not tell it." }
      : webhookAddress(config.data.url ?? "", config.data.content_type ?? "");
  const { data: recent } = await apps.listWebhookDeliveries({ per_page: 30 });
  const failed = recent.filter(({ status_code: status }) => status < 200 || status >= 300);
  const last = recent[0];
  if (last === undefined) {
    return [
      address,
      { state: "unknown", text: "Deliveries: none yet. Redeliver the ping on the App's settings page." },
    ];
  }
  if (failed.length === 0) {
    return [address, { state: "ok", text: `Deliveries: the last ${String(recent.length)} arrived.` }];
  }
  const isDown = failed.includes(last);
  const text = `Deliveries: ${String(failed.length)} of the last ${String(recent.length)} failed, the latest ${isDown ? `with "${last.status}"` : "arrived"}.`;
  const remedy =
    " 400: the webhook secret differs from WEBHOOK_SECRET. No connection: GitHub cannot reach the address.";
  return [address, isDown ? { state: "wrong", text: text + remedy } : { state: "ok", text }];
}

function webhookAddress(url: string, contentType: string): Diagnosis {
  if (contentType !== "json") {
    return { state: "wrong", text: "Webhook: its content type must be application/json." };
  }
  if (!url.endsWith("/api/github/webhooks")) {
    return { state: "wrong", text: `Webhook: ${url} does not end with /api/github/webhooks.` };
  }
  return { state: "ok", text: `Webhook: ${url}` };
}

async function inspectInstallations(clients: Clients): Promise<readonly Diagnosis[]> {
  const { data } = await clients.app().rest.apps.listInstallations({ per_page: 100 });
  if (data.length === 0)
    return [{ state: "wrong", text: "Installations: none. Install the App on an owner." }];
  const suspended = data.filter((each) => each.suspended_at !== null).length;
  const text = `Installations: ${String(data.length)}${suspended > 0 ? `, ${String(suspended)} suspended` : ""}.`;
  return [{ state: "ok", text }];
}
