import { readdirSync, readFileSync } from "node:fs";
import { Octokit } from "@octokit/rest";
import { parse } from "yaml";
import { allRoutes } from "../../src/sandbox/routes/all-routes.ts";
import type { Webhooks } from "../../src/sandbox/webhooks.ts";
import type { JobRecord } from "../../src/shell/ports.ts";
import { acme, type Acme } from "../support/acme.ts";
import { leastPermissions, routePermissions } from "../support/github-permissions.ts";
import { type MessagesApi, startMessagesApi } from "../support/messages-api.ts";
import { testModelKey } from "../support/test-settings.ts";
import { asWritten } from "../support/watched-sources.ts";
import { StoryClock, storyFiles, storyModel, tellStory } from "../support/whole-story.ts";

interface Manifest {
  readonly default_events: readonly string[];
  readonly default_permissions: Readonly<Record<string, string>>;
}

const manifest = parse(readFileSync(new URL("../../app.yml", import.meta.url), "utf8")) as Manifest;
let world: Acme;
let api: MessagesApi;
let logged = "";
let metrics = "";
let jobs: readonly JobRecord[] = [];

beforeAll(async () => {
  api = await startMessagesApi(storyModel());
  const variables = { ANTHROPIC_API_KEY: testModelKey, ANTHROPIC_BASE_URL: api.url, LOG_LEVEL: "trace" };
  const clock = new StoryClock();
  const replace = {
    clock,
    recovery: { everyMs: 600_000, reconcileEvery: 1 },
    writeLog: (line: string) => {
      logged += line;
    },
  };
  world = await acme(storyFiles, replace, manifest.default_permissions, variables);
  await tellStory(world, clock);
  const { queue, metrics: measured } = world.server.tools;
  metrics = (await measured.render(await queue.counts())).text;
  jobs = await world.server.tools.queue.jobs({ limit: 1000 });
  await world.close();
}, 240_000);
afterAll(() => api.close());

test("app.yml asks for exactly what the requests of the App's work need, and never for workflows", () => {
  const ours = world.sandbox.requests.filter(({ actor }) => actor.startsWith("installation"));
  const routes = [...new Set(ours.flatMap(({ route }) => route ?? []))].sort();
  process.stdout.write(`${routes.join("\n")}\n`);
  expect(ours.filter(({ status }) => status === 403)).toEqual([]);
  expect(leastPermissions(routes, manifest.default_events)).toEqual(manifest.default_permissions);
  expect(manifest.default_permissions).not.toHaveProperty("workflows");
  // Nothing the code can send is missing from the story.
  const rarely = new Set([...sometimesAsked, ...askedIfTurnedOn, ...askedInWorkflows]);
  const unasked = routesOfTheCode().filter((route) => !routes.includes(route) && !rarely.has(route));
  expect(unasked).toEqual([]);
});

test("every line of a delivery and of its jobs holds the delivery's id", () => {
  const lines = logged
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  const outside = new Set(["serving", "stopped"]);
  const without = lines.filter(({ deliveryId, msg }) => !deliveryId && !outside.has(String(msg)));
  expect(without).toEqual([]);
  const messages = new Set(lines.map(({ msg }) => msg));
  for (const one of ["delivery", "job started", "job done", "GitHub answered", "model answered"])
    expect([one, messages.has(one)]).toEqual([one, true]);
  const ids = new Set(world.sandbox.webhooks.deliveries.map(({ guid }) => guid));
  const started = lines.filter(({ msg, kind }) => msg === "job started" && kind !== "recover");
  expect(started.length).toBeGreaterThan(10);
  expect(started.filter(({ deliveryId }) => !ids.has(String(deliveryId)))).toEqual([]);
});

test("S10, S27: no secret is in the log, in what was posted, in errors, in the metrics or in what the model was sent", () => {
  const { PRIVATE_KEY: key = "", WEBHOOK_SECRET: secret = "" } = world.sandbox.settings;
  const secrets = [testModelKey, secret, key.split("\n")[3] ?? ""].flatMap(asWritten);
  const sent = JSON.stringify(api.sent.map(({ body }) => body));
  for (const [place, text] of Object.entries({ logged, metrics, sent, jobs: JSON.stringify(jobs) })) {
    expect(text.length).toBeGreaterThan(100);
    expect([place, secrets.filter((one) => text.includes(one))]).toEqual([place, []]);
    expect([place, text.includes("PRIVATE KEY")]).toEqual([place, false]);
  }
});

/**
 * A branch is looked up only where no job before knew its commit: the order of jobs decides. Files are queried only where
 * they are many. Both need what reading files needs.
 */
const sometimesAsked = new Set(["GET /repos/{owner}/{repo}/commits/{ref}", "POST /graphql"]);

/** Asked only where the operator turned it on (`TWOPATH_READ_CI_LOGS`) and gave the App what it needs for it. */
const askedIfTurnedOn = new Set([
  "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs",
  "GET /repos/{owner}/{repo}/commits/{ref}/status",
]);

/** Asked by the Action only, which keeps no events. */
const askedInWorkflows = new Set(["GET /repos/{owner}/{repo}/activity"]);

/** Requests the App makes as itself, not as an installation. */
const asApp = / \/apps?\b|\/installation$/;

/** The route of each call of Octokit in the adapter, but for those that the App makes as itself. */
function routesOfTheCode(): readonly string[] {
  const folder = new URL("../../src/shell/github/", import.meta.url);
  const source = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n");
  expect(source).not.toMatch(/octokit\.request\(/);
  expect(source.match(/octokit\.graphql\(/g)).toHaveLength(1);
  expect(source).not.toMatch(/\bmutation\b/);
  const { rest } = new Octokit();
  const calls = [...source.matchAll(/\.rest\.([a-zA-Z]+)\.([a-zA-Z]+)\b/g)];
  const found = calls.map(([call, group = "", name = ""]) => {
    const methods = rest as unknown as Record<string, Record<string, Endpoint | undefined> | undefined>;
    const method = methods[group]?.[name];
    if (method === undefined) throw new Error(`${call}: no such call`);
    const { method: verb, url } = method.endpoint.DEFAULTS;
    return `${verb} ${url}`;
  });
  return [...new Set([...found, "POST /graphql"])].filter((route) => !asApp.test(route)).sort();
}

interface Endpoint {
  readonly endpoint: { readonly DEFAULTS: { readonly method: string; readonly url: string } };
}

test("the sandbox refuses by the same table", () => {
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
