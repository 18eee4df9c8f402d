import { plural } from "./wording.ts";

export function cancelledMessage(count: number): string {
  return `Stopped: ${plural(count, "run")}. What was opened or written before stays, and so does what GitHub was being sent just then, though a table may call it cancelled. \`/retry\` goes on with what a table shows as cancelled; anything else is to be said again.`;
}

export function nothingRunsMessage(): string {
  return "Nothing runs or waits for this pull request, so nothing was stopped. What was ordered here before and comes in late is not carried out either.";
}

/** In the place of work that somebody took back. */
export const takenBackWords =
  "`/cancel` was said here after this was ordered, so nothing more is written of it";

/** The same as the answer to a command. */
export function takenBackMessage(): string {
  return "Nothing was done: `/cancel` was said here after this. Say it again if it is wanted all the same.";
}
