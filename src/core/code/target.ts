import type { SourceFile } from "../entries/entry.ts";
import { type Language, parseLanguage } from "./language.ts";

/** How a target's source says which entry it implements; `ID` stands for the entry's id. */
export interface TagForm {
  /** Such as `// ID`, `@spec ID`, `(ID)`. */
  readonly pattern: string;
  /** RE2 with which alone citations are found in code; absent: every usual way of citing counts. */
  readonly found?: string;
  /** Nobody configured it: the code base's own way of citing counts as well. */
  readonly assumed?: true;
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
  /** Endings of files that may be written, without the dot; absent: of every language known here. */
  readonly endings?: readonly string[];
  /** Existing files of other kinds that may be written, by their paths. */
  readonly files?: readonly string[];
}

/** Files that tell contributors how this target is written, by any of these names, read as data. */
export const conventionNames = ["CONTRIBUTING.md", "AGENTS.md", "CLAUDE.md"] as const;

/** Files that tell formatters and linters how it is written: widths, quotes, indents. */
export const formatNames = (
  ".editorconfig .prettierrc .prettierrc.json .prettierrc.yml .prettierrc.yaml .prettierrc.js prettier.config.js " +
  "prettier.config.mjs .eslintrc.json .eslintrc.js .eslintrc.yml eslint.config.js eslint.config.mjs biome.json .clang-format " +
  ".swiftformat .swiftlint.yml rustfmt.toml .rustfmt.toml pyproject.toml setup.cfg .flake8 ruff.toml .rubocop.yml " +
  ".php-cs-fixer.php .php-cs-fixer.dist.php .golangci.yml .golangci.yaml .scalafmt.conf analysis_options.yaml .formatter.exs package.json"
).split(" ");

/** A file shown to the writer, and why. */
export interface ContextFile extends SourceFile {
  readonly why: string;
}

/** Where vectors go: by default below the first test folder that the tree has. */
export function vectorFolder(target: CodeTarget, paths: readonly string[] = []): string {
  const { vectorFolder: named, testFolders } = target;
  const exists = (folder: string): boolean =>
    folder !== "" && paths.some((path) => path.startsWith(`${folder}/`));
  const folder = testFolders.find(exists) ?? testFolders[0] ?? "test";
  return named ?? (folder === "" ? "spec-vectors" : `${folder}/spec-vectors`);
}

const otherComments: readonly (readonly [mark: string, languages: readonly string[]])[] = [
  [
    "#",
    ["python", "ruby", "elixir", "perl", "r", "julia", "shell", "bash", "sh", "powershell", "nim", "crystal"],
  ],
  ["--", ["lua", "haskell", "sql", "elm", "ada"]],
  [";;", ["clojure", "lisp", "scheme"]],
];

/** How code cites an entry where nobody said how: by the line comment of its language, as a configuration names it. */
export function defaultTag(language: string | undefined): string {
  const name = language === undefined ? "" : (parseLanguage(language) ?? language.trim().toLowerCase());
  const mark = otherComments.find(([, languages]) => languages.includes(name))?.[0] ?? "//";
  return `${mark} ID`;
}

/** The tag of one entry in this target, as it would stand in a line of code. */
export function tagOf(id: string, form: TagForm): string {
  return form.pattern.replace("ID", () => id);
}

/** Whether a text holds this very tag: `// RTN1` does not stand in `// RTN15`, `// RTN1a`, `// RTN1.2` or `// RTN1-a`. */
export function holdsTag(text: string, tag: string): boolean {
  for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + 1)) {
    const before = joinsAnId.test(text.charAt(at - 1)) && joinsAnId.test(tag.charAt(0));
    const after = text.slice(at + tag.length, at + tag.length + 2);
    const goesOn = joinsAnId.test(after.charAt(0)) || /^[-./#][A-Za-z0-9_]/.test(after);
    if (!before && !(goesOn && joinsAnId.test(tag.charAt(tag.length - 1)))) return true;
  }
  return false;
}

const joinsAnId = /[A-Za-z0-9_]/;
