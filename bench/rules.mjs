import { shares, weights } from "../dist/core/decision/rules/weights.js";
import { answerOf, fitShares, fitWeights, lexiconWithout, rowsOf, saidBy } from "./support/fit-rules.mjs";
import { figuresLine, labelledCases, reviewsOfCorpus, saidOf } from "./support/labelled-cases.mjs";

/**
 * The rules on labelled changes, in-sample and leaving each repository out: its words, its labels and what confidence is worth
 * are then taken from the others only. Precision and recall of each path, and whether confidence is the share of right answers.
 */
export function run() {
  const cases = labelledCases();
  if (cases === null) return;
  const said = saidBy(reviewsOfCorpus());
  console.log("in-sample, as the product says it:");
  report(cases.map((one) => ({ ...one, answers: one.hits })));
  console.log(workCalledNone(cases));
  console.log("\nleaving each repository out:");
  report(cases.map(leftOut(cases, said)));
  const fitted = fitWeights(rowsOf(cases));
  const isKept = JSON.stringify(fitted) === JSON.stringify(weights);
  console.log(`\nweights ${isKept ? "are" : "ARE NOT"} those that \`bench fit\` finds`);
  const rare = [...said].filter(([, names]) => names.size < 2).map(([term]) => term);
  console.log(`terms that fewer than two repositories say: ${rare.length === 0 ? "none" : rare.join(", ")}`);
}

/** Answers for a case from what the other repositories teach. */
function leftOut(cases, said) {
  const taught = new Map();
  return (one) => {
    if (!taught.has(one.repository)) {
      const others = cases.filter(({ repository }) => repository !== one.repository);
      const families = lexiconWithout(one.repository, said);
      const rows = rowsOf(others, families);
      const own = fitWeights(rows);
      taught.set(one.repository, { families, weights: own, shares: { ...shares, ...fitShares(rows, own) } });
    }
    const known = taught.get(one.repository);
    const rows = new Map(rowsOf([one], known.families).map((row) => [row.hit, row]));
    const answers = one.hits.map((hit) => {
      const row = rows.get(hit);
      if (row === undefined) return hit;
      const { path, standing } = answerOf(row, known.weights);
      return { ...hit, path, confidence: known.shares[standing] };
    });
    return { ...one, answers };
  };
}

/** The worst error, taken apart by what the labelled text and the two sides of the page themselves show. */
function workCalledNone(cases) {
  const wrong = cases.filter(({ label, hits }) => label.path !== "none" && saidOf(hits) === "none");
  const isKept = ({ change }) =>
    change.before !== null && letters(change.before.text) === letters(change.after?.text);
  const kept = wrong.filter(({ label, hits }) => !label.before && hits.some(isKept));
  const ofChildren = wrong.filter((one) => !kept.includes(one) && isToldByChildren(one));
  return (
    `work called none: ${wrong.length}; of these ${kept.length} were shown to the labellers as new and stand at base word for word, ` +
    `${ofChildren.length} are headings labelled by the text of children that have answers of their own`
  );
}

function isToldByChildren({ label, hits, review }) {
  const own = new Set(hits.map(({ change }) => change.id));
  const below = review.recommendations.filter(
    ({ change }) => own.has(change.parent) && change.after !== null,
  );
  return below.some(
    ({ change, path }) => path !== "none" && letters(label.text).includes(letters(change.after.text)),
  );
}

const letters = (text) => String(text ?? "").replace(/[^\p{L}\p{N}]+/gu, "");

function report(cases) {
  const rows = cases.map(({ set, label, answers }) => ({
    set,
    label: label.path,
    said: saidOf(answers),
    answers,
  }));
  for (const set of [...new Set(rows.map((row) => row.set))])
    console.log(`${set}: ${figuresLine(rows.filter((row) => row.set === set))}`);
  console.log(`together: ${figuresLine(rows)}`);
  reliability(rows);
}

/** Of the changes that a case is about the one counts whose path is the strongest: it decides what the case is called. */
function reliability(rows) {
  const bins = new Map();
  for (const { label, said, answers } of rows) {
    const deciding = answers.find(({ path }) => path === said);
    if (deciding === undefined) continue;
    const key = (Math.min(9, Math.floor(deciding.confidence * 10)) / 10).toFixed(1);
    const bin = bins.get(key) ?? { sum: 0, count: 0, right: 0 };
    const right = bin.right + (said === label ? 1 : 0);
    bins.set(key, { sum: bin.sum + deciding.confidence, count: bin.count + 1, right });
  }
  const percent = (part, whole) => `${((100 * part) / whole).toFixed(0)} %`;
  for (const [key, { sum, count, right }] of [...bins].sort())
    console.log(
      `confidence ${key} and up: ${count} cases, ${percent(right, count)} right, ${percent(sum, count)} said`,
    );
  const all = [...bins.values()].reduce((sum, { count }) => sum + count, 0);
  const error = [...bins.values()].reduce((total, { sum, right }) => total + Math.abs(sum - right) / all, 0);
  console.log(`calibration error ${error.toFixed(3)}`);
}
