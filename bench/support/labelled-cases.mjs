import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { reviewSpecs } from "../../dist/core/decision/review-specs.js";
import { mayHoldTestData, maySpecify } from "../../dist/core/entries/candidate-file.js";

const shared = join(import.meta.dirname, "../../../shared");
const paths = ["code", "design", "none"];

/** The labelled cases, each with the recommendations of the changes it is about; null, said aloud, where there are none. */
export function labelledCases(files = ["cases.jsonl", "cases2.jsonl"]) {
  const folder = join(shared, "bench/decision");
  if (!existsSync(folder)) {
    console.log(`SKIPPED: there are no labelled cases at ${folder}.`);
    return null;
  }
  return files.flatMap((file) =>
    readFileSync(join(folder, file), "utf8")
      .trim()
      .split("\n")
      .map((line) => {
        const label = JSON.parse(line);
        const review = reviewPair(label.pair);
        return {
          label,
          set: file,
          repository: label.pair.split("/")[0],
          review,
          hits: changesOf(review, label),
        };
      }),
  );
}

/** The strongest path of the changes a case is about; none when there is no change. */
export function saidOf(hits, pathOf = (hit) => hit.path) {
  return ["design", "code", "none"].find((path) => hits.some((hit) => pathOf(hit) === path)) ?? "none";
}

/** The review of every pull request of the corpus, with its repository. */
export function reviewsOfCorpus() {
  const corpus = join(shared, "corpus");
  const folders = (folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => name);
  return folders(corpus).flatMap((repository) =>
    folders(join(corpus, repository)).map((pair) => ({
      repository,
      review: reviewPair(`${repository}/${pair}`),
    })),
  );
}

const pairs = new Map();

function reviewPair(pair) {
  if (!pairs.has(pair)) pairs.set(pair, reviewFiles(pair));
  return pairs.get(pair);
}

function reviewFiles(pair) {
  const baseFiles = filesOf(join(shared, "corpus", pair, "base"));
  const headFiles = filesOf(join(shared, "corpus", pair, "head"));
  return reviewSpecs({
    base: "base",
    head: "head",
    baseFiles: baseFiles.filter((file) => maySpecify(file.path)),
    headFiles: headFiles.filter((file) => maySpecify(file.path)),
    testFiles: headFiles.filter((file) => mayHoldTestData(file.path)),
  });
}

function filesOf(folder, under = "") {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = under + one.name;
    if (one.isDirectory()) return filesOf(join(folder, one.name), `${path}/`);
    return [{ path, text: readFileSync(join(folder, one.name), "utf8") }];
  });
}

const plainId = (id) =>
  String(id)
    .toLowerCase()
    .replace(/^(conditional requirement|requirement:?|condition)\s+/, "")
    .replace(/^.*#/, "")
    .trim();

/** By file and ID, with the changes inside a label that holds its children's text; else by file and lines. */
function changesOf(review, label) {
  const there = review.recommendations.filter(({ change }) => change.file === label.file);
  const exact = there.filter(
    ({ change }) =>
      plainId(change.id) === plainId(label.id) &&
      change.line >= label.line - 2 &&
      change.line <= label.endLine,
  );
  const within = there.filter(({ change }) => change.line >= label.line && change.line <= label.endLine);
  if (exact.length === 0) return within;
  const holdsChildren = String(label.text ?? "").replace(/\s+/g, " ").length > 400;
  const inside = within.filter(
    (one) => one.change.line > label.line && one.change.kind !== "removed" && !exact.includes(one),
  );
  return holdsChildren ? [...exact, ...inside] : exact;
}

/** Precision, recall and F1 of each path, their mean, and the accuracy. */
function figuresOf(rows) {
  const scores = paths.map((path) => {
    const right = rows.filter((row) => row.label === path && row.said === path).length;
    const said = rows.filter((row) => row.said === path).length;
    const labelled = rows.filter((row) => row.label === path).length;
    return {
      path,
      labelled,
      precision: right / Math.max(1, said),
      recall: right / Math.max(1, labelled),
      f1: (2 * right) / Math.max(1, said + labelled),
    };
  });
  return {
    scores,
    macro: scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length,
    accuracy: rows.filter((row) => row.label === row.said).length / rows.length,
  };
}

export function figuresLine(rows) {
  const percent = (share) => (100 * share).toFixed(1);
  const { scores, macro, accuracy } = figuresOf(rows);
  const each = scores.map(
    ({ path, precision, recall, labelled }) =>
      `${path} P ${percent(precision)} R ${percent(recall)} (${labelled})`,
  );
  return `macro-F1 ${percent(macro)}, accuracy ${percent(accuracy)}, ${each.join(", ")}`;
}
