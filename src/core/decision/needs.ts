import type { Entry } from "../entries/entry.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import type { Answer } from "./criterion.ts";
import { demandIn } from "./demand.ts";
import { gapsIn } from "./gaps.ts";
import { blockers, hasTestData } from "./policy.ts";
import type { Reading } from "./reading.ts";
import { exactNames } from "./reason.ts";

/** What would move an entry to the direct path: one sentence per open point, naming the words, value or code that lacks. */
export function needsOf(
  answers: readonly Answer[],
  reading: Reading,
  entry: Entry | null,
  context: SpecIndex,
): readonly string[] {
  const needs = blockers(answers).flatMap((answer) => (answer.need === undefined ? [] : [answer.need]));
  needs.push(...gapsIn(reading));
  if (!hasTestData(answers) && reading.fresh.length > 0) {
    needs.push(`${missingVector(reading)}${exampleBeside(entry, context)}`);
  }
  return [...new Set(needs)];
}

function missingVector(reading: Reading): string {
  const names = exactNames(reading).slice(0, 3);
  const given = names.length === 0 ? "a starting state" : `values for ${names.join(", ")}`;
  return `Add a test vector: ${given}, and the exact result of “${demandIn(reading, 8)}”.`;
}

/** Where a vector could stand: beside one of the entry's neighbours. */
function exampleBeside(entry: Entry | null, context: SpecIndex): string {
  if (entry === null) return "";
  const parent = entry.parent === null ? [] : [entry.parent];
  const siblings = context.siblings(entry);
  for (const id of [...parent, ...siblings.map((sibling) => sibling.id)]) {
    const place = context.testData(id)[0];
    if (place !== undefined && place.file !== entry.file)
      return ` ${id.replace(/^.*#/, "")} has one in ${place.file}, line ${place.line}.`;
  }
  return "";
}
