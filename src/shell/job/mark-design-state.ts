import type { ChangedEntries } from "../../core/design/design-state.ts";
import { planDesignState } from "../../core/plan/plan-commit.ts";
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
  const action = document === null ? null : planDesignState(place, pull, document, changed);
  // Moved on meanwhile: whoever did so reads the note.
  if (action !== null) await github.apply(place, pull.number, action);
}
