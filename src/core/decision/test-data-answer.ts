import type { Change } from "../entries/change.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import type { Answer } from "./criterion.ts";
import { examplesIn } from "./examples.ts";
import { readChange } from "./reading.ts";

const id = "test-data" as const;

/** Whether there are exact inputs with their outputs; their lack never calls for a design. */
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
  const examples = examplesIn(readChange(change));
  const example = examples.find(({ isFresh }) => isFresh);
  if (example !== undefined)
    return { id, verdict: "yes", because: "The text itself gives an example.", evidence: [example.span] };
  if (examples.length > 0)
    return {
      id,
      verdict: "unclear",
      because: "The text gives examples; none came with the change.",
      evidence: [],
    };
  return { id, verdict: "no", because: "No test data was found.", evidence: [] };
}
