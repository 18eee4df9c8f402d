import { monitorEventLoopDelay } from "node:perf_hooks";
import { createReviewThreads } from "../dist/shell/spec-worker/review-threads.js";
import { hostileTexts, kilobytes, rewritten } from "../test/support/hostile-texts.mjs";

const limitMs = 2_500;
const loopLimitMs = 50;

/**
 * Every hostile text of every size, new and rewritten, reviewed on the thread that the App uses: how long it takes, and
 * how long the event loop that answers webhooks stands still meanwhile.
 */
export async function run() {
  const threads = createReviewThreads(limitMs);
  await measured(threads, "Warm.", "Warm MUST.");
  const runs = [];
  for (const [name, textOf] of Object.entries(hostileTexts)) {
    for (const size of kilobytes) {
      const text = textOf(size * 1024);
      const label = `${name}, ${size} KB`;
      runs.push({ label: `${label}, new`, ...(await measured(threads, "", text)) });
      runs.push({ label: `${label}, rewritten`, ...(await measured(threads, text, rewritten(text))) });
    }
  }
  threads.close();
  report(runs);
}

async function measured(threads, before, after) {
  const side = (text) => [{ path: "specs/a.md", text }];
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const start = performance.now();
  const refusal = await threads
    .review({ base: "a", head: "b", baseFiles: side(before), headFiles: side(after) })
    .then(
      () => null,
      (error) => error.message,
    );
  const ms = performance.now() - start;
  loop.disable();
  return { ms, loopMs: loop.max / 1e6, refusal };
}

function report(runs) {
  const refused = runs.filter(({ refusal }) => refusal !== null);
  console.log(
    `${runs.length} reviews of ${Object.keys(hostileTexts).length} kinds, ${refused.length} refused`,
  );
  for (const { label, refusal } of refused) console.log(`  ${label}: ${refusal}`);
  worst(runs, "slowest", ({ ms }) => ms, limitMs);
  worst(runs, "event loop stood still", ({ loopMs }) => loopMs, loopLimitMs);
}

function worst(runs, what, of, limit) {
  const sorted = [...runs].sort((a, b) => of(b) - of(a));
  const over = runs.filter((run) => of(run) > limit).length;
  console.log(`${what} (limit ${limit} ms, ${over} over it):`);
  for (const run of sorted.slice(0, 5)) console.log(`  ${of(run).toFixed(0)} ms  ${run.label}`);
}
