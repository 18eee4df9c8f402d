import type { Asked } from "./asked.ts";
import { isNoDemand } from "./beside-the-point.ts";
import { code } from "./markdown.ts";
import type { QuestionFacts } from "./open-questions.ts";
import { pushTo } from "../push-to.ts";
import type { SaidSentence } from "./said-of-feature.ts";
import { type Sentence, textsById } from "./sentences.ts";
import { rootsOf, stemsOf } from "./stems.ts";
import { type Part, type Undecided, undecided } from "./undecided.ts";

interface Found {
  readonly kind: Undecided;
  readonly sentence: Sentence;
  readonly words: string;
  /** What is asked: of the kind's parts those that nothing answers. */
  readonly ask: string;
}

/**
 * What the entries demand and depend on without saying it, nor anything else of their feature: one question for each kind, of its
 * parts that are open. Sentences for which `isAsked` is true are asked about elsewhere.
 */
export function undecidedQuestions(
  facts: QuestionFacts,
  said: readonly SaidSentence[],
  isAsked: (sentence: Sentence) => boolean,
): readonly Asked[] {
  const texts = textsById(facts.sentences);
  const isAnswered = answering(said);
  const detailsOf = detailing(facts);
  const found: Found[] = [];
  const count = (kind: Undecided): number => found.filter((one) => one.kind === kind).length;
  for (const sentence of facts.sentences) {
    if (isAsked(sentence) || isNoDemand(sentence.text, texts.get(sentence.id) ?? "")) continue;
    if (isFree(sentence.text, facts)) continue;
    const details = detailsOf(sentence.id);
    for (const kind of undecided) {
      const words = count(kind) < mostOfKind ? wordsOf(kind, sentence.text) : null;
      if (words === null || isDetailed(words, sentence.text, details)) continue;
      const open = kind.parts.filter(
        (part) =>
          !(part.answeredBy === "outcomes" && details.length > 0) && !isAnswered(part, words, sentence.text),
      );
      if (open.length === 0) continue;
      found.push({ kind, sentence, words, ask: `${open.map(({ ask }) => ask).join(", and ")}?` });
      break;
    }
  }
  return undecided.flatMap((kind) => questions(found.filter((one) => one.kind === kind)));
}

/** What only can be is no demand; a protocol leaves to its implementers on purpose what they should or may do, too. */
function isFree(sentence: string, { home }: QuestionFacts): boolean {
  if (/\b(?:must|shall|will|required)\b/i.test(sentence)) return false;
  return (home === null ? /\b(?:should|may|can)\b/i : /^[^.]{0,40}\bcan\b/i).test(sentence);
}

/** What the scenarios and criteria of an entry say. */
function detailing({ entriesAtHead }: QuestionFacts): (id: string) => readonly string[] {
  const known = new Map<string, string[]>();
  for (const { parent, text } of entriesAtHead) if (parent !== null) pushTo(known, parent, text);
  return (id) => known.get(id) ?? [];
}

/** An entry that only says in general what its scenarios say case by case. */
function isDetailed(words: string, sentence: string, details: readonly string[]): boolean {
  const [asked, own] = [stemsOf(words), [...stemsOf(sentence)]];
  return details.some((text) => {
    const stems = stemsOf(text);
    return own.some((stem) => asked.has(stem) && stems.has(stem));
  });
}

/** Entries that share one question. */
const mostOfKind = 100;

interface Statement {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

/** Whether another sentence of the feature answers a part of a question. */
function answering(said: readonly SaidSentence[]): (part: Part, words: string, sentence: string) => boolean {
  const answers = new Map<Part, readonly Statement[]>();
  const others = said.flatMap(({ text }) =>
    text.trim().endsWith("?") ? [] : [{ text, stems: rootsOf(text) }],
  );
  return (part, words, sentence) => {
    const known =
      answers.get(part) ??
      said.flatMap(({ text }) =>
        part.answered.test(demandIn(text)) ? [{ text, stems: stemsOf(text) }] : [],
      );
    answers.set(part, known);
    if (isSaid(stemsOf(words), stemsOf(demandIn(sentence)), sentence, known)) return true;
    if (part.answeredBy === undefined) return false;
    const own = rootsOf(part.answeredBy === "names" ? words : sentence);
    return own.size === 0 || isSaid(rootsOf(words), own, sentence, others);
  };
}

/** What is demanded: what stands before only says of whom and when. */
function demandIn(sentence: string): string {
  return sentence.slice(Math.max(sentence.search(/\b(?:must|shall|should|will|then|may)\b/i), 0));
}

const refused = /\b(?:must|shall|should|may|can|do|does|will)\s+not\b|\bcannot\b|\bnever\b|\bwithout\b/i;

/** The words that leave it open, or null; what only says when a demand applies, or is forbidden, leaves nothing to decide. */
function wordsOf({ demands, parts, answeredHere, anywhere }: Undecided, sentence: string): string | null {
  const demand = anywhere === true ? sentence : demandIn(sentence);
  const match = demands.exec(demand);
  if (match === null || answeredHere?.test(demand) === true) return null;
  if (parts.some(({ answered }) => answered.test(demand))) return null;
  if (refused.test(demand.slice(0, match.index))) return null;
  return (match[1] ?? match[0])
    .replace(/(?: (?:and|or|the|a|an|to|of|in|for|with|that|which)){1,4}$/i, "")
    .trim();
}

/** Whether another sentence is about the same: one that shares a word with what is asked about, or two with what is demanded. */
function isSaid(
  asked: ReadonlySet<string>,
  own: ReadonlySet<string>,
  sentence: string,
  statements: readonly Statement[],
): boolean {
  return statements.some(({ text, stems }) => {
    const shared = [...own].filter((stem) => stems.has(stem));
    if (shared.length < 2 && !shared.some((stem) => asked.has(stem))) return false;
    return !text.includes(sentence);
  });
}

/** Of one kind: those about which the same is open are one question. */
function questions(found: readonly Found[]): readonly Asked[] {
  return [...new Set(found.map(({ ask }) => ask))].map((ask) => {
    const group = found.filter((one) => one.ask === ask);
    const words = [...new Set(group.map((one) => one.words))].slice(0, 6);
    return {
      question: `${words.map(code).join(", ")}: ${ask}`,
      about: group.map(({ sentence }) => sentence),
      words,
    };
  });
}
