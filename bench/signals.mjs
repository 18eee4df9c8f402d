import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { discretion } from "../dist/core/decision/criteria/deterministic.js";
import { vagueness } from "../dist/core/decision/criteria/fully-specified.js";
import { shapes } from "../dist/core/decision/criteria/non-obvious-interfaces.js";
import { techniques } from "../dist/core/decision/criteria/performance-choices.js";
import { performance as speed } from "../dist/core/decision/criteria/performance-not-a-constraint.js";
import { platforms } from "../dist/core/decision/criteria/platform-constraints.js";
import { cooperation } from "../dist/core/decision/criteria/several-components.js";
import { readChange } from "../dist/core/decision/reading.js";
import { reviewSpecs } from "../dist/core/decision/review-specs.js";
import { hear } from "../dist/core/decision/signal.js";
import { anyOf, termsOf } from "../dist/core/decision/terms.js";
import { mayHoldTestData, maySpecify } from "../dist/core/entries/candidate-file.js";

/**
 * Which words carry the rules: for each term of each signal, in how many labelled cases and in how many repositories it
 * is heard. A term heard in one repository only is a word of that repository, not of specs. Then the score on every
 * repository without the terms that only this repository says: what the rules are worth where they have never been.
 * Needs the corpus and the labelled cases beside the project; says so and ends when they are not there.
 */
const shared = join(import.meta.dirname, "../../shared");
const lists = {
  deterministic: discretion,
  "fully-specified": vagueness,
  "non-obvious-interfaces": shapes,
  "several-components": cooperation,
  "platform-constraints": platforms,
  "performance-not-a-constraint": speed,
  "performance-choices": techniques,
};
const paths = ["code", "design", "none"];

export function run() {
  const casesFile = join(shared, "bench/decision/cases.jsonl");
  if (!existsSync(casesFile)) {
    console.log(`SKIPPED: there are no labelled cases at ${casesFile}.`);
    return;
  }
  const cases = readFileSync(casesFile, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const terms = Object.entries(lists).flatMap(([criterion, signals]) =>
    signals
      .filter((signal) => signal.terms !== "")
      .flatMap((signal) =>
        termsOf(signal.terms).map((term) => ({
          criterion,
          signal,
          term,
          alone: [{ ...signal, pattern: anyOf(term) }],
          repositories: new Map(),
          labels: { code: 0, design: 0, none: 0 },
        })),
      ),
  );
  for (const pair of pairs()) count(pair, cases, terms);
  report(terms);
  leaveOneOut(cases, terms);
}

function pairs() {
  const corpus = join(shared, "corpus");
  return foldersOf(corpus).flatMap((name) =>
    foldersOf(join(corpus, name)).map((number) => `${name}/${number}`),
  );
}

function foldersOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => one.name);
}

function filesOf(folder, under = "") {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((one) => {
    const path = under + one.name;
    if (one.isDirectory()) return filesOf(join(folder, one.name), `${path}/`);
    return [{ path, text: readFileSync(join(folder, one.name), "utf8") }];
  });
}

function reviewPair(pair) {
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

const repositoryOf = (pair) => pair.split("/")[0];
const plainId = (id) =>
  String(id)
    .toLowerCase()
    .replace(/^(conditional requirement|requirement:?|condition)\s+/, "")
    .replace(/^.*#/, "")
    .trim();

/** The changes a case is about: by file and ID, else by file and lines. */
function changesOf(review, one) {
  const there = review.recommendations.filter(({ change }) => change.file === one.file);
  const within = ({ change }, slack) => change.line >= one.line - slack && change.line <= one.endLine;
  const exact = there.filter((each) => plainId(each.change.id) === plainId(one.id) && within(each, 2));
  return exact.length > 0 ? exact : there.filter((each) => within(each, 0));
}

function count(pair, cases, terms) {
  const review = reviewPair(pair);
  const labels = new Map();
  for (const one of cases.filter((each) => each.pair === pair))
    for (const hit of changesOf(review, one)) labels.set(hit, one.path);
  for (const recommendation of review.recommendations) {
    if (recommendation.path === "none") continue;
    const reading = readChange(recommendation.change);
    for (const term of terms) {
      if (hear(term.alone, reading).length === 0) continue;
      const repository = repositoryOf(pair);
      term.repositories.set(repository, (term.repositories.get(repository) ?? 0) + 1);
      const label = labels.get(recommendation);
      if (label !== undefined) term.labels[label] += 1;
    }
  }
}

function report(terms) {
  for (const { criterion, signal, term, repositories, labels } of terms) {
    const heard = [...repositories.values()].reduce((sum, n) => sum + n, 0);
    const labelled = paths.map((path) => `${path} ${labels[path]}`).join(", ");
    console.log(
      `${criterion} (${signal.weight}) ${term}: ${heard} changes in ${repositories.size} repositories; cases: ${labelled}`,
    );
  }
  const of = (size) => terms.filter(({ repositories }) => repositories.size === size).length;
  const one = of(1);
  console.log(
    `\n${terms.length} terms; heard in no repository: ${of(0)}, in one: ${one}, in two or more: ${terms.length - of(0) - one}`,
  );
}

function leaveOneOut(cases, terms) {
  const rows = { all: [], without: [] };
  for (const repository of new Set(cases.map((one) => repositoryOf(one.pair)))) {
    const own = cases.filter((one) => repositoryOf(one.pair) === repository);
    rows.all.push(...said(own));
    const only = terms.filter((term) => term.repositories.size === 1 && term.repositories.has(repository));
    const restore = without(only);
    rows.without.push(...said(own));
    restore();
  }
  console.log(`all terms: ${figures(rows.all)}`);
  console.log(`each repository without the terms only it says: ${figures(rows.without)}`);
}

function without(dropped) {
  const touched = new Map();
  for (const { signal } of dropped) {
    if (touched.has(signal)) continue;
    touched.set(signal, signal.pattern);
    const gone = dropped.filter((one) => one.signal === signal).map((one) => one.term);
    const left = termsOf(signal.terms).filter((term) => !gone.includes(term));
    signal.pattern = left.length === 0 ? /(?!)/g : anyOf(left.join("|"));
  }
  return () => {
    for (const [signal, pattern] of touched) signal.pattern = pattern;
  };
}

function said(cases) {
  const reviews = new Map();
  return cases.map((one) => {
    if (!reviews.has(one.pair)) reviews.set(one.pair, reviewPair(one.pair));
    const hits = changesOf(reviews.get(one.pair), one);
    const path = ["design", "code", "none"].find((each) => hits.some((hit) => hit.path === each)) ?? "none";
    return { label: one.path, path };
  });
}

function figures(rows) {
  const scores = paths.map((path) => {
    const right = rows.filter((row) => row.label === path && row.path === path).length;
    const saidIt = rows.filter((row) => row.path === path).length;
    const labelled = rows.filter((row) => row.label === path).length;
    return {
      path,
      f1: (2 * right) / Math.max(1, saidIt + labelled),
      precision: right / Math.max(1, saidIt),
      recall: right / Math.max(1, labelled),
    };
  });
  const percent = (share) => (100 * share).toFixed(1);
  const macro = scores.reduce((sum, { f1 }) => sum + f1, 0) / scores.length;
  const each = scores.map(
    ({ path, precision, recall }) => `${path} P ${percent(precision)} R ${percent(recall)}`,
  );
  return `macro-F1 ${percent(macro)}, ${each.join(", ")} (${rows.length} cases)`;
}
