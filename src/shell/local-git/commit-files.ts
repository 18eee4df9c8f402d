import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FileChange } from "../../core/code/file-change.ts";
import { UserError } from "../../core/user-error.ts";
import { mustRunGit, runGit } from "./run-git.ts";

interface NewBranch {
  readonly branch: string;
  /** Commit the files were made on. */
  readonly parent: string;
  readonly files: readonly FileChange[];
  readonly message: string;
}

/**
 * Says before any work whether a branch can be made: its name is valid and free, and git knows who commits. Throws
 * UserError when not.
 */
export async function checkNewBranch(clone: string, branch: string): Promise<void> {
  const isName = (await runGit(clone, ["check-ref-format", "--branch", branch])).code === 0;
  if (!isName || branch.startsWith("@{"))
    throw new UserError(`"${branch}" is no name for a branch. Give another with --branch.`);
  const taken = await runGit(clone, ["rev-parse", "--verify", "--quiet", `refs/heads/${branch}`]);
  if (taken.code === 0)
    throw new UserError(
      `The branch ${branch} exists already and is left as it is. Give another name with --branch, or delete it.`,
    );
  for (const who of ["GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"]) {
    if ((await runGit(clone, ["var", who])).code !== 0)
      throw new UserError(
        "git does not know who commits. Set user.name and user.email with git config, or use --patch.",
      );
  }
}

/**
 * Commits files on a new branch, as the clone's own git identity, through an index of its own: the work tree, the index
 * and the branch that is checked out stay as they are, and no hook runs. Returns the commit. Throws UserError when the
 * branch came into being meanwhile; the commit is kept and named.
 */
export async function commitFiles(
  clone: string,
  { branch, parent, files, message }: NewBranch,
): Promise<string> {
  const commit = await withTree(clone, parent, files, {}, async (tree) =>
    oneLine(await mustRunGit(clone, ["commit-tree", tree, "-p", parent, "-F", "-"], { input: message })),
  );
  // An empty old value: only where there is no such branch.
  const made = await runGit(clone, ["update-ref", `refs/heads/${branch}`, commit, ""]);
  if (made.code === 0) return commit;
  throw new UserError(
    `The branch ${branch} could not be made. The work is kept: git branch OTHER-NAME ${commit}`,
  );
}

/** The same change as a patch for `git apply`; nothing is left in the clone, not even objects. */
export async function patchOf(
  clone: string,
  { parent, files }: Pick<NewBranch, "parent" | "files">,
): Promise<Buffer> {
  const objects = oneLine(
    await mustRunGit(clone, ["rev-parse", "--path-format=absolute", "--git-path", "objects"]),
  );
  const own = mkdtempSync(join(tmpdir(), "twopath-objects-"));
  const environment = { GIT_OBJECT_DIRECTORY: own, GIT_ALTERNATE_OBJECT_DIRECTORIES: objects };
  const format = ["-p", "--binary", "--full-index", "--no-ext-diff", "--no-textconv", "--no-renames"];
  try {
    return await withTree(clone, parent, files, environment, (tree) =>
      mustRunGit(clone, ["diff-tree", ...format, parent, tree], { environment }),
    );
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Makes the tree of a commit with files laid over it, and gives its id to `use`. */
async function withTree<T>(
  clone: string,
  parent: string,
  files: readonly FileChange[],
  objects: Readonly<Record<string, string>>,
  use: (tree: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "twopath-index-"));
  const environment = { ...objects, GIT_INDEX_FILE: join(folder, "index") };
  try {
    await mustRunGit(clone, ["read-tree", parent], { environment });
    const modes = await modesOf(clone, parent);
    const lines: string[] = [];
    for (const { path, content } of files) {
      const blob = await mustRunGit(clone, ["hash-object", "-w", "--stdin"], {
        environment,
        input: content ?? "",
      });
      lines.push(`${modes.get(path) ?? "100644"} ${oneLine(blob)}\t${path}\0`);
    }
    await mustRunGit(clone, ["update-index", "-z", "--index-info"], { environment, input: lines.join("") });
    return await use(oneLine(await mustRunGit(clone, ["write-tree"], { environment })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A program stays one. */
async function modesOf(clone: string, commit: string): Promise<ReadonlyMap<string, string>> {
  const listing = await mustRunGit(clone, ["ls-tree", "-r", "-z", "--full-tree", commit]);
  const lines = listing.toString("utf8").split("\0").filter(Boolean);
  return new Map(lines.map((line) => [line.slice(line.indexOf("\t") + 1), line.slice(0, 6)]));
}

function oneLine(bytes: Buffer): string {
  return bytes.toString("utf8").trim();
}
