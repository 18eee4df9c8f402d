import { mkdir } from "node:fs/promises";
import { commitCommands, type FileMap, treeCommands } from "./fast-import.ts";
import { git, GitError, gitText } from "./git.ts";
import { commitFormat, commitObject, type GitCommit, type GitPerson, parseCommits } from "./git-commit.ts";
import { parseTree, type TreeChange, type TreeItem } from "./git-tree.ts";

const zero = "0".repeat(40);

/** One bare repository on disk, read and written by the git command line. */
export class GitStore {
  readonly dir: string;

  constructor(dir: string) {
    this.dir = dir;
  }

  async init(defaultBranch: string): Promise<void> {
    await mkdir(this.dir, { recursive: true });
    await git(this.dir, ["init", "--quiet", "--bare", `--initial-branch=${defaultBranch}`, this.dir]);
  }

  async refs(): Promise<Map<string, string>> {
    const text = await gitText(this.dir, ["for-each-ref", "--format=%(refname) %(objectname)"]);
    const refs = new Map<string, string>();
    for (const line of text.split("\n")) {
      const [name, sha] = line.split(" ");
      if (name && sha) refs.set(name, sha);
    }
    return refs;
  }

  /** Commit id of a branch, tag, full ref or commit id; null when there is none. */
  async resolve(revision: string): Promise<string | null> {
    for (const name of candidates(revision)) {
      const sha = await this.tryText([
        "rev-parse",
        "--verify",
        "--quiet",
        "--end-of-options",
        `${name}^{commit}`,
      ]);
      if (sha) return sha;
    }
    return null;
  }

  /** Id of the tree a commit, tree or ref names; null when there is none. */
  async treeOf(revision: string): Promise<string | null> {
    return this.tryText(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{tree}`]);
  }

  async objectType(sha: string): Promise<string | null> {
    return this.tryText(["cat-file", "-t", sha]);
  }

  /** Moves a ref if it is still at `before` (null: must not exist). Throws GitError otherwise. */
  async updateRef(ref: string, sha: string, before?: string | null): Promise<void> {
    const guard = before === undefined ? [] : [before ?? zero];
    await git(this.dir, ["update-ref", ref, sha, ...guard]);
  }

  async deleteRef(ref: string): Promise<void> {
    await git(this.dir, ["update-ref", "-d", ref]);
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return (await this.tryText(["merge-base", "--is-ancestor", ancestor, descendant])) !== null;
  }

  async mergeBase(a: string, b: string): Promise<string | null> {
    return this.tryText(["merge-base", a, b]);
  }

  /** The tree of a clean merge, or null on conflict. */
  async mergeTree(base: string, head: string): Promise<string | null> {
    return this.tryText(["merge-tree", "--write-tree", base, head]);
  }

  async readBlob(sha: string): Promise<Buffer> {
    return git(this.dir, ["cat-file", "blob", sha]);
  }

  /** Bytes of several blobs; null for what is none. */
  async readBlobs(shas: readonly string[]): Promise<readonly (Buffer | null)[]> {
    const out = await git(
      this.dir,
      ["cat-file", "--batch"],
      Buffer.from(shas.map((sha) => `${sha}\n`).join("")),
    );
    let at = 0;
    return shas.map(() => {
      const end = out.indexOf(10, at);
      const [, type, size] = out.subarray(at, end).toString().split(" ");
      at = end + 1;
      if (size === undefined) return null;
      const bytes = out.subarray(at, at + Number(size));
      at += Number(size) + 1;
      return type === "blob" ? bytes : null;
    });
  }

  /** Bytes of a path at a revision, or null. */
  async readPath(revision: string, path: string): Promise<Buffer | null> {
    try {
      return await git(this.dir, ["cat-file", "blob", `${revision}:${path}`]);
    } catch (error) {
      if (error instanceof GitError) return null;
      throw error;
    }
  }

  async writeBlob(content: Uint8Array): Promise<string> {
    return (await git(this.dir, ["hash-object", "-w", "--stdin"], content)).toString().trim();
  }

  async tree(revision: string, recursive: boolean): Promise<readonly TreeItem[]> {
    const out = await git(this.dir, ["ls-tree", "-z", "-l", ...(recursive ? ["-r", "-t"] : []), revision]);
    return parseTree(out.toString("utf8"));
  }

  /** Changes to a tree (a null sha deletes), as a new tree; null base starts empty. */
  async writeTree(base: string | null, items: readonly TreeChange[]): Promise<string> {
    const ref = "refs/sandbox/tree";
    await git(this.dir, ["fast-import", "--quiet", "--done", "--force"], treeCommands(ref, base, items));
    const tree = await gitText(this.dir, ["rev-parse", `${ref}^{tree}`]);
    await this.deleteRef(ref);
    return tree;
  }

  async writeCommit(commit: Omit<GitCommit, "sha">): Promise<string> {
    return gitText(this.dir, ["hash-object", "-t", "commit", "-w", "--stdin"], commitObject(commit));
  }

  async commits(range: readonly string[], limit = 250): Promise<readonly GitCommit[]> {
    const out = await gitText(this.dir, [
      "log",
      `--max-count=${limit}`,
      `--format=${commitFormat}`,
      ...range,
      "--",
    ]);
    return parseCommits(out);
  }

  async commit(sha: string): Promise<GitCommit | null> {
    return (await this.objectType(sha)) === "commit" ? ((await this.commits([sha], 1))[0] ?? null) : null;
  }

  /** Commits file changes onto a branch with one fast-import; answers the new commit's id. */
  async commitFiles(
    branch: string,
    files: FileMap,
    message: string,
    author: GitPerson,
    from: string | null,
  ): Promise<string> {
    const input = commitCommands(branch, files, message, author, from);
    await git(this.dir, ["fast-import", "--quiet", "--done", "--force"], input);
    const sha = await this.resolve(`refs/heads/${branch}`);
    if (!sha) throw new Error(`Branch ${branch} of ${this.dir} is missing after the commit.`);
    return sha;
  }

  async fetchFrom(other: GitStore, sha: string, ref: string): Promise<void> {
    if (other.dir === this.dir) await this.updateRef(ref, sha);
    else await git(this.dir, ["fetch", "--quiet", "--no-tags", other.dir, `+${sha}:${ref}`]);
  }

  async archive(sha: string, prefix: string): Promise<Buffer> {
    return git(this.dir, ["archive", "--format=tar.gz", `--prefix=${prefix}/`, sha]);
  }

  private async tryText(args: readonly string[]): Promise<string | null> {
    try {
      return await gitText(this.dir, args);
    } catch (error) {
      if (error instanceof GitError) return null;
      throw error;
    }
  }
}

function candidates(revision: string): readonly string[] {
  if (/^[0-9a-f]{40}$/.test(revision) || revision.startsWith("refs/") || revision === "HEAD")
    return [revision];
  // In git's own order, by which a tag comes before a branch: what GitHub takes is not documented.
  return [`refs/${revision}`, `refs/tags/${revision}`, `refs/heads/${revision}`, revision];
}
