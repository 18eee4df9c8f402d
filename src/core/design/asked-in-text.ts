import type { SourceFile } from "../entries/entry.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
import type { DesignFacts } from "./design-facts.ts";
import { code, label } from "./markdown.ts";
import { filesOfFeature } from "./prose-of-feature.ts";

const most = 3;

/** Questions that the feature's specification asks itself and does not answer in the same place. */
export function askedInText(facts: DesignFacts): readonly string[] {
  return filesOfFeature(facts)
    .flatMap((file) => openItems(file).map(({ line, words }) => asked(file.path, line, words, facts)))
    .slice(0, most);
}

function asked(path: string, line: number, words: string, { link }: DesignFacts): string {
  return `The specification asks: ${code(words)} ([${label(path)}:${String(line)}](${link(path, line)}))`;
}

/** Items that end with the question: what stands below one, or behind it, is its answer. */
function openItems({ text }: SourceFile): readonly { readonly line: number; readonly words: string }[] {
  const { passages, items } = readMarkdown(text);
  const ends = new Map(items.map(({ line, endLine }) => [line, endLine]));
  return passages.flatMap(({ kind, line, endLine, visible, sentences }) => {
    const isMarked = /\[NEEDS CLARIFICATION\b/i.test(visible);
    const isQuestion = /\w\?["')*]*$/.test(visible) && (ends.get(line) ?? 0) <= endLine;
    return kind === "item" && (isMarked || isQuestion)
      ? [{ line, words: isMarked ? visible : (sentences.at(-1)?.visible ?? visible) }]
      : [];
  });
}
