import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { allRoutes } from "../../src/sandbox/routes/all-routes.ts";
import type { Webhooks } from "../../src/sandbox/webhooks.ts";
import { acme, type Acme, specAfter, specBefore } from "../support/acme.ts";
import { leastPermissions, routePermissions } from "../support/github-permissions.ts";

interface Manifest {
  readonly default_events: readonly string[];
  readonly default_permissions: Readonly<Record<string, string>>;
}

const manifest = parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8")) as Manifest;
let world: Acme;
afterEach(() => world.close());

test("app.yml asks for exactly what the requests of the App's work need, and never for workflows", async () => {
  world = await acme(
    { "spec.md": specBefore, "src/index.ts": "export {};\n" },
    {},
    manifest.default_permissions,
  );
  await work();
  const { sandbox } = world;
  const asInstallation = sandbox.requests.filter(({ actor }) => actor.startsWith("installation"));
  const routes = [...new Set(asInstallation.flatMap(({ route }) => route ?? []))];
  process.stdout.write(`${routes.sort().join("\n")}\n`);
  expect(asInstallation.filter(({ status }) => status === 403)).toEqual([]);
  expect(leastPermissions(routes, manifest.default_events)).toEqual(manifest.default_permissions);
  expect(manifest.default_permissions).not.toHaveProperty("workflows");
});

/** Onboarding, a review and its update, commands, a button, a design, its stale mark, and its end. */
async function work(): Promise<void> {
  const { sandbox } = world;
  const pull = await world.openSpecPullRequest();
  sandbox.comment(pull, "stranger", "/generate");
  sandbox.comment(pull, "maintainer", "/path CN2 design\n/explain CN1a\n/status");
  await world.settled();
  sandbox.comment(pull, "maintainer", "/generate CN2");
  await world.settled();
  await world.change({ "spec.md": specAfter.replace("Several", "Many") });
  await world.settled();
  sandbox.comment(pull, "maintainer", "/generate CN2");
  await world.settled();
  await sandbox.closePullRequest(pull, "author");
  await world.settled();
}

test("the sandbox refuses by the same table", async () => {
  world = await acme();
  const routes = allRoutes(null as unknown as Webhooks);
  for (const [route, needs] of Object.entries(routePermissions)) {
    const found = routes.find(({ method, template }) => `${method} ${template}` === route);
    if (found !== undefined) expect([route, sorted(found.needs)]).toEqual([route, sorted(needs)]);
  }
});

function sorted(needs: string | readonly string[]): readonly string[] {
  return typeof needs === "string" ? [needs] : [...needs].sort();
}
