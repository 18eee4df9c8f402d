import type { Octokit } from "@octokit/rest";
import { UserError } from "../../core/user-error.ts";
import type { RepositoryRef, SpecSource, TreeFile, TreeItem } from "../ports.ts";
import { type ObjectCache, objectKey } from "./object-cache.ts";

/** Blobs asked for at the same time. */
const atOnce = 6;

/** Reads trees and blobs of a repository on GitHub; a blob is fetched once for as long as the cache holds it. */
export class TreeSource implements SpecSource {
  readonly #octokit: Octokit;
  readonly #repository: RepositoryRef;
  readonly #place: { owner: string; repo: string };
  readonly #kept: ObjectCache;

  constructor(octokit: Octokit, repository: RepositoryRef, kept: ObjectCache) {
    this.#octokit = octokit;
    this.#repository = repository;
    this.#place = { owner: repository.owner, repo: repository.name };
    this.#kept = kept;
  }

  async resolve(revision: string): Promise<string> {
    const { data } = await this.#octokit.rest.repos.getCommit({ ...this.#place, ref: revision });
    return data.sha;
  }

  async list(commit: string): Promise<readonly TreeFile[]> {
    return (await this.tree(commit)).filter(({ kind }) => kind === "file");
  }

  /** Throws UserError when the repository is larger than GitHub lists (100,000 files). */
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
    if (data.truncated) {
      throw new UserError(
        `${this.#place.owner}/${this.#place.repo} has more files than GitHub lists in one answer. ` +
          "Run `twopath review` on a clone instead.",
      );
    }
    return data.tree.flatMap(({ path, sha, size, type, mode }): TreeItem[] => {
      if (type === "tree") return [];
      const kind = type === "commit" ? "submodule" : mode === "120000" ? "symlink" : "file";
      return [{ path, blob: sha, size: size ?? 0, kind }];
    });
  }

  async read(blobs: readonly string[]): Promise<readonly Uint8Array[]> {
    const found = new Map<string, Uint8Array>();
    const missing: string[] = [];
    for (const blob of new Set(blobs)) {
      const bytes = this.#kept.blobs.get(objectKey(this.#repository, blob));
      if (bytes === undefined) missing.push(blob);
      else found.set(blob, bytes);
    }
    for (let i = 0; i < missing.length; i += atOnce) {
      const batch = missing.slice(i, i + atOnce);
      const bytes = await Promise.all(batch.map((blob) => this.#fetchBlob(blob)));
      batch.forEach((blob, at) => found.set(blob, bytes[at] ?? new Uint8Array()));
    }
    return blobs.map((blob) => found.get(blob) ?? new Uint8Array());
  }

  async #fetchBlob(blob: string): Promise<Uint8Array> {
    const { data } = await this.#octokit.rest.git.getBlob({ ...this.#place, file_sha: blob });
    const bytes = new Uint8Array(Buffer.from(data.content, "base64"));
    this.#kept.blobs.set(objectKey(this.#repository, blob), bytes);
    return bytes;
  }
}
