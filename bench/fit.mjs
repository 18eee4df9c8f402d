import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fitShares, fitWeights, rowsOf } from "./support/fit-rules.mjs";
import { labelledCases } from "./support/labelled-cases.mjs";

const file = join(import.meta.dirname, "../src/core/decision/rules/weights.ts");

/** Writes the rules' weights and what their answers are worth, as the labelled changes have them. */
export function run() {
  const cases = labelledCases();
  if (cases === null) return;
  const rows = rowsOf(cases);
  const weights = fitWeights(rows);
  const shares = fitShares(rows, weights);
  const source = readFileSync(file, "utf8")
    .replace(/(?<=export const weights = )\{[^}]*\}/, JSON.stringify(weights, null, 2))
    .replace(/(?<=Record<Standing, number>> = )\{[^}]*\}/, JSON.stringify(shares, null, 2));
  writeFileSync(file, source);
  console.log(JSON.stringify({ weights, shares }));
}
