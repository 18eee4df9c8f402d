import { changedText } from "./text-diff.ts";
import { clip, inlineText } from "./escape.ts";
import { marker } from "./marker.ts";
import { listWords } from "./wording.ts";

/** Finds the bot's note on a follow-up pull request again: there is one at most, edited as things go on. */
export const noteMarker = marker("stale");

/** An entry that changed after a follow-up was made; texts are null where they are not to be read or shown. */
export interface StaleEntry {
  readonly id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** On a follow-up whose entries changed after it was made; `head` is the spec's commit now. */
export function staleNote(entries: readonly StaleEntry[], head: string): string {
  const names = entries.slice(0, 30).map(({ id }) => inlineText(clip(id, 80)));
  const rest = entries.length - names.length;
  const all = rest > 0 ? [...names, `${rest} more`] : names;
  const now = `(now at ${inlineText(head.slice(0, 12))})`;
  return note(
    [
      `**Stale**: made from older text. ${listWords(all)} changed in the spec since ${now}. \`/generate\` on the spec pull request makes it anew.`,
      ...entries.flatMap(difference),
    ].join("\n\n"),
  );
}

/** What changed in one entry, collapsed. */
function difference({ id, before, after }: StaleEntry): string[] {
  if (before === null || after === null) return [];
  const title = `What changed in ${inlineText(clip(id, 80))}`;
  return [`<details><summary>${title}</summary>\n\n${changedText(before, after)}\n\n</details>`];
}

/** Once the spec's text is again what the follow-up was made from. */
export function currentNote(head: string): string {
  return note(
    `Not stale any more: the spec at ${inlineText(head.slice(0, 12))} says what this was made from.`,
  );
}

/** `source`: `owner/name#7`. */
export function closedNote(source: string): string {
  return note(
    `The spec pull request ${inlineText(source)} was closed without being merged, so this one is closed too. Reopening either is enough to go on.`,
  );
}

/** Instead of closing a follow-up that holds somebody's own commits. */
export function keptNote(source: string): string {
  return note(
    `The spec pull request ${inlineText(source)} was closed without being merged. This one holds commits of yours and stays open: close it, or go on without the spec.`,
  );
}

/** Why the bot does not go on with one of its pull requests, and what to do. */
export const followUpRefusals = {
  unknown:
    "nothing is kept about what this pull request was made from, and its own text proves nothing; say `/generate` on the spec pull request",
  "out-of-reach":
    "the spec that this pull request was made from is gone or out of reach: its name belongs to another repository now, or it is in another installation, or of an owner that this server does not serve",
  "not-a-target":
    "the configuration on the spec's base branch does not send this pull request here any more; put it right there, then say `/generate` on the spec pull request",
  "not-admitted":
    "this repository does not name the spec under `specs` in the configuration of its default branch any more; put it right there, then say it again",
  "hidden-here":
    "the spec is private, has changed since this was made, and everybody can read what is said here; say `/generate` on the spec pull request to have this made from what the spec says now",
  "hidden-from-you":
    "the spec is private, has changed since this was made, and you cannot read it; ask somebody who can to say this, or `/generate` on the spec pull request",
} as const;

/** In place of what was to be done. */
export function refusedWords(why: keyof typeof followUpRefusals): string {
  return `Nothing was done: ${followUpRefusals[why]}.`;
}

function note(text: string): string {
  return `${noteMarker}\n\n${text}`;
}
