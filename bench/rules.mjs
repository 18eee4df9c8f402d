import { figuresLine, labelledCases, saidOf } from "./support/labelled-cases.mjs";

/**
 * The rules on labelled changes: precision and recall of each path, and whether their confidence is the share of answers that
 * are right. In-sample: the words and the confidence were chosen with these labels in view.
 */
export function run() {
  const cases = labelledCases();
  if (cases === null) return;
  const rows = cases.map(({ label, hits, set }) => ({ set, label: label.path, said: saidOf(hits), hits }));
  for (const set of [...new Set(rows.map((row) => row.set))])
    console.log(`${set}: ${figuresLine(rows.filter((row) => row.set === set))}`);
  console.log(`together: ${figuresLine(rows)}`);
  reliability(rows);
}

function reliability(rows) {
  const bins = new Map();
  for (const { label, hits } of rows) {
    for (const { path, confidence, decidedBy } of hits) {
      const key = `${decidedBy} ${confidence.toFixed(2)}`;
      const bin = bins.get(key) ?? { confidence, count: 0, right: 0 };
      bins.set(key, { confidence, count: bin.count + 1, right: bin.right + (path === label ? 1 : 0) });
    }
  }
  const all = [...bins.values()].reduce((sum, { count }) => sum + count, 0);
  const error = [...bins.values()].reduce(
    (sum, { confidence, count, right }) => sum + (count * Math.abs(confidence - right / count)) / all,
    0,
  );
  for (const [key, { count, right }] of [...bins].sort())
    console.log(`said with ${key}: ${count} answers, ${((100 * right) / count).toFixed(0)} % right`);
  console.log(`calibration error ${error.toFixed(3)}`);
}
