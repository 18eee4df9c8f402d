import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../dist/compose.js";
import { readSettings } from "../dist/settings.js";
import { appSettings, signatureOf } from "./support/app-settings.mjs";

const mb = () => {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 1024 / 1024;
};

/** A shuffle that is the same in every run. */
function shuffled(items) {
  let state = 42;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return items
    .map((item) => ({ item, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

async function deliver(url, { id, number }) {
  const body = JSON.stringify({
    action: "synchronize",
    installation: { id: 7 },
    repository: { id: 70, name: "spec", owner: { login: "acme", type: "Organization" } },
    sender: { login: "ada", type: "User" },
    pull_request: { number, merged: false, head: { sha: "c".repeat(40) } },
  });
  const answer = await fetch(`${url}/api/github/webhooks`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-github-event": "pull_request",
      "x-github-delivery": id,
      "x-hub-signature-256": signatureOf(body),
    },
  });
  await answer.arrayBuffer();
  if (answer.status !== 202) throw new Error(`delivery ${id} answered ${answer.status}`);
}

/** 10,000 deliveries, four of each, shuffled, in a process of its own: what is done, what is twice, what memory does. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "flood-"));
  const settings = readSettings(appSettings(folder));
  const seen = new Map();
  const createWork = () => async (job) => {
    seen.set(job.deliveryId, (seen.get(job.deliveryId) ?? 0) + 1);
  };
  const server = await startServer(settings, { createWork, writeLog: () => undefined });
  const distinct = Array.from({ length: 2500 }, (_, i) => ({ id: `d-${i}`, number: (i % 50) + 1 }));
  const all = shuffled([...distinct, ...distinct, ...distinct, ...distinct]);
  const memory = [mb()];
  for (let i = 0; i < all.length; i += 50) {
    await Promise.all(all.slice(i, i + 50).map((each) => deliver(server.url, each)));
    if ((i + 50) % 2500 === 0) memory.push(mb());
  }
  await server.tools.queue.idle();
  const { done, cancelled, failed } = await server.tools.queue.counts();
  const twice = [...seen.values()].filter((times) => times > 1).length;
  console.log(
    `10,000 deliveries of 2,500: ${done} done, ${cancelled} replaced by newer ones, ${failed} failed, ${twice} twice`,
  );
  console.log(
    `resident memory at the start and after each quarter: ${memory.map((each) => each.toFixed(0)).join(", ")} MB`,
  );
  await server.stop(100);
  rmSync(folder, { recursive: true, force: true });
}
