import { codeText } from "./escape.ts";

/** What a command does not do because the pull request is not what it was. */
export function headMovedWords(from: string, to: string): string {
  return `Nothing was done: the head moved from ${shortCommit(from)} to ${shortCommit(to)}. Look at what came in, then say it again.`;
}

export function baseMovedWords(from: string, to: string): string {
  return `Nothing was done: the base branch changed from ${codeText(from.slice(0, 80))} to ${codeText(to.slice(0, 80))}. Look at what it changes there, then say it again.`;
}

/** Events of that time came in another order, or not yet. */
export function unsureMomentWords(): string {
  return "Nothing was done: commits or another base branch came in around the time at which that was said, so it is not known what it was said on. Look at the pull request as it is now, then say it again.";
}

/** A follow-up of a fork's spec, whose author can push at any time. */
export function forkMovedWords(from: string, to: string): string {
  return `Nothing was done: the spec of this fork moved from ${shortCommit(from)}, which this was made from, to ${shortCommit(to)}. \`/generate --path design --commit …\` on the spec pull request makes the design anew.`;
}

/** Why a command has to name its commit. */
const unnamedBecause = {
  fork: "this pull request comes from a fork, whose author can push at any time",
  unknown: "it is not known which commit this pull request had when that was said",
} as const;

export function unnamedCommitWords(head: string, why: keyof typeof unnamedBecause): string {
  return `Nothing was done: ${unnamedBecause[why]}. Say it again with the commit that you looked at; the head is now \`--commit ${head}\`.`;
}

/** Not as text of others: a commit id is hexadecimal. */
function shortCommit(commit: string): string {
  return /^[0-9a-f]+$/.test(commit) ? `\`${commit.slice(0, 12)}\`` : "another commit";
}

/** Several pull requests have the commit whose check run was pressed. */
export function ambiguousPressWords(numbers: readonly number[]): string {
  const names = numbers.map((number) => `#${String(number)}`).join(" and ");
  return `Nothing was done: the button belongs to a commit that is the head of ${names}. Write the command as a comment in the one that is meant.`;
}

/** A press on the check run of a pull request that is open no more. */
export function closedPressWords(): string {
  return "Nothing was done: this pull request is closed. Reopen it; or, once it is merged, write the command as a comment.";
}

/** The spec was merged, and something else changed its entries there since. */
export function changedInBaseWords(entries: readonly string[], base: string): string {
  return `Nothing was done: the spec pull request is merged, and by now ${codeText(base.slice(0, 80))} has another text of ${namesOf(entries)}, or none. What holds now is ordered on the pull request that changed it; where a design is to be built for what it was made from all the same, say \`/generate --accept-stale\` on its pull request.`;
}

/** A design was approved, and the spec says something else by now. */
export function designOutdatedWords(entries: readonly string[]): string {
  return `No code was asked for: ${namesOf(entries)} changed in the spec after this design was made. \`/generate --path design\` on the spec pull request makes the design anew; \`/generate --accept-stale\` here builds this one for what the spec says now.`;
}

function namesOf(entries: readonly string[]): string {
  const names = entries.slice(0, 5).map((id) => codeText(id.slice(0, 80)));
  const more = entries.length > 5 ? ` and ${String(entries.length - 5)} more` : "";
  return `${names.join(", ")}${more}`;
}
