import type { TreeEntry } from "../../core/code/guard/write-policy.ts";

/** A target at one commit, read-only: a local clone or GitHub. The writer's copy is laid over it in memory. */
export interface Workspace {
  /** Commit id; part of the key under which finished turns are remembered. */
  readonly commit: string;
  /** The whole tree with links and submodules marked. */
  tree(): Promise<readonly TreeEntry[]>;
  /** Text of a regular file; null when there is none or when it is not text. Never follows a link. */
  read(path: string): Promise<string | null>;
}
