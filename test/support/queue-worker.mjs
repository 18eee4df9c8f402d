/**
 * A process that enqueues and works until it is killed. Writes `A id` after an acknowledged job and `E id` after a done
 * one to standard output, synchronously, so that a SIGKILL loses no line. Arguments: store, place, prefix, jobs.
 */
import { writeSync } from "node:fs";
import { createPostgresStore } from "../../dist/shell/queue/postgres.js";
import { createSqliteStore } from "../../dist/shell/queue/sqlite.js";
import { queueDefaults } from "../../dist/shell/queue/store.js";

const [type, place, prefix, count] = process.argv.slice(2);
const options = {
  ...queueDefaults,
  clock: { now: () => new Date() },
  leaseMs: 1000,
  pollMs: 50,
  maxAttempts: 1000,
  redact: (text) => text,
  onError: () => undefined,
};
const store = await (type === "postgres" ? createPostgresStore : createSqliteStore)(place, options);
const say = (line) => writeSync(1, `${line}\n`);
store.queue.start(async (job) => {
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 30));
  say(`E ${job.deliveryId}`);
});
say("ready");
for (let i = 0; i < Number(count); i++) {
  const id = `${prefix}-${i}`;
  const job = {
    kind: "review",
    repository: { installationId: 1, id: 1, owner: "a", name: "b" },
    pullRequest: i % 7,
    headSha: "",
    deliveryId: id,
  };
  store.queue.enqueue(job, { dedupeKey: id, group: `g${i % 7}`, supersede: false }).then(
    () => say(`A ${id}`),
    () => undefined,
  );
  await new Promise((resolve) => setTimeout(resolve, 4));
}
await store.queue.idle();
say("idle");
await store.queue.stop(0);
await store.close();
