import { type Language, parseLanguage } from "../code/language.ts";

/** A fenced block of a document in a language that can be parsed. */
export interface DocumentCode {
  readonly language: Language;
  readonly text: string;
}

/** The code blocks of a Markdown document, in its order; blocks of no known language are left out. Linear. */
export function codeInDocument(document: string): readonly DocumentCode[] {
  const found: DocumentCode[] = [];
  let open: { readonly mark: string; readonly language: Language | null } | null = null;
  let lines: string[] = [];
  for (const line of document.split("\n")) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (open === null && mark !== undefined) {
      const word = line.trim().slice(mark.length).trim().slice(0, 40);
      open = { mark, language: parseLanguage(word) };
      lines = [];
    } else if (open !== null && mark?.startsWith(open.mark) === true) {
      if (open.language !== null) found.push({ language: open.language, text: lines.join("\n") });
      open = null;
    } else lines.push(line);
  }
  return found;
}
