import { choicesIn } from "../../dist/core/decision/rules/left-to-choose.js";
import { matchTerms } from "../../dist/core/decision/rules/match-terms.js";
import { designChance, featuresOf, pathFrom, standingOf } from "../../dist/core/decision/rules/weigh.js";
import { readChange } from "../../dist/core/decision/reading.js";
import { repositories } from "../../dist/core/lexicon/family.js";
import { lexicon } from "../../dist/core/lexicon/lexicon.js";

/** How strongly weights are held back: few labels must not make a feature loud. */
const ridge = 2;
const steps = 25;
const minRepositories = 2;

/** Which repositories say each term that is in because repositories say it: `kind: term` → names. */
export function saidBy(reviews) {
  const found = new Map();
  for (const family of lexicon.filter(({ source }) => source === repositories)) {
    for (const term of family.terms.split("|")) {
      const alone = { families: [{ ...family, terms: term }], silent: null };
      const names = new Set();
      for (const { repository, review } of reviews)
        if (!names.has(repository) && review.recommendations.some((one) => says(alone, one)))
          names.add(repository);
      found.set(`${family.kind}: ${term}`, names);
    }
  }
  return found;
}

function says(vocabulary, { change, path }) {
  return path !== "none" && matchTerms(vocabulary, readChange(change)).length > 0;
}

/** The lexicon that somebody would have who has never seen a repository: its own words are in only if two others say them. */
export function lexiconWithout(repository, said) {
  return lexicon
    .map((family) => {
      if (family.source !== repositories) return family;
      const terms = family.terms.split("|").filter((term) => {
        const names = said.get(`${family.kind}: ${term}`);
        return names.size - (names.has(repository) ? 1 : 0) >= minRepositories;
      });
      return { ...family, terms: terms.join("|") };
    })
    .filter(({ terms }) => terms !== "");
}

/** What is left to the rules of the cases: one row a change, each case of the same weight. */
export function rowsOf(cases, families = lexicon) {
  return cases.flatMap(({ label, hits }) =>
    hits
      .filter(({ decidedBy }) => decidedBy === "rules")
      .map((hit) => {
        const reading = readChange(hit.change);
        const matches = [...choicesIn(reading), ...matchTerms({ families, silent: null }, reading)];
        const features = featuresOf(hit.change, matches);
        return { hit, label: label.path, matches, features, share: 1 / hits.length };
      }),
  );
}

/** Logistic regression by Newton's steps: deterministic, and the same on every machine to the digits that are kept. */
export function fitWeights(rows) {
  const names = [...Object.keys(rows[0].features), "constant"];
  const inputs = rows.map(({ features }) => names.map((name) => features[name] ?? 1));
  let weights = names.map(() => 0);
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((weight, i) => (i < names.length - 1 ? ridge * weight : 0));
    const curve = names.map((_, i) => names.map((_, j) => (i === j && i < names.length - 1 ? ridge : 1e-9)));
    inputs.forEach((input, row) => {
      const chance = 1 / (1 + Math.exp(-input.reduce((sum, value, i) => sum + value * weights[i], 0)));
      const { share, label } = rows[row];
      const error = share * (chance - (label === "design" ? 1 : 0));
      const bend = share * chance * (1 - chance);
      input.forEach((value, i) => {
        gradient[i] += error * value;
        input.forEach((other, j) => (curve[i][j] += bend * value * other));
      });
    });
    const change = solve(curve, gradient);
    weights = weights.map((weight, i) => weight - change[i]);
  }
  return Object.fromEntries(names.map((name, i) => [name, rounded(weights[i])]));
}

/** Gauss with the largest pivot. */
function solve(matrix, right) {
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.slice(at).reduce((best, row) => (Math.abs(row[at]) > Math.abs(best[at]) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(at, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[at] / pivot[at];
      row.forEach((_, i) => (row[i] -= factor * pivot[i]));
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i]);
}

/** How often an answer of each standing was the engineers', in tenths: the cases tell no more. */
export function fitShares(rows, weights) {
  const counts = new Map();
  for (const row of rows) {
    const { path, standing } = answerOf(row, weights);
    const { said, right } = counts.get(standing) ?? { said: 0, right: 0 };
    counts.set(standing, {
      said: said + row.share,
      right: right + (path === row.label ? row.share : 0),
    });
  }
  return Object.fromEntries(
    [...counts].map(([name, { said, right }]) => [name, Math.round((10 * (right + 1)) / (said + 2)) / 10]),
  );
}

export function answerOf({ hit, features, matches }, weights) {
  const chance = designChance(features, weights);
  const path = pathFrom(chance, matches);
  return { path, standing: standingOf(path, chance, hit.change) };
}

function rounded(value) {
  return Math.round(value * 100) / 100;
}
