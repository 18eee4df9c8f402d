/** A file as text, decoded. `path` is relative to the repository root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One line of a file, verbatim. `line` is 1-based. */
export interface SourceLine {
  readonly line: number;
  readonly text: string;
}

/** Something wrong or doubtful in how a file is written. `rule` is a stable kebab-case id. */
export interface Finding {
  readonly rule: string;
  readonly id: string | null;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}
