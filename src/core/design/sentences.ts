import type { Entry } from "../entries/entry.ts";
import { visibleText } from "../entries/hidden-text.ts";

/** One sentence of an entry, on one line, with its code spans. */
export interface Sentence {
  readonly id: string;
  readonly text: string;
}

/** Sentences of the entries' prose: no fences, no tables. Linear. */
export function sentencesOf(entries: readonly Pick<Entry, "id" | "text">[]): readonly Sentence[] {
  return entries.flatMap(({ id, text }) =>
    paragraphs(visibleText(text).text).flatMap((paragraph) =>
      paragraph
        .split(/(?<=[.;!?])\s+(?=[A-Z`(*])/)
        .map((sentence) => ({ id, text: sentence.trim().slice(0, 800) }))
        .filter((sentence) => sentence.text !== ""),
    ),
  );
}

function paragraphs(text: string): readonly string[] {
  const found: string[] = [];
  let current: string[] = [];
  let inFence = false;
  const end = (): void => {
    if (current.length > 0) found.push(current.join(" "));
    current = [];
  };
  for (const line of text.split("\n")) {
    const bare = line.replace(/^[\s>]{0,60}/, "");
    if (/^(?:```|~~~)/.test(bare)) {
      end();
      inFence = !inFence;
    } else if (inFence) continue;
    else if (bare === "" || bare.startsWith("|")) end();
    else {
      if (/^(?:[-*+]|\d{1,3}[.)])\s/.test(bare)) end();
      current.push(bare.replace(/^(?:[-*+]|\d{1,3}[.)])\s+/, "").trim());
    }
  }
  end();
  return found;
}

/** A code span in a sentence. */
export interface CodeSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export function codeSpansIn(sentence: string): readonly CodeSpan[] {
  return [...sentence.matchAll(/`([^`\n]{1,120})`/g)].map((match) => ({
    text: (match[1] ?? "").trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
