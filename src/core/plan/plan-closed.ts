import { closedNote, keptNote, noteMarker } from "../message/follow-up-note.ts";
import type { FollowUp } from "../state/follow-up.ts";
import type { GitHubAction } from "./action.ts";

/**
 * What becomes of a follow-up when its spec pull request ends. Merged: what was stacked on the spec's branch goes on against
 * the base branch, and elsewhere nothing changes (null). Else the follow-up is closed too.
 */
export function planSourceClosed(
  { source, repository, number }: FollowUp,
  pull: { readonly merged: boolean; readonly baseRef: string },
): GitHubAction | null {
  if (pull.merged)
    return repository.id === source.repository.id
      ? { type: "retarget-pull-request", repository, number, base: pull.baseRef }
      : null;
  const { owner, name } = source.repository;
  const named = `${owner}/${name}#${String(source.number)}`;
  const words = { marker: noteMarker, farewell: closedNote(named), keep: keptNote(named) };
  return { type: "close-pull-request", repository, number, ...words };
}
