import type { FileChange } from "../code/file-change.ts";
import { type ChangedEntries, withState } from "../design/design-state.ts";
import type { SourceFile } from "../entries/entry.ts";
import { revisionCommitMessage, subjectLine } from "../message/follow-up-body.ts";
import type { RepositoryRef } from "../repository-ref.ts";
import type { CommitFiles } from "./action.ts";
import type { SpecLeave } from "./spec-leave.ts";

/** A pull request of the bot as it was read. */
interface ReadPull {
  readonly headRef: string;
  readonly headSha: string;
}

interface RevisionFacts {
  readonly asked: string;
  readonly trailer: string;
  readonly files: readonly FileChange[];
  /** Writes that were refused. */
  readonly unresolved: readonly { readonly message: string }[];
  /** The text that it follows comes from outside the repository, and CI would run what was made of it. */
  readonly fromFork: boolean;
}

/** The commit of a `/revise`, which its trailer tells from others. */
export function planRevision(
  { place }: SpecLeave,
  pull: ReadPull,
  { asked, trailer, files, unresolved, fromFork }: RevisionFacts,
): CommitFiles {
  return commit(place, pull, revisionCommitMessage(asked, unresolved, trailer, fromFork), files);
}

/** Writes into a design's front matter whether it is stale, and for which entries. Null where it says so already. */
export function planDesignState(
  repository: RepositoryRef,
  pull: ReadPull,
  document: SourceFile,
  changed: ChangedEntries,
): CommitFiles | null {
  const isStale = changed.size > 0;
  const content = withState(document.text, isStale ? "stale" : "draft", changed);
  if (content === document.text) return null;
  const message = isStale
    ? subjectLine("Stale since a change of", [...changed.keys()])
    : "Not stale any more";
  return commit(repository, pull, message, [{ path: document.path, content }]);
}

function commit(
  { owner, name }: RepositoryRef,
  { headRef: branch, headSha: tip }: ReadPull,
  message: string,
  files: readonly FileChange[],
): CommitFiles {
  return { type: "commit-files", repository: { owner, name }, branch, tip, message, files };
}
