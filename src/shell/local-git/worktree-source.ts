import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mayHoldTestData, maySpecify } from "../../core/entries/candidate-file.ts";
import type { SpecSource, TreeFile } from "../ports.ts";

/** What the work tree is called where a revision is asked for. */
export const worktree = "worktree";

/**
 * The files of a clone as they lie in its folder, committed or not, beside its commits. Only what a review reads is looked
 * at; nothing is written, and links are not followed.
 */
export class WorktreeSource implements SpecSource {
  readonly #folder: string;
  readonly #commits: SpecSource;
  readonly #bytes = new Map<string, Uint8Array>();

  constructor(folder: string, commits: SpecSource) {
    this.#folder = folder;
    this.#commits = commits;
  }

  async resolve(revision: string): Promise<string> {
    return revision === worktree ? revision : this.#commits.resolve(revision);
  }

  async list(revision: string): Promise<readonly TreeFile[]> {
    return revision === worktree ? this.#files() : this.#commits.list(revision);
  }

  async read(blobs: readonly string[]): Promise<readonly Uint8Array[]> {
    const others = blobs.filter((blob) => !this.#bytes.has(blob));
    const found = await this.#commits.read(others);
    const byBlob = new Map(others.map((blob, at) => [blob, found[at] ?? new Uint8Array()]));
    return blobs.map((blob) => this.#bytes.get(blob) ?? byBlob.get(blob) ?? new Uint8Array());
  }

  #files(): TreeFile[] {
    const files: TreeFile[] = [];
    const folders = [""];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      for (const name of readdirSync(join(this.#folder, folder))) {
        const path = folder === "" ? name : `${folder}/${name}`;
        const found = lstatSync(join(this.#folder, path));
        if (found.isDirectory() && name !== ".git" && name !== "node_modules") folders.push(path);
        if (found.isFile() && (maySpecify(path) || mayHoldTestData(path)))
          files.push({ path, blob: this.#keep(path), size: found.size });
      }
    }
    return files.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Git's name for the content, so that what a commit has as well is the same blob. */
  #keep(path: string): string {
    const bytes = readFileSync(join(this.#folder, path));
    const blob = createHash("sha1")
      .update(`blob ${String(bytes.length)}\0`)
      .update(bytes)
      .digest("hex");
    this.#bytes.set(blob, bytes);
    return blob;
  }
}
