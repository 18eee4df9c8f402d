import { git, gitText } from "./git.ts";
import type { GitStore } from "./git-store.ts";

export interface DiffFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: "added" | "removed" | "modified" | "renamed" | "changed";
  readonly sha: string | null;
  readonly additions: number;
  readonly deletions: number;
  /** Missing for binary files and past GitHub's limits. */
  readonly patch: string | null;
}

const statuses: Readonly<Record<string, DiffFile["status"]>> = {
  A: "added",
  D: "removed",
  M: "modified",
  R: "renamed",
  T: "changed",
};

/** Files changed between two commits, as GitHub lists them. Limits: https://docs.github.com/en/repositories/creating-and-managing-repositories/repository-limits */
export async function diffFiles(store: GitStore, base: string, head: string): Promise<readonly DiffFile[]> {
  const raw = await git(store.dir, ["diff", "--raw", "--no-abbrev", "-z", "-M", base, head]);
  const numbers = await git(store.dir, ["diff", "--numstat", "-z", "-M", base, head]);
  const patches = patchesOf(
    await gitText(store.dir, ["diff", "--no-color", "--full-index", "-M", base, head]),
  );
  const counts = countsOf(numbers.toString("utf8"));
  const files: DiffFile[] = [];
  const words = raw.toString("utf8").split("\0");
  for (let i = 0; i + 1 < words.length;) {
    const [, , , sha = "", letter = "M"] = (words[i++] ?? "").split(" ");
    const status = statuses[letter.charAt(0)] ?? "changed";
    const first = words[i++] ?? "";
    const path = status === "renamed" ? (words[i++] ?? "") : first;
    const [additions, deletions] = counts.get(path) ?? [0, 0];
    const patch = patches[files.length] ?? null;
    files.push({
      path,
      previousPath: status === "renamed" ? first : null,
      status,
      sha: status === "removed" ? await blobAt(store, base, path) : sha,
      additions,
      deletions,
      patch: files.length < 300 && additions + deletions <= 20_000 ? patch : null,
    });
  }
  return files;
}

async function blobAt(store: GitStore, revision: string, path: string): Promise<string> {
  return gitText(store.dir, ["rev-parse", `${revision}:${path}`]);
}

function countsOf(text: string): Map<string, readonly [number, number]> {
  const counts = new Map<string, readonly [number, number]>();
  const words = text.split("\0");
  for (let i = 0; i + 1 < words.length; i++) {
    const [added = "0", deleted = "0", path = ""] = (words[i] ?? "").split("\t");
    // A renamed file's line ends after the counts; old and new path follow as words of their own.
    const name = path === "" ? (words[(i += 2)] ?? "") : path;
    counts.set(name, [Number(added) || 0, Number(deleted) || 0]);
  }
  return counts;
}

/** The hunks of each file of a unified diff, in its order; null where there are none. */
function patchesOf(text: string): readonly (string | null)[] {
  return text
    .split(/^diff --git /m)
    .slice(1)
    .map((part) => {
      const start = part.indexOf("\n@@ ");
      return start < 0 ? null : part.slice(start + 1).trimEnd();
    });
}
