import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { judgeBatches, judgeRequest } from "../dist/core/decision/judge-request.js";
import { reviewSpecs } from "../dist/core/decision/review-specs.js";

const pairs = join(import.meta.dirname, "../../shared/corpus/ably-specification");

function filesOf(folder, under = "") {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = under + one.name;
    if (one.isDirectory()) return filesOf(join(folder, one.name), `${path}/`);
    return path.endsWith(".md") ? [{ path, text: readFileSync(join(folder, one.name), "utf8") }] : [];
  });
}

/**
 * Estimated prompt tokens per judged entry on real pull requests of the reference spec, at 3.5 characters a token; the limit
 * for the median is 3,000. Needs the corpus beside the project; says so and ends when it is not there.
 */
export function run() {
  if (!existsSync(pairs)) {
    console.log(`SKIPPED: there are no pull requests at ${pairs}.`);
    return;
  }
  const perEntry = readdirSync(pairs).flatMap((pair) => {
    const { toJudge } = reviewSpecs({
      base: "base",
      head: "head",
      baseFiles: filesOf(join(pairs, pair, "base")),
      headFiles: filesOf(join(pairs, pair, "head")),
      listToJudge: true,
    });
    return judgeBatches(toJudge).flatMap((batch) =>
      batch.map(() => Math.ceil(JSON.stringify(judgeRequest(batch)).length / 3.5) / batch.length),
    );
  });
  perEntry.sort((a, b) => a - b);
  const at = (share) => Math.round(perEntry[Math.floor((perEntry.length - 1) * share)] ?? 0);
  console.log(
    `${perEntry.length} judged entries: median ${at(0.5)} tokens, 95th percentile ${at(0.95)}, most ${at(1)} (limit for the median 3000)`,
  );
  if (at(0.5) > 3000) process.exitCode = 1;
}
