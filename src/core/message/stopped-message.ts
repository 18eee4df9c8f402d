/** Why a writer stopped without anything to commit, in words that hold nothing of the target or of the model. */
export const stoppedWords = {
  cancelled: "it was cancelled",
  deadline: "the time for one run was over; `/retry` goes on where it stopped",
  budget: "the spending limit of the run was reached",
  turns: "the model did not come to an end; ask for fewer entries at a time",
  "no-progress": "the model made no progress; add a note: `/generate ID -- …`",
  truncated: "the model's reply was cut off and is never used in part; ask for fewer entries at a time",
  refused: "the model refused the request",
  "context-full": "the request outgrew the model's context; ask for fewer entries at a time",
  "unknown-stop": "the model stopped for a reason not known here",
  "nothing-written": "the model finished without writing anything; add a note: `/generate ID -- …`",
  guard: "what the model wrote may not be committed",
} as const;

/** `detail` may name files of the target: null where the spec's readers may not see it. */
export function stoppedMessage(reason: keyof typeof stoppedWords, detail: string | null): string {
  const words = stoppedWords[reason];
  return reason === "guard" && detail !== null ? `${words} (${detail})` : words;
}
