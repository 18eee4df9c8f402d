import type { SourceFile } from "../../core/entries/entry.ts";
import { UserError } from "../../core/user-error.ts";
import { objectStore } from "../local-git/object-store.ts";
import { type GitInput, runGitSync } from "../local-git/run-git.ts";

type Read = (args: readonly string[], input?: string) => Buffer;

interface Blob {
  readonly path: string;
  readonly id: string;
}

/**
 * Reads files of a git repository at a revision, as text; symbolic links and submodules are left out. `wanted` gets the
 * path and the size in bytes. Throws UserError when the folder has no such revision, and when it is a partial clone that
 * does not hold a wanted file's content: nothing is fetched, and fewer files would look like fewer files. What a
 * repository has lost otherwise is left out.
 */
export function readRevision(
  repository: string,
  revision: string,
  wanted: (path: string, bytes: number) => boolean,
): SourceFile[] {
  const verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`];
  const commit = outputOf(repository, verify);
  if (commit === null)
    throw new UserError(
      `There is no revision "${revision}" in the clone "${repository}". Name one that there is, or git fetch it first.`,
    );
  const id = commit.toString("utf8").trim();
  const objects = objectStore(repository);
  const read: Read = (args, input = "") => outputOf(repository, args, { objects, input }) ?? Buffer.alloc(0);
  const listing = read(["ls-tree", "-r", "-z", "--full-tree", id]);
  const blobs = listing.toString("utf8").split("\0").flatMap(blobOf);
  const sizes = checkSizes(read, blobs);
  const missing = blobs.filter(({ path }, i) => sizes[i] === null && wanted(path, 0));
  if (missing.length > 0 && isPartialClone(repository)) throw notHeld(repository, missing);
  const chosen = blobs.filter(({ path }, i) => {
    const size = sizes[i] ?? null;
    return size !== null && wanted(path, size);
  });
  return readBlobs(read, chosen);
}

function notHeld(repository: string, [first, ...others]: readonly Blob[]): UserError {
  const more = others.length === 0 ? "" : ` and of ${String(others.length)} more files`;
  return new UserError(
    `${repository} is a partial clone: the content of ${first?.path ?? ""}${more} is not in it. ` +
      "git fetch --refetch --no-filter it, or clone it whole.",
  );
}

/** As it says itself; nothing else of its configuration is obeyed. */
function isPartialClone(repository: string): boolean {
  const names = "^(remote\\..*\\.promisor|extensions\\.partialclone)$";
  return outputOf(repository, ["config", "--local", "--name-only", "--get-regexp", names]) !== null;
}

function blobOf(line: string): Blob[] {
  const found = /^100\d{3} blob ([0-9a-f]{40,64})\t/.exec(line);
  return found === null ? [] : [{ path: line.slice(found[0].length), id: found[1] ?? "" }];
}

/** Bytes, or null for an object that is not there; listing sizes with the tree would fail on the first such one. */
function checkSizes(read: Read, blobs: readonly Blob[]): (number | null)[] {
  const lines = read(["cat-file", "--batch-check=%(objectsize)"], ids(blobs)).toString("latin1").split("\n");
  return blobs.map((_, i) => {
    const size = lines[i] ?? "";
    return /^\d+$/.test(size) ? Number(size) : null;
  });
}

function readBlobs(read: Read, blobs: readonly Blob[]): SourceFile[] {
  const answer = read(["cat-file", "--batch"], ids(blobs));
  let at = 0;
  return blobs.flatMap(({ path }) => {
    const start = answer.indexOf(10, at) + 1;
    const [, kind, size] = answer.subarray(at, start).toString("latin1").trim().split(" ");
    at = start;
    if (kind !== "blob") return [];
    at += Number(size) + 1;
    return [{ path, text: answer.subarray(start, start + Number(size)).toString("utf8") }];
  });
}

function ids(blobs: readonly Blob[]): string {
  return blobs.map(({ id }) => `${id}\n`).join("");
}

/** Standard output, or null when git ended badly. */
function outputOf(repository: string, args: readonly string[], given: GitInput = {}): Buffer | null {
  const { code, output } = runGitSync(repository, args, given);
  return code === 0 ? output : null;
}
