import type { Route } from "../http/route.ts";
import type { Webhooks } from "../webhooks.ts";
import { appRoutes } from "./app-routes.ts";
import { checkRoutes } from "./check-routes.ts";
import { contentRoutes } from "./content-routes.ts";
import { gitObjectRoutes } from "./git-object-routes.ts";
import { graphqlRoutes } from "./graphql-routes.ts";
import { issueRoutes } from "./issue-routes.ts";
import { pullRoutes } from "./pull-routes.ts";
import { refRoutes } from "./ref-routes.ts";

/** Every route, the exact ones before those whose last parameter takes slashes. */
export function allRoutes(webhooks: Webhooks): readonly Route[] {
  const weight = (route: Route): number => (/\{(?:ref|path)\}$/.test(route.template) ? 1 : 0);
  return [
    ...appRoutes(webhooks),
    ...pullRoutes,
    ...issueRoutes,
    ...checkRoutes,
    ...gitObjectRoutes,
    ...refRoutes,
    ...contentRoutes,
    ...graphqlRoutes,
  ].sort((a, b) => weight(a) - weight(b));
}
