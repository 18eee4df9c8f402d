import type { Asked } from "./asked.ts";
import { waysNamed } from "../decision/ways-named.ts";
import { isNoDemand } from "./beside-the-point.ts";
import { behavioursNamed, verbsOf } from "./behaviours-named.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { code } from "./markdown.ts";
import type { SaidSentence } from "./said-of-feature.ts";
import { type Sentence, textsById } from "./sentences.ts";

/** What the text says is done in more than one way, with the ways that it names. */
export function alternatives(
  { sentences, home }: Pick<DesignFacts, "sentences" | "home">,
  said: readonly SaidSentence[],
): readonly Asked[] {
  const texts = textsById(sentences);
  const verbs = home === null ? new Set<string>() : verbsOf(said);
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
    const ways = waysIn(sentence, texts, verbs);
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

/** Both sides of what a demand says is done, one way or the other, or of what it says is used. */
function waysIn(
  { id, text }: Sentence,
  texts: ReadonlyMap<string, string>,
  verbs: ReadonlySet<string>,
): readonly string[] {
  if (isNoDemand(text, texts.get(id) ?? "") || offered.test(text)) return [];
  const ways = waysNamed(text);
  return ways.length > 1 ? ways : behavioursNamed(text, verbs);
}

function choice(ways: readonly string[], ...about: readonly Sentence[]): Asked {
  return {
    question: `Which of these, and what decides it? The text allows: ${ways.map(code).join("; ")}`,
    about,
    words: ways,
  };
}
