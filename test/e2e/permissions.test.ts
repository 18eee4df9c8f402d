import { readdirSync, readFileSync } from "node:fs";
import { Octokit } from "@octokit/rest";
import { parse } from "yaml";
import { allRoutes } from "../../src/sandbox/routes/all-routes.ts";
import type { Webhooks } from "../../src/sandbox/webhooks.ts";
import { acme, type Acme } from "../support/acme.ts";
import { leastPermissions, routePermissions } from "../support/github-permissions.ts";
import { type MessagesApi, startMessagesApi } from "../support/messages-api.ts";
import { StoryClock, storyFiles, storyModel, tellStory } from "../support/whole-story.ts";

interface Manifest {
  readonly default_events: readonly string[];
  readonly default_permissions: Readonly<Record<string, string>>;
}

const manifest = parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8")) as Manifest;
let world: Acme;
let api: MessagesApi | null = null;
afterEach(async () => {
  await world.close();
  await api?.close();
});

test("app.yml asks for exactly what the requests of the App's work need, and never for workflows", async () => {
  api = await startMessagesApi(storyModel());
  const variables = { ANTHROPIC_API_KEY: "sk-ant-a-key-of-the-test", ANTHROPIC_BASE_URL: api.url };
  const recovery = { everyMs: 600_000, reconcileEvery: 1 };
  const clock = new StoryClock();
  world = await acme(storyFiles, { clock, recovery }, manifest.default_permissions, variables);
  await tellStory(world, clock);
  const { sandbox } = world;
  const ours = sandbox.requests.filter(({ actor }) => actor.startsWith("installation"));
  const routes = [...new Set(ours.flatMap(({ route }) => route ?? []))].sort();
  process.stdout.write(`${routes.join("\n")}\n`);
  expect(ours.filter(({ status }) => status === 403)).toEqual([]);
  expect(leastPermissions(routes, manifest.default_events)).toEqual(manifest.default_permissions);
  expect(manifest.default_permissions).not.toHaveProperty("workflows");
  // Nothing the code can send is missing from the story.
  expect(routesOfTheCode().filter((route) => !routes.includes(route))).toEqual([]);
}, 120_000);

/** Requests the App makes as itself, not as an installation. */
const asApp = / \/apps?\b|\/installation$/;

/** The route of each call of Octokit in the adapter, but for those that the App makes as itself. */
function routesOfTheCode(): readonly string[] {
  const folder = new URL("../../src/shell/github/", import.meta.url);
  const source = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n");
  expect(source).not.toMatch(/octokit\.(?:request|graphql)\(/);
  const { rest } = new Octokit();
  const calls = [...source.matchAll(/\.rest\.([a-zA-Z]+)\.([a-zA-Z]+)\b/g)];
  const found = calls.map(([call, group = "", name = ""]) => {
    const methods = rest as unknown as Record<string, Record<string, Endpoint | undefined> | undefined>;
    const method = methods[group]?.[name];
    if (method === undefined) throw new Error(`${call}: no such call`);
    const { method: verb, url } = method.endpoint.DEFAULTS;
    return `${verb} ${url}`;
  });
  return [...new Set(found)].filter((route) => !asApp.test(route)).sort();
}

interface Endpoint {
  readonly endpoint: { readonly DEFAULTS: { readonly method: string; readonly url: string } };
}

test("the sandbox refuses by the same table", async () => {
  world = await acme();
  const routes = allRoutes(null as unknown as Webhooks);
  for (const [route, needs] of Object.entries(routePermissions)) {
    const found = routes.find(({ method, template }) => `${method} ${template}` === route);
    // Any token of an installation reads what it is installed on.
    if (found === undefined || found.needs === "installation") continue;
    expect([route, sorted(found.needs)]).toEqual([route, sorted(needs)]);
  }
});

function sorted(needs: string | readonly string[]): readonly string[] {
  return typeof needs === "string" ? [needs] : [...needs].sort();
}
