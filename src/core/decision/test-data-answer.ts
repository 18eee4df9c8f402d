import type { Change } from "../entries/change.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import type { Answer } from "./criterion.ts";
import { demandIn } from "./demand.ts";
import { exactNames } from "./exact-names.ts";
import { examplesIn } from "./examples.ts";
import { readChange, type Reading } from "./reading.ts";

const id = "test-data" as const;

/** Whether there are exact inputs with their outputs, and what to add where there are none. Its lack never calls for a design. */
export function testDataAnswer(change: Change, context: SpecIndex): Answer {
  const [first, ...more] = context.testData(change.id);
  if (first !== undefined) {
    const others = more.length > 0 ? ` and ${String(more.length)} more` : "";
    return {
      id,
      verdict: "yes",
      because: `Found in ${first.file}, line ${first.line}${others}.`,
      evidence: [],
    };
  }
  const reading = readChange(change);
  const [example] = examplesIn(reading);
  if (example !== undefined)
    return { id, verdict: "yes", because: "The text itself gives an example.", evidence: [example] };
  const lack = {
    id,
    verdict: "no",
    because: "No example, table, vector or test names this entry.",
    evidence: [],
  } as const;
  return reading.fresh.length === 0 ? lack : { ...lack, need: missingVector(reading) };
}

function missingVector(reading: Reading): string {
  const names = exactNames(reading).slice(0, 3);
  const given = names.length === 0 ? "a starting state" : `values for ${names.join(", ")}`;
  return `Add a test vector: ${given}, and the exact result of “${demandIn(reading, 8)}”.`;
}
