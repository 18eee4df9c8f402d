/**
 * A commit as it is, and a branch by its whole name: of `main` alone GitHub may take a tag that is called so, which whoever may
 * push can make.
 */
export function qualifiedRef(revision: string): string {
  return isCommit(revision) ? revision : `refs/heads/${revision}`;
}

/** GitHub takes no branch that is called like a commit. */
export function isCommit(revision: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision);
}
