/** What a target's tree holds at a path; a link or a submodule is never written through. */
export interface TreeEntry {
  readonly path: string;
  readonly kind: "file" | "symlink" | "submodule";
  /** A program: absent where it is none. */
  readonly isExecutable?: true;
}

export interface WriteCaps {
  readonly files: number;
  /** Bytes of UTF-8. */
  readonly fileBytes: number;
  readonly totalBytes: number;
}

export const defaultCaps: WriteCaps = { files: 40, fileBytes: 400_000, totalBytes: 2_000_000 };

/** What the bot may write into one target. What guard/protected-path.ts refuses stands above it and cannot be lifted. */
export interface WritePolicy {
  /** Folders relative to the repository root, without a trailing slash; `""` is the whole repository. */
  readonly folders: readonly string[];
  /** Folders of tests among them; a file there that declares tests must assert something. */
  readonly testFolders: readonly string[];
  /** Endings of source and test files that may be written, without the dot; absent: of every language known here. */
  readonly endings?: readonly string[];
  /** Existing files of other kinds that the configuration names, by their exact paths. */
  readonly named?: readonly string[];
  /** Files whose content is fixed (test vectors): writing anything else there is refused. */
  readonly fixed: readonly { readonly path: string; readonly content: string }[];
  readonly caps: WriteCaps;
}

export type RefusalRule =
  | "path-shape"
  | "path-protected"
  | "path-outside"
  | "path-kind"
  | "path-link"
  | "path-collision"
  | "delete"
  | "too-many-files"
  | "too-large"
  | "binary"
  | "hidden-character"
  | "mixed-script"
  | "secret"
  | "vector-changed"
  | "no-assertion"
  | "unparsable";

/** Why a file may not be written. `message` names file, line and reason, never the offending value. */
export interface Refusal {
  readonly rule: RefusalRule;
  readonly path: string;
  readonly message: string;
}
