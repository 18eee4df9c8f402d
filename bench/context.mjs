import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { median, time } from "./support/timing.mjs";

const { rankContext } = await import("../dist/core/code/context/rank-context.js");
const { traceIndex } = await import("../dist/core/trace/trace-index.js");
const root = resolve(import.meta.dirname, "..");

const entries = [
  {
    id: "QU4a",
    text: "A job whose worker died is given back to the queue after the lease; `attempt` counts up.",
    previousText: null,
    parent: { id: "QU4", text: "The `JobQueue` is durable." },
    references: ["QU1"],
  },
];

/** Ranking this repository's own files for a change, and indexing their citations, against reading them from the disk. */
export async function run() {
  const paths = ["src", "test"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .filter((path) => path.endsWith(".ts"))
      .map((path) => `${folder}/${path}`),
  );
  const read = () => paths.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
  const rank = (files) => rankContext({ files, entries, budget: 60_000 });
  const files = read();
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  rank(files);
  const reading = median(Array.from({ length: 5 }, () => time(read)));
  const ranking = median(Array.from({ length: 5 }, () => time(() => rank(files))));
  const tracing = median(Array.from({ length: 5 }, () => time(() => traceIndex(files))));
  console.log(`${files.length} files, ${Math.round(characters / 1000)} KB`);
  console.log(`ranking: ${ranking.toFixed(0)} ms, ${(ranking / reading).toFixed(1)} × one plain read`);
  console.log(`tracing: ${tracing.toFixed(0)} ms, ${(tracing / reading).toFixed(1)} × one plain read`);
  const copies = Array.from({ length: 4 }, (_, i) =>
    files.map(({ path, text }) => ({ path: `part${i}/${path}`, text })),
  ).flat();
  const larger = time(() => rank(copies));
  console.log(`4 × the files: ${(larger / ranking).toFixed(1)} × the time (limit 6)`);
}
