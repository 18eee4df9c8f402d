import type { Octokit } from "@octokit/rest";
import { UserError } from "../../core/user-error.ts";
import type { RepositoryRef, SpecSource, TreeFile, TreeItem } from "../ports.ts";
import { qualifiedRef } from "./qualified-ref.ts";
import { type ObjectCache, objectKey } from "./object-cache.ts";
import { isSmall, readTexts } from "./read-texts.ts";

/** Folders of a repository too large for one answer that are read one by one. */
const mostFolders = 1000;

type GitHubTree = { path: string; sha: string; size?: number | undefined; type: string; mode: string }[];

/** Blobs asked for at the same time. */
const atOnce = 6;

/** Blobs asked for one by one at most: more come in batches, and of those that cannot, more are not read. */
const oneByOne = { few: 20, most: 200 };

/** Reads trees and blobs of a repository on GitHub; a blob is fetched once for as long as the cache holds it. */
export class TreeSource implements SpecSource {
  readonly #octokit: Octokit;
  readonly #repository: RepositoryRef;
  readonly #place: { owner: string; repo: string };
  readonly #kept: ObjectCache;
  /** Bytes of the blobs in the trees that were listed. */
  readonly #sizes = new Map<string, number>();

  constructor(octokit: Octokit, repository: RepositoryRef, kept: ObjectCache) {
    this.#octokit = octokit;
    this.#repository = repository;
    this.#place = { owner: repository.owner, repo: repository.name };
    this.#kept = kept;
  }

  async resolve(revision: string): Promise<string> {
    // Documented as `heads/…` here: https://docs.github.com/rest/commits/commits#get-a-commit
    const ref = qualifiedRef(revision).replace(/^refs\//, "");
    const { data } = await this.#octokit.rest.repos.getCommit({ ...this.#place, ref });
    return data.sha;
  }

  async list(commit: string): Promise<readonly TreeFile[]> {
    const files = (await this.tree(commit)).filter(({ kind }) => kind === "file");
    for (const { blob, size } of files) this.#sizes.set(blob, size);
    return files;
  }

  /** Throws UserError when the repository is too large to be read over the API. */
  async tree(commit: string): Promise<readonly TreeItem[]> {
    const key = objectKey(this.#repository, commit);
    const known = this.#kept.trees.get(key);
    if (known !== undefined) return known;
    const items = await this.#fetchTree(commit);
    this.#kept.trees.set(key, items);
    return items;
  }

  async #fetchTree(commit: string): Promise<readonly TreeItem[]> {
    const { data } = await this.#octokit.rest.git.getTree({
      ...this.#place,
      tree_sha: commit,
      recursive: "1",
    });
    const entries = data.truncated ? await this.#walk(commit) : data.tree;
    return entries.flatMap(({ path, sha, size, type, mode }): TreeItem[] => {
      if (type === "tree") return [];
      const kind = type === "commit" ? "submodule" : mode === "120000" ? "symlink" : "file";
      const isExecutable = mode === "100755" ? { isExecutable: true as const } : {};
      return [{ path, blob: sha, size: size ?? 0, kind, ...isExecutable }];
    });
  }

  /** Folder by folder, for what GitHub does not list in one answer (100,000 items or 7 MB). */
  async #walk(commit: string): Promise<GitHubTree> {
    const found: GitHubTree = [];
    const folders = [{ path: "", sha: commit }];
    for (let asked = 0; folders.length > 0; asked++) {
      if (asked === mostFolders) throw this.#tooLarge();
      const { path: folder, sha } = folders.shift() ?? { path: "", sha: "" };
      const { data } = await this.#octokit.rest.git.getTree({ ...this.#place, tree_sha: sha });
      if (data.truncated) throw this.#tooLarge();
      for (const item of data.tree) {
        const path = `${folder}${item.path}`;
        if (item.type === "tree") folders.push({ path: `${path}/`, sha: item.sha });
        else found.push({ ...item, path });
      }
    }
    return found;
  }

  #tooLarge(): UserError {
    return new UserError(
      `${this.#place.owner}/${this.#place.repo} has more folders than are read over GitHub's API. ` +
        "Run `twopath review` on a clone instead.",
    );
  }

  /** Throws UserError when too many blobs would each take a request. */
  async read(blobs: readonly string[]): Promise<readonly Uint8Array[]> {
    const found = new Map<string, Uint8Array>();
    const missing: string[] = [];
    for (const blob of new Set(blobs)) {
      const bytes = this.#kept.blobs.get(objectKey(this.#repository, blob));
      if (bytes === undefined) missing.push(blob);
      else found.set(blob, bytes);
    }
    if (missing.length > oneByOne.few) {
      for (const [blob, bytes] of await this.#fetchTexts(missing)) found.set(blob, bytes);
    }
    const left = missing.filter((blob) => !found.has(blob));
    if (left.length > oneByOne.most) throw this.#tooMany(left.length);
    for (let i = 0; i < left.length; i += atOnce) {
      const batch = left.slice(i, i + atOnce);
      const bytes = await Promise.all(batch.map((blob) => this.#fetchBlob(blob)));
      batch.forEach((blob, at) => found.set(blob, bytes[at] ?? new Uint8Array()));
    }
    return blobs.map((blob) => found.get(blob) ?? new Uint8Array());
  }

  async #fetchTexts(blobs: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const small = blobs
      .map((blob) => ({ blob, size: this.#sizes.get(blob) ?? Number.POSITIVE_INFINITY }))
      .filter(isSmall);
    const texts = await readTexts(this.#octokit, this.#repository, small);
    for (const [blob, bytes] of texts) this.#kept.blobs.set(objectKey(this.#repository, blob), bytes);
    return texts;
  }

  #tooMany(files: number): UserError {
    return new UserError(
      `${this.#place.owner}/${this.#place.repo} has ${String(files)} files to be read that are over 500 KB or no UTF-8 text; ` +
        `at most ${String(oneByOne.most)} such files are read over GitHub's API. Run \`twopath review\` on a clone instead.`,
    );
  }

  async #fetchBlob(blob: string): Promise<Uint8Array> {
    const { data } = await this.#octokit.rest.git.getBlob({ ...this.#place, file_sha: blob });
    const bytes = new Uint8Array(Buffer.from(data.content, "base64"));
    this.#kept.blobs.set(objectKey(this.#repository, blob), bytes);
    return bytes;
  }
}
