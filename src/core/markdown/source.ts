/** A file as text, decoded. `path` is relative to the repository root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** A model may see what is read of it: a second reader must agree, which takes as long again. */
  readonly isForModel?: boolean;
}

const marked = new WeakMap<SourceFile, SourceFile>();

/** A file that is read for a model: the same object of the same file, as two sides may share one. */
export function forModel(file: SourceFile): SourceFile {
  const known = marked.get(file) ?? { ...file, isForModel: true };
  marked.set(file, known);
  return known;
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
