import type { Entry } from "../entries/entry.ts";
import type { PassageKind } from "../markdown/read/markdown-text.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
import { pushTo } from "../push-to.ts";

/** One sentence of an entry, on one line, with its code spans. */
export interface Sentence {
  readonly id: string;
  readonly text: string;
}

/** Sentences of the entries' prose as a reader sees them: no code, no tables. */
export function sentencesOf(entries: readonly Pick<Entry, "id" | "text">[]): readonly Sentence[] {
  return entries.flatMap(({ id, text }) =>
    readMarkdown(text)
      .passages.filter(({ kind }) => prose.has(kind))
      .flatMap(({ sentences }) => sentences)
      .filter(({ visible }) => visible !== "")
      .map(({ visible }) => ({ id, text: visible.slice(0, 800) })),
  );
}

/** The sentences of each entry as one text. */
export function textsById(sentences: readonly Sentence[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string[]>();
  for (const { id, text } of sentences) pushTo(texts, id, text);
  return new Map([...texts].map(([id, lines]) => [id, lines.join("\n")]));
}

const prose: ReadonlySet<PassageKind> = new Set(["paragraph", "item", "quote", "heading"]);
