import { UserError } from "../../core/user-error.ts";
import { runGit } from "./run-git.ts";

/** Where a folder lies in a clone. */
export interface ClonePlace {
  /** Top of the work tree; the repository itself when it is bare. */
  readonly root: string;
  /** The folder relative to the root, without `/` at the end; `""` for the root. */
  readonly folder: string;
  /** Tells clones apart; work trees of one clone share it. */
  readonly store: string;
}

/** Throws UserError for a folder that is not there, or in no clone. `option` is the flag that named it. */
export async function findClone(directory: string, option: string): Promise<ClonePlace> {
  const store = await lineOf(directory, "--path-format=absolute", "--git-common-dir");
  if (store === null)
    throw new UserError(`"${directory}" is in no git clone. Name the folder of one with ${option} DIR.`);
  const root = (await lineOf(directory, "--show-toplevel")) ?? directory;
  const prefix = (await lineOf(directory, "--show-prefix")) ?? "";
  return { root, folder: prefix.replace(/\/$/, ""), store };
}

async function lineOf(directory: string, ...what: readonly string[]): Promise<string | null> {
  const { code, output } = await runGit(directory, ["rev-parse", ...what]);
  return code === 0 ? output.toString("utf8").replace(/\n$/, "") : null;
}
