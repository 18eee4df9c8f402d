import type { SaidSentence } from "./said-of-feature.ts";
import { rootsOf, stemsOf } from "./stems.ts";
import type { Part } from "./undecided.ts";

interface Statement {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
  /** Of what its entry is called. */
  readonly title?: ReadonlySet<string>;
  readonly isFar?: boolean;
}

/** Whether another sentence of the feature answers a part of a question. */
export function answering(
  said: readonly SaidSentence[],
): (part: Part, words: string, sentence: string) => boolean {
  const answers = new Map<Part, readonly Statement[]>();
  const anywhere = new Map<RegExp, boolean>();
  const others = said.flatMap(({ text, isFar }) =>
    text.trim().endsWith("?") || isFar === true ? [] : [{ text, stems: rootsOf(text) }],
  );
  const isAnywhere = (answer: RegExp): boolean => {
    const is = anywhere.get(answer) ?? said.some(({ text }) => answer.test(text));
    anywhere.set(answer, is);
    return is;
  };
  return (part, words, sentence) => {
    if (part.answeredAnywhere !== undefined && isAnywhere(part.answeredAnywhere)) return true;
    const known =
      answers.get(part) ??
      said.flatMap(({ id, text, isFar }) =>
        part.answered.test(demandIn(text))
          ? [{ text, stems: stemsOf(text), title: stemsOf(titleIn(id)), isFar: isFar === true }]
          : [],
      );
    answers.set(part, known);
    if (isSaid(stemsOf(words), stemsOf(demandIn(sentence)), sentence, known)) return true;
    if (part.answeredBy === undefined) return false;
    const own = rootsOf(part.answeredBy === "names" ? words : sentence);
    return own.size === 0 || isSaid(rootsOf(words), own, sentence, others);
  };
}

/** What an entry is called says what its sentences are about: `Rates of members` of `100 calls a minute are let through`. */
function titleIn(id: string | null): string {
  return id === null ? "" : id.slice(id.lastIndexOf("#") + 1);
}

/** What is demanded: what stands before only says of whom and when. */
export function demandIn(sentence: string): string {
  return sentence.slice(Math.max(sentence.search(/\b(?:must|shall|should|will|then|may)\b/i), 0));
}

/** `Performance targets` gives the figures of what it speaks of. */
function isMeasured(title: ReadonlySet<string>): boolean {
  return [...measured].some((stem) => title.has(stem));
}

const measured = stemsOf("targets limits thresholds budgets quotas");

/**
 * Whether another sentence is about the same: one that shares a word with what is asked about, or two with what is demanded; in another
 * file, or by its title, two with what is asked about.
 */
function isSaid(
  asked: ReadonlySet<string>,
  own: ReadonlySet<string>,
  sentence: string,
  statements: readonly Statement[],
): boolean {
  return statements.some(({ text, stems, title, isFar }) => {
    if (text.includes(sentence)) return false;
    if (
      title !== undefined &&
      isMeasured(title) &&
      [...own].some((stem) => stems.has(stem) || title.has(stem))
    )
      return true;
    const named = [...asked].filter((stem) => stems.has(stem) || title?.has(stem) === true);
    if (named.length >= Math.min(2, asked.size) && named.length > 0) return true;
    if (isFar === true) return false;
    const shared = [...own].filter((stem) => stems.has(stem));
    return shared.length > 1 || shared.some((stem) => asked.has(stem));
  });
}
