import { isOtherLanguage } from "../decision/rules/language.ts";
import type { SourceFile } from "../entries/entry.ts";
import type { Asked } from "./asked.ts";
import { isNoDemand } from "./beside-the-point.ts";
import { code } from "./markdown.ts";
import type { QuestionFacts } from "./open-questions.ts";
import { pushTo } from "../push-to.ts";
import type { SaidSentence } from "./said-of-feature.ts";
import { type Sentence, textsById } from "./sentences.ts";
import { stemsOf } from "./stems.ts";
import { answering, demandIn } from "./answered.ts";
import { type Undecided, undecided } from "./undecided.ts";

interface Found {
  readonly kind: Undecided;
  readonly sentence: Sentence;
  readonly words: string;
  /** What is asked: of the kind's parts those that nothing answers. */
  readonly ask: string;
}

/**
 * What the entries demand and depend on without saying it, nor anything else of their feature: a question of the kind's parts that
 * are open. Sentences for which `isAsked` is true are asked about elsewhere.
 */
export function undecidedQuestions(
  facts: QuestionFacts,
  said: readonly SaidSentence[],
  isAsked: (sentence: Sentence) => boolean,
): readonly Asked[] {
  const texts = textsById(facts.sentences);
  const isAnswered = answering(said);
  const detailsOf = detailing(facts);
  const isDesigned = designed(facts.ownDesign ?? null);
  const found: Found[] = [];
  const count = (kind: Undecided): number => found.filter((one) => one.kind === kind).length;
  for (const sentence of facts.sentences) {
    if (isAsked(sentence) || isNoDemand(sentence.text, texts.get(sentence.id) ?? "")) continue;
    if (isFree(sentence.text, facts) || isOtherLanguage(sentence.text)) continue;
    const details = detailsOf(sentence.id);
    for (const kind of undecided) {
      const words = count(kind) < mostOfKind ? wordsOf(kind, sentence.text) : null;
      if (words === null || isDetailed(words, sentence.text, details)) continue;
      if (isDesigned(words, sentence.text)) continue;
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

/**
 * Whether the team's design speaks in one line, in words or in names of its code, of all that a question asks about, or of two
 * things that are demanded: what it leaves out there, it leaves to what it names.
 */
function designed(own: SourceFile | null): (words: string, sentence: string) => boolean {
  const lines = (own?.text ?? "")
    .slice(0, 200_000)
    .split("\n")
    .map((line) => stemsOf(line.replace(/([a-z])([A-Z])/g, "$1 $2")));
  return (words, sentence) => {
    const [asked, demanded] = [[...stemsOf(words)], [...stemsOf(demandIn(sentence))]];
    return lines.some((line) => {
      const isNamed = asked.length > 0 && asked.every((stem) => line.has(stem));
      return isNamed || demanded.filter((stem) => line.has(stem)).length > 1;
    });
  };
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

const refused = /\b(?:must|shall|should|may|can|do|does|will)\s+not\b|\bcannot\b|\bnever\b|\bwithout\b/i;

/** The words that leave it open, or null; what only says when a demand applies, or is forbidden, leaves nothing to decide. */
function wordsOf({ demands, parts, answeredHere, anywhere }: Undecided, sentence: string): string | null {
  const demand = anywhere === true ? sentence : demandIn(sentence);
  const match = demands.exec(demand);
  if (match === null || answeredHere?.test(demand) === true) return null;
  if (parts.some(({ answered }) => answered.test(demand))) return null;
  if (refused.test(demand.slice(0, match.index))) return null;
  if (isCase(sentence.slice(0, sentence.length - demand.length))) return null;
  return (match[1] ?? match[0])
    .replace(/(?: (?:and|or|the|a|an|to|of|in|for|with|that|which)){1,4}$/i, "")
    .trim();
}

/** `There is a way out if the upload must be retried` says what holds then, not that it is retried. */
function isCase(before: string): boolean {
  const clause = before.slice(Math.max(...[",", ";", ":"].map((mark) => before.lastIndexOf(mark))) + 1);
  const at = clause.search(/\b(?:if|in case|unless)\b/i);
  return at > shortestMain && !/\bthen\b/i.test(clause.slice(at));
}

/** Letters of a main clause that a condition follows; before that it opens the sentence. */
const shortestMain = 12;

/** Of one kind: where the same words leave the same open it is one question; unlike things in like words are decided each by itself. */
function questions(found: readonly Found[]): readonly Asked[] {
  const keyOf = ({ words, ask }: Found): string => JSON.stringify([words.toLowerCase(), ask]);
  return [...new Set(found.map(keyOf))].flatMap((key) => {
    const group = found.filter((one) => keyOf(one) === key);
    const [first] = group;
    if (first === undefined) return [];
    const { words, ask } = first;
    return [
      { question: `${code(words)}: ${ask}`, about: group.map(({ sentence }) => sentence), words: [words] },
    ];
  });
}
