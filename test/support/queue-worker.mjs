/**
 * A process that enqueues and works until it is killed; its only argument holds type, place, prefix, jobs and options as
 * JSON. Each line is written to standard output synchronously, so that a SIGKILL loses none: `WHAT id TIME`, where TIME is
 * the machine's monotonic clock in milliseconds. `open`: it opens the store; `ready`: it works; `A`: the job was
 * acknowledged; `B`, `F`: an attempt begins, ends; `E`: its effect was had; `S`: that is written down; `idle`: all is done.
 */
import { writeSync } from "node:fs";
import { queueDefaults } from "../../dist/shell/queue/queue-options.js";
import { openStore } from "../../dist/shell/queue/store.js";

const { place, prefix, jobs, everyMs, jobMs, options } = JSON.parse(process.argv[2]);
const say = (what, id = "-") =>
  writeSync(1, `${what} ${id} ${Number(process.hrtime.bigint() / 1000n) / 1000}\n`);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

say("open");
const store = await openStore(place, {
  ...queueDefaults,
  clock: { now: () => new Date() },
  maxAttempts: 1000,
  redact: (text) => text,
  onError: (error) => process.env.QUEUE_ERRORS && console.error(error),
  ...options,
});
store.queue.start(async ({ deliveryId: id }, context) => {
  say("B", id);
  try {
    await pause(Math.random() * jobMs);
    await context.once("effect", async () => say("E", id));
    say("S", id);
    await pause(Math.random() * jobMs);
  } finally {
    say("F", id);
  }
});
say("ready");
for (let i = 0; i < jobs; i++) {
  const id = `${prefix}-${i}`;
  const job = {
    kind: "review",
    repository: { installationId: 1, id: 1, owner: "a", name: "b" },
    pullRequest: i % 7,
    headSha: "",
    deliveryId: id,
  };
  store.queue.enqueue(job, { dedupeKey: id, group: `g${i % 7}`, supersede: false }).then(
    () => say("A", id),
    () => undefined,
  );
  await pause(everyMs);
}
process.on("SIGTERM", async () => {
  await store.queue.stop(10_000);
  await store.close();
  process.exit(0);
});
