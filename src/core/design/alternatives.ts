import type { Asked } from "./asked.ts";
import { waysNamed } from "../decision/ways-named.ts";
import { isNoDemand } from "./beside-the-point.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { code } from "./markdown.ts";
import { type Sentence, textsById } from "./sentences.ts";

/** Those who build it: what they may do is decided in a design, what a user or a caller may do is not. */
const builders = "[Ii]mplement(?:ation|er|or)s?|SDKs?|[Ll]ibrar(?:y|ies)|[Pp]roviders?|[Vv]endors?";
const allowed = new RegExp(`\\b(?:${builders})\\W{1,4}MAY\\W{1,4}(?!(?:not|be|NOT)\\b)[^.;]{8,140}`);

/** What the text says may be done in more than one way, with the ways that it names. */
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
    return ways.length > 1 ? [choice(ways, sentence)] : optional(sentence);
  });
}

function isAnother(one: Sentence, next: Sentence): boolean {
  return one.id === next.id && /[.!]$/.test(one.text) && /^alternatively\b/i.test(next.text);
}

/** Both sides of what a demand says is done, one way or the other, or of what it says is used. */
function waysIn({ id, text }: Sentence, texts: ReadonlyMap<string, string>): readonly string[] {
  return isNoDemand(text, texts.get(id) ?? "") ? [] : waysNamed(text);
}

function choice(ways: readonly string[], ...about: readonly Sentence[]): Asked {
  return {
    question: `Which of these, and what decides it? The text allows: ${ways.map(code).join("; ")}`,
    about,
    words: ways,
  };
}

function optional(sentence: Sentence): readonly Asked[] {
  const { id, text } = sentence;
  if (/\b(?:if|when|unless|only)\b/i.test(text) || !allowed.test(text)) return [];
  const words = code(readable({ id, quote: text }));
  return [
    {
      question: `Is this done here? The text allows it and does not ask for it: ${words}`,
      about: [sentence],
      words: ["may"],
    },
  ];
}
