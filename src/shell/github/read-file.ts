import { isUtf8 } from "node:buffer";
import type { Octokit } from "@octokit/rest";
import { UserError } from "../../core/user-error.ts";
import type { RepositoryRef } from "../ports.ts";
import { isCommit, qualifiedRef } from "./qualified-ref.ts";
import { type ObjectCache, objectKey } from "./object-cache.ts";
import { blobId } from "./read-texts.ts";
import { orNull } from "./request-policy.ts";

/**
 * A text file at a branch or commit, or null when there is none. At a commit it never changes: read once. Throws UserError for what is
 * no regular file, no text or too large.
 */
export async function readFile(
  octokit: Octokit,
  repository: RepositoryRef,
  path: string,
  ref: string,
  kept: ObjectCache,
): Promise<string | null> {
  if (!isCommit(ref)) return fetchFile(octokit, repository, path, qualifiedRef(ref));
  const key = objectKey(repository, `${ref}:${path}`);
  const known = kept.files.get(key);
  if (known !== undefined) return known.text;
  const text = await fetchFile(octokit, repository, path, ref);
  kept.files.set(key, { text });
  return text;
}

interface FilePlace {
  readonly owner: string;
  readonly repo: string;
  readonly path: string;
  readonly ref: string;
}

/**
 * GitHub answers for a link with the content of the file that it leads to, and does not say so: which file a page shows under this
 * name is told by its folder only (https://docs.github.com/rest/repos/contents#get-repository-content).
 */
async function isRegularFile(
  octokit: Octokit,
  {
    path,
    ...place
  }: { readonly owner: string; readonly repo: string; readonly path: string; readonly ref: string },
  sha: string,
): Promise<boolean> {
  const folder = path.slice(0, Math.max(path.lastIndexOf("/"), 0));
  if (folder === "") return isRootFile(octokit, { ...place, path }, sha);
  const answer = await orNull(octokit.rest.repos.getContent({ ...place, path: folder }));
  if (answer === null || !Array.isArray(answer.data)) return false;
  return answer.data.some((one) => one.path === path && one.type === "file" && one.sha === sha);
}

async function isRootFile(
  octokit: Octokit,
  { owner, repo, ref, path }: FilePlace,
  sha: string,
): Promise<boolean> {
  const { data } = await octokit.rest.git.getTree({ owner, repo, tree_sha: ref });
  return data.tree.some((one) => one.path === path && one.mode.startsWith("100") && one.sha === sha);
}

function noRegularFile(path: string): UserError {
  return new UserError(
    `\`${path}\` is a link or another repository's commit, or stands among more than 1,000 files; only regular files are read. Put the file itself there.`,
  );
}

async function fetchFile(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  path: string,
  ref: string,
): Promise<string | null> {
  const answer = await orNull(octokit.rest.repos.getContent({ owner, repo, path, ref }));
  if (answer === null || Array.isArray(answer.data)) return null;
  if (answer.data.type !== "file") throw noRegularFile(path);
  // Beyond 1 MB GitHub answers without content (https://docs.github.com/rest/repos/contents#get-repository-content).
  if (answer.data.content === "" && answer.data.size > 0) {
    throw new UserError(
      `\`${path}\` has ${answer.data.size} bytes; at most 1,000,000 are read. Make it shorter.`,
    );
  }
  const bytes = Buffer.from(answer.data.content, "base64");
  const { sha } = answer.data;
  if (blobId(bytes, sha.length) !== sha || !(await isRegularFile(octokit, { owner, repo, path, ref }, sha)))
    throw noRegularFile(path);
  if (!isUtf8(bytes)) throw new UserError(`\`${path}\` is not UTF-8. Save it as UTF-8.`);
  return new TextDecoder().decode(bytes);
}
