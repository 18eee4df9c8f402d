import type { SourceFile } from "../entries/entry.ts";

const blanks = /\[(?:[A-Z][A-Z #-]{2,40}|###-[a-z-]{3,40}|[Bb]rief [^\][]{2,60}|[Dd]escribe [^\][]{2,60})\]/g;

/** Whether a file is the form that specifications are written from: named so, with blanks to be filled in. */
export function isTemplate({ path, text }: SourceFile): boolean {
  return /(?:^|\/)templates\/|template[^/]{0,60}\.mdx?$/i.test(path) && (text.match(blanks) ?? []).length > 2;
}
