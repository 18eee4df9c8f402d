import type { SourceFile } from "../../entries/entry.ts";
import { plainName } from "./change-query.ts";
import { fileRole, looksGenerated, type FileRole } from "../file-role.ts";
import { codeOnly } from "./code-only.ts";
import type { CountedText } from "./signals/bm25.ts";
import { countIdentifiers, splitWords } from "./split-words.ts";
import { fileName } from "../../file-name.ts";

/** A file of the target, read once for all signals. */
export interface IndexedFile {
  readonly path: string;
  readonly text: string;
  readonly role: FileRole;
  /** File name without extension, without what tells twins apart (`+Private`, `.d`). */
  readonly stem: string;
  /** Stemmed words of the text with counts. */
  readonly words: ReadonlyMap<string, number>;
  readonly wordCount: number;
  /** Its words outside comments. */
  readonly code: CountedText;
  readonly pathWords: ReadonlySet<string>;
  /** Plain names used in the text, with counts. */
  readonly names: ReadonlyMap<string, number>;
  /** Plain names of the types that the file declares, and its stem. */
  readonly declares: ReadonlySet<string>;
}

const declaration =
  /\b(?:class|interface|struct|enum|protocol|trait|record|object|extension|type|actor|typealias|implementation)\s+([A-Za-z_]\w{2,80})/g;

/**
 * Indexes the files that a person would edit, by path: no vendored, generated, minified or binary file. Scores are sums of
 * fractions, which differ in the last digit with the order of what is added.
 */
export function indexTarget(files: readonly SourceFile[]): IndexedFile[] {
  const indexed: IndexedFile[] = [];
  const known: KnownNames = new Map();
  for (const { path, text } of files) {
    const role = fileRole(path);
    if (role !== "skipped" && !looksGenerated(text)) indexed.push(indexFile(path, text, role, known));
  }
  return indexed.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Words of names already split: most names stand in many files. */
type KnownNames = Map<string, readonly string[]>;

function indexFile(path: string, text: string, role: FileRole, known: KnownNames): IndexedFile {
  const names = new Map<string, number>();
  const identifiers = countIdentifiers(text);
  for (const [name, count] of identifiers) {
    const plain = plainName(name);
    names.set(plain, (names.get(plain) ?? 0) + count);
  }
  const { terms: words, length: wordCount } = countWords(identifiers, known);
  const code = countWords(countIdentifiers(codeOnly(path, text)), known);
  const stem = fileStem(path);
  const declares = new Set([plainName(stem)]);
  for (const match of text.matchAll(declaration)) declares.add(plainName(match[1] ?? ""));
  const inPath = new Set(pathWords(path));
  return { path, text, role, stem, words, wordCount, code, pathWords: inPath, names, declares };
}

function countWords(identifiers: ReadonlyMap<string, number>, known: KnownNames): CountedText {
  const terms = new Map<string, number>();
  let length = 0;
  for (const [name, count] of identifiers) {
    for (const word of wordsOf(name, known)) {
      terms.set(word, (terms.get(word) ?? 0) + count);
      length += count;
    }
  }
  return { terms, length };
}

function wordsOf(name: string, known: KnownNames): readonly string[] {
  let words = known.get(name);
  if (!words) known.set(name, (words = splitWords(name)));
  return words;
}

/** `Source/ARTRest+Private.h` → `ARTRest`. */
export function fileStem(path: string): string {
  const name = fileName(path);
  const end = name.search(/[.+]/);
  return end > 0 ? name.slice(0, end) : name;
}

function pathWords(path: string): string[] {
  const name = fileName(path);
  return splitWords(name.slice(0, name.lastIndexOf(".")).replaceAll(/[^A-Za-z0-9]/g, "_"));
}
