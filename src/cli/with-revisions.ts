import type { Command } from "commander";

/** Which change of which spec a subcommand is about. */
export interface Revisions {
  readonly repo: string;
  readonly base: string;
  readonly head: string;
  /** Everything that stands at head, as if it were new. */
  readonly all?: boolean;
}

/** The options that name them, the same for every subcommand. */
export function withRevisions(command: Command): Command {
  return command
    .option("--repo <dir>", "the clone that holds the spec", ".")
    .option("--base <rev>", "the revision to compare with", "main")
    .option(
      "--head <rev>",
      "the revision that holds the change; `worktree` for the files as they lie there",
      "HEAD",
    );
}
