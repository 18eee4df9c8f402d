import { monitorEventLoopDelay } from "node:perf_hooks";
import { compareSpecs } from "../dist/core/entries/compare-specs.js";
import { dialects } from "../dist/core/entries/dialects/index.js";
import { createReviewThreads } from "../dist/shell/spec-worker/review-threads.js";
import { hostileDialectTexts, hostileTexts, kilobytes, rewritten } from "../test/support/hostile-texts.mjs";

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
  reportGrowth();
}

/** How much longer four times the text takes: 4 where reading is linear, 16 where it is quadratic. */
const growthLimit = 8;

/** Texts that take less than this are too fast for a ratio, in milliseconds of processor time. */
const measurable = 20;

function reportGrowth() {
  const growths = [];
  const compared = (text) =>
    compareSpecs([{ path: "a.md", text }], [{ path: "a.md", text: rewritten(text) }]);
  for (const [name, textOf] of Object.entries(hostileTexts))
    growths.push(growth(name, textOf, 256, compared));
  for (const [name, textOf] of Object.entries(hostileDialectTexts))
    for (const dialect of dialects)
      growths.push(
        growth(`${name}, ${dialect.name}`, textOf, 64, (text) => dialect.entries({ path: "a.md", text })),
      );
  const sorted = growths.filter((each) => each !== null).sort((a, b) => b.ratio - a.ratio);
  console.log(`growth with four times the text (limit ${growthLimit}):`);
  for (const { name, ratio } of sorted.slice(0, 5)) console.log(`  ${ratio.toFixed(1)} x  ${name}`);
  if (sorted.some(({ ratio }) => ratio > growthLimit)) process.exitCode = 1;
}

function growth(name, textOf, kilobytes, read) {
  const [small, large] = [kilobytes, 4 * kilobytes].map((size) => {
    const text = textOf(size * 1024);
    return Math.min(...[1, 2, 3].map(() => processorMs(() => read(text))));
  });
  return large < measurable ? null : { name, ratio: large / Math.max(small, measurable / 4) };
}

function processorMs(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
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
