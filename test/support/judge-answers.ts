import { criterionIds } from "../../src/core/decision/criterion.ts";
import type { MessagesAnswer, MessagesBody } from "./messages-api.ts";

/** An entry as a judge is shown it. */
export interface ShownEntry {
  readonly entry: number;
  readonly id: string;
  readonly after: string;
}

export interface JudgeAnswer {
  readonly criterion: string;
  readonly evidence: readonly string[];
  readonly because: string;
  readonly need: string;
  readonly verdict: string;
}

export function shownEntries(body: MessagesBody): readonly ShownEntry[] {
  const text = body.messages[0]?.content[0]?.text ?? "{}";
  return (JSON.parse(text) as { entries?: ShownEntry[] }).entries ?? [];
}

const direct = ["deterministic", "fully-specified", "test-data", "performance-not-a-constraint"];

/** Everything speaks for the direct path; quotes the entry's first words. */
export function forCode({ after }: ShownEntry): JudgeAnswer[] {
  return criterionIds.map((criterion) => ({
    criterion,
    evidence: [after.slice(0, 20)],
    because: "The judge says so.",
    need: "",
    verdict: direct.includes(criterion) ? "yes" : "no",
  }));
}

/** The reply to a judge's request, each entry answered by `answers`. */
export function judgeAnswer(
  body: MessagesBody,
  answers: (entry: ShownEntry) => readonly JudgeAnswer[] = forCode,
): MessagesAnswer {
  const entries = shownEntries(body).map((shown) => ({ entry: shown.entry, answers: answers(shown) }));
  return { text: JSON.stringify({ entries }) };
}
