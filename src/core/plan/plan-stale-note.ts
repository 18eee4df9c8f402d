import type { Review } from "../decision/review.ts";
import type { ChangedEntries } from "../design/design-state.ts";
import { fingerprint } from "../entries/fingerprint.ts";
import { currentNote, noteMarker, staleNote, type StaleEntry } from "../message/follow-up-note.ts";
import type { FollowUp } from "../state/follow-up.ts";
import type { GitHubAction } from "./action.ts";
import type { SpecLeave } from "./spec-leave.ts";

/** Entries whose text is another than the follow-up was made from, or that the pull request does not change any more. */
export function staleEntries({ data }: Pick<FollowUp, "data">, review: Review | null): ChangedEntries {
  const now = new Map(
    (review?.recommendations ?? []).map(({ change }) => [
      change.id,
      fingerprint((change.after ?? change.before)?.text ?? ""),
    ]),
  );
  return new Map(
    Object.entries(data.entries)
      .filter(([id, made]) => now.get(id) !== made)
      .map(([id]) => [id, now.get(id) ?? null]),
  );
}

interface EntryText {
  readonly id: string;
  readonly text: string;
}

/** IDs of a follow-up's entries that are not among those of another state of the spec as the pull request has them, or are still there though it takes them out. */
export function entriesChangedIn(
  { data }: Pick<FollowUp, "data">,
  { recommendations }: Review,
  there: readonly EntryText[],
): readonly string[] {
  const texts = (id: string): readonly string[] =>
    there.filter((entry) => entry.id === id).map(({ text }) => fingerprint(text));
  return Object.keys(data.entries).filter((id) => {
    const after = recommendations.find(({ change }) => change.id === id)?.change.after;
    const found = texts(id);
    return after ? !found.includes(fingerprint(after.text)) : found.length > 0;
  });
}

/**
 * The note on a follow-up: that it is stale and why; or, where it was said to be, that it is not any more. Without leave to show
 * the spec's text it names the entries only.
 */
export function planStaleNote(
  leave: SpecLeave | null,
  stale: readonly StaleEntry[],
  head: string,
): GitHubAction {
  const isStale = stale.length > 0;
  const shown = leave === null ? stale.map(({ id }) => ({ id, before: null, after: null })) : stale;
  const body = isStale ? staleNote(shown, head) : currentNote(head);
  return { type: "upsert-comment", marker: noteMarker, body, create: isStale };
}
