import { branchCommits, withCommit } from "../core/state/branch-commits.ts";
import { kept } from "./kept.ts";
import type { KeyValueStore, WrittenCommits } from "./ports.ts";

/** The commits the App made, in the store. */
export function createWrittenCommits(values: KeyValueStore): WrittenCommits {
  return {
    has: async (repository, branch, commit) =>
      (await kept(values, branchCommits, repository, branch).get())?.includes(commit) === true,
    add: async (repository, branch, commit) => {
      await kept(values, branchCommits, repository, branch).update((known) =>
        withCommit(known ?? [], commit),
      );
    },
  };
}
