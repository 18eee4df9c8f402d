import type { Claim } from "../../src/core/decision/judge-reply.ts";
import type { MessagesAnswer, MessagesBody } from "./messages-api.ts";

/** An entry as a judge is shown it. */
interface ShownEntry {
  readonly entry: number;
  readonly id: string;
  readonly after: string;
}

type JudgeAnswer = Claim;

export function shownEntries(body: MessagesBody): readonly ShownEntry[] {
  const text = body.messages[0]?.content[0]?.text ?? "{}";
  return (JSON.parse(text) as { entries?: ShownEntry[] }).entries ?? [];
}

/** Straight to code; quotes the entry's first words. */
export function forCode({ after }: ShownEntry): JudgeAnswer {
  const quote = after.slice(0, 20);
  return { quote, work: "yes", nothing: "", path: "code", because: "The judge says so.", reasons: [] };
}

/** The reply to a judge's request, each entry answered by `answer`. */
export function judgeAnswer(
  body: MessagesBody,
  answer: (entry: ShownEntry) => JudgeAnswer = forCode,
): MessagesAnswer {
  const entries = shownEntries(body).map((shown) => ({ entry: shown.entry, ...answer(shown) }));
  return { text: JSON.stringify({ entries }) };
}
