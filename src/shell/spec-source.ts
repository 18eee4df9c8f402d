/** A file of a tree. `blob` is git's object id. */
export interface TreeFile {
  readonly path: string;
  readonly blob: string;
  /** Bytes. */
  readonly size: number;
  /** A program: absent where it is none. A local clone does not say. */
  readonly isExecutable?: true;
}

/** Anything a tree holds, links and submodules included. `blob` is git's object id, `size` bytes. */
export interface TreeItem extends TreeFile {
  readonly kind: "file" | "symlink" | "submodule";
}

/** Reads files of one repository at a revision: a local clone, or GitHub. */
export interface SpecSource {
  /** Commit id of a revision. Throws UserError when there is none. */
  resolve(revision: string): Promise<string>;
  list(commit: string): Promise<readonly TreeFile[]>;
  /** Bytes of blobs, in the order asked. */
  read(blobs: readonly string[]): Promise<readonly Uint8Array[]>;
}
