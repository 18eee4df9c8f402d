/** Test data of the spec as a file of the target, byte for byte, with where it came from. */
export interface VectorFile {
  /** In the target, relative to the repository. */
  readonly path: string;
  readonly content: string;
  readonly entries: readonly string[];
  /** One line: what is in it. */
  readonly describes: string;
  readonly source: VectorSource;
}

/** Lines are 1-based and inclusive. */
export interface VectorSource {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
}
