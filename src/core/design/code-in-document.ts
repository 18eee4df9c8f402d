import { type Language, parseLanguage } from "../code/language.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";

/** A fenced block of a document in a language that can be parsed. */
export interface DocumentCode {
  readonly language: Language;
  readonly text: string;
}

/** The code blocks of a Markdown document, in its order; blocks of no known language are left out. */
export function codeInDocument(document: string): readonly DocumentCode[] {
  return readMarkdown(document).fences.flatMap(({ language: word, content, isClosed }) => {
    const language = isClosed ? parseLanguage(word) : null;
    return language === null ? [] : [{ language, text: content.replace(/\n$/, "") }];
  });
}
