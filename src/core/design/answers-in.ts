import type { MarkdownPassage } from "../markdown/read/markdown-text.ts";
import { stemsOf } from "./stems.ts";

/** Of a passage as one statement; a longer one is read by its sentences. */
const longest = 400;

/** How much of a question a statement has to name, each word counting the more the fewer statements have it. */
const enough = 0.7;
/** Of what was written down as an answer. */
const enoughOfAnswer = 0.55;

interface Statement {
  readonly stems: ReadonlySet<string>;
  /** The first letters of its words, as many as the shortest word has. */
  readonly roots: ReadonlySet<string>;
  readonly isAnswer: boolean;
}

/**
 * Whether a statement of the text says what a question asks: one that is about nearly all that the question names. What shares a
 * word or two with it is about something else.
 */
export function answersIn(passages: readonly MarkdownPassage[]): (question: string) => boolean {
  const statements = statementsOf(passages);
  const known = new Map<string, number>();
  const rarity = (stem: string): number => {
    const having = known.get(stem) ?? statements.filter((one) => names(one, stem)).length;
    known.set(stem, having);
    return Math.log((statements.length + 1) / (having + 1));
  };
  return (question) => {
    const own = [...thingsIn(question)].map((stem) => ({ stem, weight: rarity(stem) }));
    const all = sum(own);
    return statements.some((one) => {
      const named = sum(own.filter(({ stem }) => names(one, stem)));
      return all > 0 && named / all >= (one.isAnswer ? enoughOfAnswer : enough);
    });
  };
}

/** What stands in parentheses only explains a question that names enough without it. */
const enoughThings = 4;

/** What a question is about, without the words that only make it one; numbers count as words. */
function thingsIn(question: string): readonly string[] {
  const main = withoutScaffold(question.replace(/\([^()\d]*\)/g, " "));
  return main.length >= enoughThings ? main : withoutScaffold(question);
}

function withoutScaffold(question: string): readonly string[] {
  return [...wordsIn(question)].filter((stem) => !/^(?:attem|tries|trying|behav|respo)$/.test(stem));
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set([...stemsOf(text), ...(text.match(/\d[\d.,:-]*\d|\d/g) ?? [])]);
}

function sum(words: readonly { readonly weight: number }[]): number {
  return words.reduce((all, { weight }) => all + weight, 0);
}

const root = 4;

/** Also as a part of a longer word: `fail` in `failure`. */
function names({ stems, roots }: Statement, stem: string): boolean {
  return stems.has(stem) || stems.has(stem.slice(0, root)) || (stem.length === root && roots.has(stem));
}

/** A label alone goes with what it stands before. */
function statementsOf(passages: readonly MarkdownPassage[]): readonly Statement[] {
  let label = "";
  let isSettled = false;
  return passages
    .filter(({ kind }) => kind !== "code")
    .flatMap(({ kind, visible, sentences }) => {
      if (kind === "heading") {
        isSettled = settled.test(visible);
        return [];
      }
      if (visible.length < 80 && visible.endsWith(":")) {
        label = visible;
        return [];
      }
      const texts = visible.length <= longest ? [visible] : sentences.map((one) => one.visible);
      const whole = texts.map((text) => `${label} ${text}`.trim());
      label = "";
      return whole.filter((text) => states(text, isSettled));
    })
    .map(statementOf);
}

function statementOf(text: string): Statement {
  const stems = wordsIn(text);
  const roots = new Set([...stems].map((stem) => stem.slice(0, root)));
  return { stems, roots, isAnswer: isAnswer(text) };
}

const settled = /\b(?:assumptions?|clarifications?|decisions?|answers?)\b/i;

/** A demand, an answer or what is taken for settled: neither a question, nor a scene, nor how something is tested. */
function states(text: string, isSettled: boolean): boolean {
  if (text.includes("?") && !isAnswer(text)) return false;
  if (/^\W{0,4}(?:given\b|[\w ]{0,20}\btests?\b[^.:]{0,20}:)/i.test(text)) return false;
  return (
    isAnswer(text) || /\b(?:must|shall|will|assum\w+)\b/i.test(text) || (isSettled && /\w \w/.test(text))
  );
}

function isAnswer(text: string): boolean {
  return /(?:^|→ ?)(?:answer|a):/i.test(text);
}
