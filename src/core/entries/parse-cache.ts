import type { SpecFile } from "./entry.ts";

/** Characters of spec text whose entries are kept: some fifty files of the largest known size. */
const maxCharacters = 16_000_000;

interface Kept {
  readonly text: string;
  readonly dialect: unknown;
  readonly file: SpecFile;
}

/**
 * Entries of files that stood the same on both sides, for the next review of the same repository: comparing the text is
 * all that such a file costs then. Least recently used first out, by the length of the texts.
 */
export class ParseCache {
  private readonly kept = new Map<string, Kept>();
  private characters = 0;

  /** `dialect` is what the configuration says of the file; another saying is another reading. */
  get(path: string, text: string, dialect: unknown): SpecFile | undefined {
    const key = keyOf(path, text);
    const known = this.kept.get(key);
    if (known?.text !== text || known.dialect !== dialect) return undefined;
    this.kept.delete(key);
    this.kept.set(key, known);
    return known.file;
  }

  set(text: string, dialect: unknown, file: SpecFile): void {
    const key = keyOf(file.path, text);
    this.drop(key);
    this.kept.set(key, { text, dialect, file });
    this.characters += text.length;
    for (const oldest of this.kept.keys()) {
      if (this.characters <= maxCharacters) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    this.characters -= this.kept.get(key)?.text.length ?? 0;
    this.kept.delete(key);
  }
}

/** Versions of a file nearly always differ in length; of two that do not, the later one is kept. */
function keyOf(path: string, text: string): string {
  return `${String(text.length)} ${path}`;
}
