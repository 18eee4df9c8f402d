import type { Asked } from "./asked.ts";
import { waysNamed } from "../decision/ways-named.ts";
import { isNoDemand } from "./beside-the-point.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { code } from "./markdown.ts";
import { type Sentence, textsById } from "./sentences.ts";

/** What the text says is done in more than one way, with the ways that it names. */
export function alternatives({ sentences }: Pick<DesignFacts, "sentences">): readonly Asked[] {
  const texts = textsById(sentences);
  return sentences.flatMap((sentence, at) => {
    const before = sentences[at - 1];
    if (before !== undefined && isAnother(before, sentence))
      return [
        choice(
          [before.text, sentence.text].map((quote) => readable({ id: sentence.id, quote })),
          before,
          sentence,
        ),
      ];
    const next = sentences[at + 1];
    if (next !== undefined && isAnother(sentence, next)) return [];
    const ways = waysIn(sentence, texts);
    return ways.length > 1 ? [choice(ways, sentence)] : [];
  });
}

/** What may be done in another way is left free on purpose. */
function isAnother(one: Sentence, next: Sentence): boolean {
  return (
    one.id === next.id &&
    /[.!]$/.test(one.text) &&
    /^alternatively\b/i.test(next.text) &&
    !/\b(?:may|can)\b/i.test(next.text)
  );
}

/** Where both are on offer, or set up, whoever uses it chooses: `retrievable via A or B`, `support A or B`. */
const offered =
  /\bconfigur|\b(?:supports?|supporting|allow(?:s|ing)?|accepts?|permits?|offers?)\b|[ai]ble (?:as|via|using|through|from|in|by)\b/i;

/** Both sides of what is called one way or the other: an `or` alone also joins what is the same to whoever builds it. */
function waysIn({ id, text }: Sentence, texts: ReadonlyMap<string, string>): readonly string[] {
  if (!/\beither\b/i.test(text) || isNoDemand(text, texts.get(id) ?? "") || offered.test(text)) return [];
  return /\b(?:never|no|without)\b/i.test(text) ? [] : waysNamed(text);
}

function choice(ways: readonly string[], ...about: readonly Sentence[]): Asked {
  return {
    question: `Which of these, and what decides it? The text allows: ${ways.map(code).join("; ")}`,
    about,
    words: ways,
  };
}
