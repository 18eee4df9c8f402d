import type { FileChange } from "../../core/code/file-change.ts";
import type { TreeEntry } from "../../core/code/guard/write-policy.ts";
import type { Workspace } from "./workspace.ts";

/** The target as the writer sees it: the tree at its commit with the writer's own files on top. Memory only. */
export class Overlay {
  readonly #workspace: Workspace;
  readonly #written = new Map<string, string>();
  readonly #before = new Map<string, string>();
  readonly #tree: readonly TreeEntry[];
  readonly #programs: ReadonlySet<string>;

  private constructor(workspace: Workspace, tree: readonly TreeEntry[]) {
    this.#workspace = workspace;
    this.#tree = tree;
    this.#programs = new Set(tree.filter((one) => one.isExecutable === true).map(({ path }) => path));
  }

  static async open(workspace: Workspace): Promise<Overlay> {
    return new Overlay(workspace, await workspace.tree());
  }

  get tree(): readonly TreeEntry[] {
    return this.#tree;
  }

  /** Original contents of the files that were written or read. */
  get before(): ReadonlyMap<string, string> {
    return this.#before;
  }

  /** Paths of regular files, sorted. */
  paths(): readonly string[] {
    const files = this.#tree.filter(({ kind }) => kind === "file").map(({ path }) => path);
    return [...new Set([...files, ...this.#written.keys()])].sort();
  }

  async read(path: string): Promise<string | null> {
    const written = this.#written.get(path);
    if (written !== undefined) return written;
    if (!this.#tree.some((entry) => entry.path === path && entry.kind === "file")) return null;
    const known = this.#before.get(path);
    if (known !== undefined) return known;
    const content = await this.#workspace.read(path);
    if (content !== null) this.#before.set(path, content);
    return content;
  }

  /** False when the file already has this content. */
  async write(path: string, content: string): Promise<boolean> {
    if ((await this.read(path)) === content) return false;
    this.#written.set(path, content);
    return true;
  }

  /** What differs from the tree, sorted by path. */
  changes(): readonly FileChange[] {
    return [...this.#written]
      .filter(([path, content]) => this.#before.get(path) !== content)
      .map(([path, content]) => ({
        path,
        content,
        ...(this.#programs.has(path) ? { isExecutable: true as const } : {}),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  }
}
