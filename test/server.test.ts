import type { Server } from "../src/compose.ts";
import type { JobRequest } from "../src/shell/ports.ts";
import { commentPayload, deliver, pullRequestPayload, sign } from "./support/deliver.ts";
import { testSettings } from "./support/test-settings.ts";
import { startWatchedServer } from "./support/watched-server.ts";

const sha = "b".repeat(40);
let server: Server | null = null;
let jobs: JobRequest[] = [];

async function start(changes: Readonly<Record<string, string>> = {}): Promise<Server> {
  jobs = [];
  server = await startWatchedServer(testSettings(changes), {
    createWork: () => (job) => {
      jobs.push(job);
      return Promise.resolve();
    },
  });
  return server;
}

afterEach(async () => {
  await server?.stop(100);
  server = null;
});

test("a push and a command become one job each; the same delivery twice nothing more", async () => {
  const { url, tools } = await start();
  expect(await deliver(url, "pull_request", "d-1", pullRequestPayload(3, sha))).toBe(202);
  expect(await deliver(url, "pull_request", "d-1", pullRequestPayload(3, sha))).toBe(202);
  expect(await deliver(url, "issue_comment", "d-2", commentPayload(3, "Please\n/generate all"))).toBe(202);
  await tools.queue.idle();
  expect(jobs.map((job) => job.kind).sort()).toEqual(["command", "review"]);
});

const bot = { login: "x[bot]", type: "Bot" };
test.each([
  [
    "a bot's comment",
    commentPayload(3, "/generate", { sender: bot, comment: { id: 1, body: "/generate", user: bot } }),
  ],
  ["talk without a command", commentPayload(3, "looks good\n> said /generate")],
  ["an issue", commentPayload(3, "/generate", { issue: { number: 3 } })],
  ["another's comment", commentPayload(3, "/generate", { sender: { login: "eve", type: "User" } })],
])("S17, S20: %s makes no job", async (_, payload) => {
  const { url, tools } = await start();
  expect(await deliver(url, "issue_comment", "d-3", payload)).toBe(202);
  expect(await tools.queue.counts()).toMatchObject({ waiting: 0, running: 0, done: 0 });
});

test("S42: an owner that is not allowed makes no job", async () => {
  const { url, tools } = await start({ TWOPATH_ALLOWED_OWNERS: "Other, third" });
  expect(await deliver(url, "pull_request", "d-4", pullRequestPayload(3, sha))).toBe(202);
  expect((await tools.queue.counts()).done).toBe(0);
});

test("S1: a missing, wrong, truncated or SHA-1 signature is refused before the body is parsed", async () => {
  const { url, tools } = await start();
  const payload = pullRequestPayload(3, sha);
  const good = sign(JSON.stringify(payload));
  for (const signature of [
    "",
    good.slice(0, -2),
    sign("x"),
    sign(JSON.stringify(payload), "development"),
    "sha1=aa",
  ]) {
    expect(await deliver(url, "pull_request", "d-5", payload, { "x-hub-signature-256": signature })).toBe(
      400,
    );
  }
  expect((await tools.queue.counts()).waiting).toBe(0);
});

test("S44: only the webhook, health, readiness and metrics exist", async () => {
  const { url } = await start();
  const status = async (path: string, method = "GET") => (await fetch(url + path, { method })).status;
  for (const path of [
    "/",
    "/probot",
    "/probot/setup",
    "/ping",
    "/../package.json",
    "/api/github/webhooks",
    "/probot/static/x.css",
  ]) {
    expect([path, await status(path)]).toEqual([path, 404]);
  }
  expect(await status("/healthz", "OPTIONS")).toBe(404);
  for (const path of ["/healthz", "/readyz"]) expect([path, await status(path)]).toEqual([path, 200]);
  expect(await status("/metrics")).toBe(404);
});

test("metrics are for who brings the token, and for nobody where there is none, from this machine or another", async () => {
  const token = "metrics-token-of-the-test";
  const { url } = await start({ TWOPATH_METRICS_TOKEN: token });
  const read = async (authorization: string | null) =>
    fetch(`${url}/metrics`, { headers: authorization === null ? {} : { authorization } });
  for (const wrong of [
    null,
    "",
    "Bearer",
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    token,
    `bearer ${token}`,
  ])
    expect([wrong, (await read(wrong)).status]).toEqual([wrong, 404]);
  const answer = await read(`Bearer ${token}`);
  expect(await answer.text()).toContain('twopath_jobs{state="waiting"} 0');
});
