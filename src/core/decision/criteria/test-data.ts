import type { Criterion } from "../criterion.ts";
import { examplesIn } from "../examples.ts";
import { readChange } from "../reading.ts";

export const testData: Criterion = {
  id: "test-data",
  question: "Is there test data: exact inputs with their outputs?",
  title: "Test data is available",
  role: "data",
  answer(change, context) {
    const found = context.testData(change.id);
    const first = found[0];
    if (first !== undefined) {
      const more = found.length > 1 ? ` and ${String(found.length - 1)} more` : "";
      return { verdict: "yes", because: `Found in ${first.file}, line ${first.line}${more}.`, evidence: [] };
    }
    const examples = examplesIn(readChange(change));
    if (examples.length > 0) {
      return { verdict: "yes", because: "The text itself gives an example.", evidence: examples.slice(0, 1) };
    }
    return { verdict: "no", because: "No example, table, vector or test names this entry.", evidence: [] };
  },
};
