import type { SourceFile } from "../spec/entry.ts";
import type { Language } from "./language.ts";

/** How a target's source says which entry it implements; `ID` stands for the entry's id. */
export interface TagForm {
  /** Such as `// ID`, `@spec ID`, `(ID)`. */
  readonly pattern: string;
}

/** A repository, or a folder of one, that implements the spec. Folders are relative to the repository, without `/` at the end. */
export interface CodeTarget {
  readonly name: string;
  readonly language: Language | null;
  readonly sourceFolders: readonly string[];
  readonly testFolders: readonly string[];
  /** Where test vectors are written; by default `spec-vectors` in the first test folder. */
  readonly vectorFolder: string | null;
  readonly tag: TagForm;
}

/** Files that tell contributors how this target is written, by any of these names, read as data. */
export const conventionNames = ["CONTRIBUTING.md", "AGENTS.md", "CLAUDE.md"] as const;

/** A file shown to the writer, and why. */
export interface ContextFile extends SourceFile {
  readonly why: string;
}

export function vectorFolder(target: CodeTarget): string {
  return target.vectorFolder ?? `${target.testFolders[0] ?? "test"}/spec-vectors`;
}

/** The tag of one entry in this target, as it would stand in a line of code. */
export function tagOf(id: string, form: TagForm): string {
  return form.pattern.replace("ID", () => id);
}
