import { z } from "zod";
import { HttpError, notFound } from "../http/http-error.ts";
import { pageAnswer } from "../http/page.ts";
import { bodyOf, type Call, param, repositoryOf, type Route } from "../http/route.ts";
import { mintToken } from "../operation/access-tokens.ts";
import { accessTokenView, appView, installationView } from "../view/app.ts";
import { repositoryView } from "../view/repository.ts";
import type { Installation } from "../world/account.ts";
import type { Webhooks } from "../webhooks.ts";

const tokenBody = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.number()).optional(),
  permissions: z.record(z.string(), z.enum(["read", "write"])).optional(),
});

function installationOf(call: Call): Installation {
  const id = Number(param(call, "installation_id"));
  const found = call.world.installations.find((each) => each.id === id);
  if (!found) throw notFound();
  return found;
}

export function appRoutes(webhooks: Webhooks): readonly Route[] {
  return [
    {
      method: "GET",
      template: "/app",
      needs: "app",
      handle: ({ world }) => ({ status: 200, body: appView(world) }),
    },
    {
      method: "GET",
      template: "/apps/{app_slug}",
      needs: [],
      handle: (call) => {
        if (param(call, "app_slug") !== call.world.app.slug) throw notFound();
        return { status: 200, body: appView(call.world) };
      },
    },
    {
      method: "GET",
      template: "/app/installations",
      needs: "app",
      handle: (call) => {
        const all = call.world.installations.map((each) => installationView(call.world, each));
        return pageAnswer(call, all, "/app/installations");
      },
    },
    {
      method: "GET",
      template: "/app/installations/{installation_id}",
      needs: "app",
      handle: (call) => ({ status: 200, body: installationView(call.world, installationOf(call)) }),
    },
    {
      method: "POST",
      template: "/app/installations/{installation_id}/access_tokens",
      needs: "app",
      handle: (call) => {
        const token = mintToken(call.world, installationOf(call), bodyOf(call, tokenBody));
        return { status: 201, body: accessTokenView(call.world, token) };
      },
    },
    {
      method: "GET",
      template: "/repos/{owner}/{repo}/installation",
      needs: "app",
      handle: (call) => {
        const repository = call.world.findRepository(`${param(call, "owner")}/${param(call, "repo")}`);
        const installation = repository && call.world.installationOf(repository);
        if (!installation) throw notFound();
        return { status: 200, body: installationView(call.world, installation) };
      },
    },
    ...installationRoutes,
    ...deliveryRoutes(webhooks),
  ];
}

const installationRoutes: readonly Route[] = [
  {
    method: "GET",
    template: "/installation/repositories",
    needs: "installation",
    handle: (call) => {
      if (call.actor.kind !== "installation") throw notFound();
      const { token } = call.actor;
      const all = [...(token.repositories ?? token.installation.repositories)].sort((a, b) => a.id - b.id);
      const views = all.map((each) => repositoryView(call.world, each));
      const page = pageAnswer(call, views, "/installation/repositories");
      return {
        ...page,
        body: { total_count: all.length, repository_selection: "selected", repositories: page.body },
      };
    },
  },
  {
    method: "GET",
    template: "/rate_limit",
    needs: [],
    handle: (call) => ({ status: 200, body: rateLimit(call) }),
  },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}",
    needs: ["metadata:read"],
    handle: (call) => ({ status: 200, body: repositoryView(call.world, repositoryOf(call)) }),
  },
];

function rateLimit(call: Call): Record<string, unknown> {
  const reset = Math.ceil(call.world.wallClock() / 3_600_000) * 3600;
  const core = { limit: 5000, remaining: 5000, reset, used: 0 };
  return { resources: { core, search: { ...core, limit: 30, remaining: 30 } }, rate: core };
}

function deliveryRoutes(webhooks: Webhooks): readonly Route[] {
  return [
    {
      method: "GET",
      template: "/app/hook/deliveries",
      needs: "app",
      handle: (call) => {
        const items = webhooks.deliveries
          .filter((each) => each.status !== null)
          .map((each) => ({
            id: each.id,
            guid: each.guid,
            delivered_at: each.deliveredAt,
            redelivery: each.redelivery,
            duration: 0.1,
            status:
              each.status === 0
                ? "failed to connect to host"
                : isGood(each.status)
                  ? "OK"
                  : "Invalid HTTP Response",
            status_code: each.status ?? 0,
            event: each.event,
            action: each.action,
            installation_id: each.installationId,
            repository_id: each.repositoryId,
            throttled_at: null,
          }))
          .reverse();
        return pageByCursor(call, items);
      },
    },
    {
      method: "POST",
      template: "/app/hook/deliveries/{delivery_id}/attempts",
      needs: "app",
      handle: (call) => {
        const id = Number(param(call, "delivery_id"));
        if (!webhooks.deliveries.some((each) => each.id === id)) throw notFound();
        void webhooks.redeliver(id);
        return { status: 202, body: {} };
      },
    },
  ];
}

function isGood(status: number | null): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** Deliveries are paged by a cursor instead of a number. */
function pageByCursor(
  call: Call,
  items: readonly { readonly id: number }[],
): { status: number; body: unknown; headers: Record<string, string> } {
  const size = Math.min(100, Number(call.query.get("per_page") ?? 30));
  if (!Number.isInteger(size) || size < 1)
    throw new HttpError(422, "per_page must be a number from 1 to 100");
  const cursor = call.query.get("cursor");
  const start =
    cursor === null
      ? 0
      : Math.max(
          0,
          items.findIndex((each) => String(each.id) === cursor),
        );
  const next = items[start + size];
  const url = `${call.world.url}/api/v3/app/hook/deliveries`;
  return {
    status: 200,
    body: items.slice(start, start + size),
    headers: next ? { link: `<${url}?per_page=${size}&cursor=${next.id}>; rel="next"` } : {},
  };
}
