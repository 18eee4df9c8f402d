import type { SourceFile } from "../entries/entry.ts";

const blanks = /\[(?:[A-Z][A-Z #-]{2,40}|###-[a-z-]{3,40}|[Bb]rief [^\][]{2,60}|[Dd]escribe [^\][]{2,60})\]/g;

/** Its title is one of them. */
const untitled = /^# [^\n]{0,80}\[[A-Z][A-Z ]{2,40}\]\s*$/m;

/** Whether a file is the form that specifications are written from, with blanks to be filled in: named so, or nothing written in yet. */
export function isTemplate({ path, text }: SourceFile): boolean {
  const isForm = /(?:^|\/)templates\/|template[^/]{0,60}\.mdx?$/i.test(path) || untitled.test(text);
  return isForm && (text.match(blanks) ?? []).length > 2;
}
