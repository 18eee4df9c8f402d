import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../dist/compose.js";
import { readSettings } from "../dist/settings.js";
import { appSettings, signatureOf } from "./support/app-settings.mjs";

/** Resident memory, and what is in use of it once all garbage is collected, MB. */
function memory() {
  globalThis.gc();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss / 1024 / 1024, used: (heapUsed + external) / 1024 / 1024 };
}

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

/** 10,000 deliveries, four of each, shuffled: what is done, what is twice, what memory does. */
async function flood() {
  const folder = mkdtempSync(join(tmpdir(), "flood-"));
  const settings = readSettings(appSettings(folder));
  const seen = new Map();
  const createWork = () => async (job) => {
    seen.set(job.deliveryId, (seen.get(job.deliveryId) ?? 0) + 1);
  };
  const server = await startServer(settings, { createWork, writeLog: () => undefined });
  const distinct = Array.from({ length: 2500 }, (_, i) => ({ id: `d-${i}`, number: (i % 50) + 1 }));
  const all = shuffled([...distinct, ...distinct, ...distinct, ...distinct]);
  const quarters = [memory()];
  for (let i = 0; i < all.length; i += 50) {
    await Promise.all(all.slice(i, i + 50).map((each) => deliver(server.url, each)));
    if ((i + 50) % 2500 === 0) quarters.push(memory());
  }
  await server.tools.queue.idle();
  const { done, cancelled, failed } = await server.tools.queue.counts();
  const twice = [...seen.values()].filter((times) => times > 1).length;
  console.log(
    `10,000 deliveries of 2,500: ${done} done, ${cancelled} replaced by newer ones, ${failed} failed, ${twice} twice`,
  );
  const row = (name) => quarters.map((each) => each[name].toFixed(1)).join(", ");
  console.log(`in use after a collection, at the start and after each quarter: ${row("used")} MB`);
  console.log(`resident: ${row("resident")} MB`);
  await server.stop(100);
  rmSync(folder, { recursive: true, force: true });
}

/** In a process of its own, whose garbage is collected before its memory is read. */
export function run() {
  if (globalThis.gc !== undefined) return flood();
  const again = `await (await import(${JSON.stringify(import.meta.url)})).run()`;
  const parameters = ["--expose-gc", "--input-type=module", "--eval", again];
  process.exitCode = spawnSync(process.execPath, parameters, { stdio: "inherit" }).status ?? 1;
}
