import { withGaps } from "../entries/with-gaps.ts";
import type { Recommendation } from "../decision/review.ts";
import type { MarkdownPassage } from "../markdown/read/markdown-text.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
import type { DesignFacts } from "./design-facts.ts";

/** What other entries say between the lines of one: so much of it is shown in its quote, as its lines may speak of it. */
const mostPassages = 4;
const mostCharacters = 600;

/** The text of an entry as it is quoted: with what other entries say between its lines, and "…" where that is long. */
export function entryQuote(
  { change }: Recommendation,
  { specFiles }: Pick<DesignFacts, "specFiles">,
): string {
  const entry = change.after ?? change.before;
  if (entry === null) return "";
  const file = change.after === null ? undefined : specFiles.find(({ path }) => path === entry.file);
  const text = withGaps(entry, (from, to) => {
    const passages = file === undefined ? [] : readMarkdown(file.text).passages;
    return between(passages.filter(({ line, endLine }) => line >= from && endLine <= to));
  });
  return text.replace(/\n{3,}/g, "\n\n");
}

function between(passages: readonly MarkdownPassage[]): readonly string[] {
  const shown: string[] = [];
  let left = mostCharacters;
  for (const passage of passages) {
    const text = shownAs(passage);
    if (text === null || shown.length === mostPassages || (left -= text.length) < 0)
      return apart([...lines(shown), "…"]);
    shown.push(text);
  }
  return apart(lines(shown));
}

/** Not to be taken for lines of the paragraphs around it. */
function apart(shown: readonly string[]): readonly string[] {
  return ["", ...shown, ""];
}

/** As it is read; code, tables and what is no text are left out. */
function shownAs({ kind, visible }: MarkdownPassage): string | null {
  if (kind === "item") return `- ${visible}`;
  return kind === "paragraph" || kind === "quote" || kind === "heading" ? visible : null;
}

/** Paragraphs apart, the items of a list together. */
function lines(shown: readonly string[]): readonly string[] {
  return shown.flatMap((text, at) =>
    at === 0 || (text.startsWith("- ") && shown[at - 1]?.startsWith("- ") === true) ? [text] : ["", text],
  );
}
