import { type ChangedEntries, withState } from "../../core/design/design-state.ts";
import { subjectLine } from "../../core/message/follow-up-body.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { RepositoryRef } from "../ports.ts";
import { designOnBranch } from "./design-on-branch.ts";
import type { JobPorts } from "./job-ports.ts";

/**
 * Writes into the front matter of an open design whether it is stale, and for which entries. Only on a branch that is the
 * bot's alone: people who work on one read the note on the pull request instead.
 */
export async function markDesignState(
  ports: JobPorts,
  place: RepositoryRef,
  followUp: FollowUp,
  changed: ChangedEntries,
): Promise<void> {
  const { github } = ports;
  if (followUp.data.stage !== "design") return;
  const pull = await github.pullRequest(place, followUp.number);
  if (pull?.state !== "open" || !pull.ours) return;
  if ((await github.followUp(place, pull.headRef, pull.baseRef)).handsOff) return;
  const document = await designOnBranch(ports, place, pull, followUp);
  const isStale = changed.size > 0;
  const text = document === null ? null : withState(document.text, isStale ? "stale" : "draft", changed);
  if (document === null || text === null || text === document.text) return;
  const { owner, name } = place;
  // Moved on meanwhile: whoever did so reads the note.
  await github.apply(place, pull.number, {
    type: "commit-files",
    repository: { owner, name },
    branch: pull.headRef,
    tip: pull.headSha,
    message: isStale ? subjectLine("Stale since a change of", [...changed.keys()]) : "Not stale any more",
    files: [{ path: document.path, content: text }],
  });
}
