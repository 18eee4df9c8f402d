import { mkdtempSync, rmSync } from "node:fs";
import { Agent, createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodeMiddleware, Probot } from "probot";
import { startServer } from "../dist/compose.js";
import { readSettings } from "../dist/settings.js";
import { createReviewThreads } from "../dist/shell/spec-worker/review-threads.js";
import { appSettings, signatureOf } from "./support/app-settings.mjs";

const requests = 3000;
const connections = 20;
const rounds = 3;

/** A specification made to be slow: many changed entries that cite one another, without end. */
const hostile = Array.from(
  { length: 12_000 },
  (_, i) => `- \`(AB${i})\` The client must wait ${i} times as \`AB0\` does.`,
).join("\n");

/**
 * Bare Probot that does nothing against twopath with durable enqueue, in turns in one run; acknowledgement times. All the
 * while 20 generations run, which wait for the model, and a hostile specification is reviewed over and over.
 */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "twopath-bench-"));
  const settings = readSettings(appSettings(folder));
  const bare = await startBare(settings);
  const threads = createReviewThreads();
  let reviewed = 0;
  const server = await startServer(settings, {
    queue: { concurrency: 21 },
    createWork: () => async (job, context) => {
      if (job.kind !== "review") return await untilAborted(context.signal);
      await reviewHostile(threads);
      reviewed += 1;
    },
  });
  for (let i = 0; i < 20; i++)
    await post(server.url, new Agent(), `long-${i}`, { event: "issue_comment", payload: generation(i) });
  await load(server.url, 200, "warm");
  await load(bare.url, 200, "warm");
  const ratios = [];
  let slowest = 0;
  for (let round = 0; round < rounds; round++) {
    const probot = await load(bare.url, requests, `b${round}`);
    const ours = await load(server.url, requests, `t${round}`);
    ratios.push(ours.perSecond / probot.perSecond);
    slowest = Math.max(slowest, ours.p99);
    print("bare Probot", probot);
    print("twopath", ours);
  }
  ratios.sort((a, b) => a - b);
  console.log(
    `throughput: ${ratios[Math.floor(rounds / 2)].toFixed(2)} x bare Probot (median of ${rounds}; wanted: 0.75)`,
  );
  console.log(`acknowledgement p99: ${slowest.toFixed(1)} ms at worst (wanted: under 50)`);
  console.log(`beside: 20 generations, ${reviewed} reviews of a hostile specification ended`);
  await bare.close();
  threads.close();
  await server.stop(0);
  rmSync(folder, { recursive: true, force: true });
}

function untilAborted(signal) {
  return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
}

/** A refusal, as of one that takes too long, is as good: it must only leave the deliveries alone. */
async function reviewHostile({ review }) {
  const baseFiles = [{ path: "specs/a.md", text: "# Nothing yet\n" }];
  const headFiles = [{ path: "specs/a.md", text: hostile }];
  await review({ base: "a", head: "b", baseFiles, headFiles }).catch(() => undefined);
}

function print(name, { perSecond, p50, p99 }) {
  console.log(
    `${name.padEnd(12)} ${perSecond.toFixed(0).padStart(6)}/s  p50 ${p50.toFixed(1)} ms  p99 ${p99.toFixed(1)} ms`,
  );
}

async function startBare({ app, webhookSecret }) {
  const probot = new Probot({
    appId: 1,
    privateKey: app.privateKey,
    secret: webhookSecret,
    logLevel: "fatal",
  });
  const middleware = await createNodeMiddleware((app) => app.on("pull_request", () => undefined), { probot });
  const server = createServer(middleware);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function load(url, count, prefix) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times = [];
  let next = 0;
  const started = performance.now();
  const one = async () => {
    while (next < count) {
      const i = next++;
      const at = performance.now();
      await post(url, agent, `${prefix}-${i}`, { event: "pull_request", payload: push(i) });
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    perSecond: count / seconds,
    p50: times[Math.floor(count * 0.5)],
    p99: times[Math.floor(count * 0.99)],
  };
}

const sender = { login: "ada", type: "User" };

function about(action, id) {
  const repository = { id, name: "spec", owner: { login: "acme" } };
  return { action, installation: { id: 1 }, repository, sender };
}

function push(i) {
  const head = { sha: "a".repeat(40) };
  const pull_request = { number: 1 + (i % 25), head, body: "x".repeat(8000) };
  return { ...about("synchronize", 1 + (i % 40)), pull_request };
}

function generation(i) {
  const comment = { id: i, body: "/generate all", user: sender };
  return { ...about("created", 1000 + i), issue: { number: 1, pull_request: {} }, comment };
}

function post(url, agent, id, { event, payload }) {
  const body = JSON.stringify(payload);
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    "x-github-event": event,
    "x-github-delivery": id,
    "x-hub-signature-256": signatureOf(body),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}/api/github/webhooks`, { method: "POST", agent, headers }, (response) => {
      response.resume();
      response.on("end", () =>
        response.statusCode < 300 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
