import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { corpus, corpusPairs, path } from "./support/corpus-pairs.mjs";
import { median, time } from "./support/timing.mjs";

const { compareSpecs } = await import("../dist/core/entries/compare-specs.js");
const { ParseCache } = await import("../dist/core/entries/parse-cache.js");

/** Reviewing a change of a large spec against two plain remark passes over the same texts, in the same run. */
export async function run() {
  const pairs = corpusPairs();
  if (pairs.length === 0) {
    console.log(`SKIPPED: ${corpus} is not there.`);
    return;
  }
  const chosen = pairs.slice(0, 20);
  const remark = unified().use(remarkParse);
  const ratios = [];
  const times = [];
  for (const { base, head } of chosen) {
    const ours = time(() => compare(base, head));
    const plain = time(() => (remark.parse(base), remark.parse(head)));
    ratios.push(ours / plain);
    times.push(ours);
  }
  const ratio = median(ratios);
  console.log(
    `median of ${chosen.length} pairs, ${Math.round(chosen[0].head.length / 1000)} KB: ${median(times).toFixed(0)} ms, ${ratio.toFixed(3)} × two remark passes (limit 0.15)`,
  );
  larger(chosen[0]);
  unchanged(chosen[0]);
}

function compare(base, head) {
  return compareSpecs([{ path, text: base }], [{ path, text: head }]);
}

/** In a process of its own, so that the memory is the engine's and not also remark's. */
function larger({ base, head }) {
  const script = join(import.meta.dirname, "support/larger-spec.mjs");
  const said = execFileSync(process.execPath, [script], {
    input: JSON.stringify({ path, base, head }),
    encoding: "utf8",
    maxBuffer: 1e6,
  });
  const { kilobytes, times, memory } = JSON.parse(said);
  console.log(
    `10 × larger (${kilobytes} KB): ${times.toFixed(1)} × the time (limit 12), ${memory} MB resident at most (limit 400)`,
  );
}

/** The second review of the same files knows them; what is left is comparing the texts, as a hash would. */
function unchanged({ head }) {
  const copies = () =>
    Array.from({ length: 10 }, (_, i) => ({ path: `same-${i}.md`, text: `${head} `.slice(0, -1) }));
  const cache = new ParseCache();
  const first = time(() => compareSpecs(copies(), copies(), { cache }));
  const again = median(
    Array.from({ length: 5 }, () => {
      const [base, after] = [copies(), copies()];
      return time(() => compareSpecs(base, after, { cache }));
    }),
  );
  const hash = time(() => copies().map(({ text }) => createHash("sha1").update(text).digest("hex")));
  console.log(
    `10 unchanged files of ${Math.round(head.length / 1000)} KB: ${first.toFixed(0)} ms at first, then ${again.toFixed(1)} ms (SHA-1 of the texts: ${hash.toFixed(1)} ms)`,
  );
}
