import { codeForModel } from "../../core/model-text.ts";
import { withLaterVerdicts, unmetEntries } from "../../core/code/verification/judge/unmet-demands.ts";
import type { Looked, WriteOutcome } from "./write-outcome.ts";
import type { WriterRun } from "./writer-run.ts";

/**
 * Has a finished change looked at by someone who did not write it, before anybody else sees it. What is not met goes back to
 * the writer once, as the answer; the next time the change is final, whatever is said of it.
 */
export async function lookAgain(run: WriterRun, outcome: WriteOutcome): Promise<WriteOutcome | string> {
  const { secondLook } = run.input;
  if (secondLook === undefined || outcome.outcome !== "files") return outcome;
  const idle = new Set(outcome.nothingToDo.map(({ entry }) => entry));
  const before = run.looked;
  if (before === null) {
    const { judged, notMet } = await secondLook(outcome.files, null);
    const mine = judged.filter(({ id }) => !idle.has(id));
    const looked = { judged: mine, isRepaired: false, ...spentOn(judged) };
    run.looked = { ...outcome, looked };
    if (notMet.length === 0) return run.looked;
    return [
      "Not finished. Somebody who did not write this read it, demand by demand, and did not find these both met and tested:",
      ...notMet.map((line) => `- ${codeForModel(line, 600)}`),
      "Mend what is right in this, code or test, then finish again; where a finding is wrong, leave the code as it is.",
    ].join("\n");
  }
  const first = before.looked?.judged ?? [];
  const { judged } = await secondLook(outcome.files, unmetEntries(first));
  const spent = spentOn([...judged, { tokens: 0, costUsd: 0, ...before.looked }]);
  return { ...outcome, looked: { judged: withLaterVerdicts(first, judged), isRepaired: true, ...spent } };
}

type Spent = Pick<Looked, "tokens" | "costUsd">;

function spentOn(parts: readonly Spent[]): Spent {
  return {
    tokens: parts.reduce((sum, { tokens }) => sum + tokens, 0),
    costUsd: parts.reduce<number | null>(
      (sum, { costUsd }) => (sum === null || costUsd === null ? null : sum + costUsd),
      0,
    ),
  };
}
