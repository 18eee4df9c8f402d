import type { FileChange } from "../code/file-change.ts";
import { repairCommitMessage } from "../message/follow-up-body.ts";
import {
  repairMarker,
  repairMessage,
  repairRefusedMessage,
  type RepairText,
} from "../message/repair-message.ts";
import type { GitHubAction, OpenFollowUp } from "./action.ts";
import type { SpecLeave } from "./spec-leave.ts";

/**
 * The heads that a repair was begun for, with this one: a head that is tried again counts once. Null: the limit is reached.
 */
export function withRepair(begun: readonly string[], head: string, most: number): readonly string[] | null {
  const repairs = begun.includes(head) ? begun : [...begun, head];
  return repairs.length > most ? null : repairs;
}

interface RepairFacts {
  readonly leave: SpecLeave;
  readonly branch: string;
  readonly headSha: string;
  readonly pull: { readonly baseRef: string; readonly title: string; readonly body: string };
  readonly files: readonly FileChange[];
  /** Writes that were refused. */
  readonly unresolved: readonly { readonly message: string }[];
  readonly fromFork: boolean;
}

/** One more commit on the code's own pull request, which keeps its title and body. */
export function planRepair(facts: RepairFacts): OpenFollowUp {
  const { leave, branch, headSha, pull, files, unresolved, fromFork } = facts;
  const { owner, name } = leave.place;
  const { baseRef: base, title, body } = pull;
  return {
    type: "open-follow-up",
    repository: { owner, name },
    ...{ branch, base, from: headSha, title, body },
    commitMessage: repairCommitMessage(title, unresolved, fromFork),
    files,
  };
}

/** The one comment about repairs. */
export function planRepairNote(text: RepairText): GitHubAction {
  return { type: "upsert-comment", marker: repairMarker, body: repairMessage(text), create: true };
}

/** In its place, where none may be tried. */
export function planRepairRefusal(failure: Parameters<typeof repairRefusedMessage>[0]): GitHubAction {
  return { type: "upsert-comment", marker: repairMarker, body: repairRefusedMessage(failure), create: true };
}
