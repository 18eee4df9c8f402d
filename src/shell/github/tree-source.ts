import type { Octokit } from "@octokit/rest";
import { UserError } from "../../core/user-error.ts";
import type { RepositoryRef, SpecSource, TreeFile, TreeItem } from "../ports.ts";
import type { BlobCache } from "./blob-cache.ts";

/** Blobs asked for at the same time. */
const atOnce = 6;

/** Reads trees and blobs of a repository on GitHub; a blob is fetched once for as long as the cache holds it. */
export class TreeSource implements SpecSource {
  readonly #octokit: Octokit;
  readonly #place: { owner: string; repo: string };
  readonly #blobs: BlobCache;

  constructor(octokit: Octokit, { owner, name }: RepositoryRef, blobs: BlobCache) {
    this.#octokit = octokit;
    this.#place = { owner, repo: name };
    this.#blobs = blobs;
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
    const missing = [...new Set(blobs)].filter((blob) => this.#blobs.get(blob) === undefined);
    const fetched = new Map<string, Uint8Array>();
    for (let i = 0; i < missing.length; i += atOnce) {
      const batch = missing.slice(i, i + atOnce);
      const bytes = await Promise.all(batch.map((blob) => this.#fetch(blob)));
      batch.forEach((blob, at) => fetched.set(blob, bytes[at] ?? new Uint8Array()));
    }
    return blobs.map((blob) => fetched.get(blob) ?? this.#blobs.get(blob) ?? new Uint8Array());
  }

  async #fetch(blob: string): Promise<Uint8Array> {
    const { data } = await this.#octokit.rest.git.getBlob({ ...this.#place, file_sha: blob });
    const bytes = new Uint8Array(Buffer.from(data.content, "base64"));
    this.#blobs.set(blob, bytes);
    return bytes;
  }
}
