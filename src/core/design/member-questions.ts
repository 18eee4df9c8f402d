import { isBesideThePoint, isNoDemand } from "./beside-the-point.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { flat, ownersOf, wholeSentence } from "./evidence-lines.ts";
import { cited, code, plain } from "./markdown.ts";
import { optionsIn } from "./options-in.ts";

interface Question {
  readonly what: string;
  /** The spec's words that it asks about, or null. */
  readonly phrase: string | null;
  /** The sentence they stand in, or "". */
  readonly quote: string;
  readonly id: string;
  readonly isHint: boolean;
  /** Asked of what measures or names what the others ask for. */
  readonly isOfPart: boolean;
}

/**
 * What the criteria of the entries leave open; one question each, whatever number of entries it concerns. Words for which
 * `isAsked` is true are asked about elsewhere.
 */
export function memberQuestions(facts: DesignFacts, isAsked: (words: string) => boolean): readonly string[] {
  const parts = [...facts.around.parts.values()].flat();
  const texts = new Map([...facts.entries, ...parts].map(({ id, text }) => [id, flat(text)]));
  const groups = new Map<string, Question[]>();
  const open = facts.members.flatMap((member) => questionsOf(member, facts));
  for (const question of weighty(open.filter(({ phrase }) => phrase === null || !isAsked(phrase)))) {
    // The same words are asked about once, also where two criteria or entries stumble over them.
    const key = (question.phrase ?? question.what).toLowerCase();
    const known = groups.get(key) ?? [];
    if (!known.some(({ id }) => id === question.id)) groups.set(key, [...known, question]);
  }
  const questions = [...groups.values()].map((group) => asked(group, texts, facts));
  const quoted = new Set<string>();
  return questions.map(({ words, quote, rest }) => {
    const isKnown = quote === "" || quoted.has(quote);
    quoted.add(quote);
    return `${words}${isKnown ? "" : ` From ${ended(code(quote))}`}${rest}`;
  });
}

/** Questions that only a hint raises, or a success criterion or an entity, are asked where there are no others. */
function weighty(questions: readonly Question[]): readonly Question[] {
  return [({ isOfPart }: Question) => !isOfPart, ({ isHint }: Question) => !isHint].reduce((left, isKept) => {
    const kept = left.filter(isKept);
    return kept.length === 0 ? left : kept;
  }, questions);
}

/** A sentence brings its own full stop. */
function ended(quote: string): string {
  return /[.!?:…]["')]?[ ]?`+$/.test(quote) ? quote : `${quote}.`;
}

function questionsOf(
  member: DesignFacts["members"][number],
  { sentences, workPackage }: DesignFacts,
): readonly Question[] {
  const { change, criteria, needs, reason } = member;
  const { id } = change;
  const unclear = criteria.filter(({ verdict }) => verdict === "unclear");
  // What decided asks; what the other criteria stumble over in the same entry rarely has an answer of its own.
  const deciding = unclear.filter(({ because }) => isReason(because, reason));
  const asking = deciding.length > 0 ? deciding : unclear.slice(0, 1);
  const found = asking.flatMap(({ because, need, isHint = false, evidence: [first] }) => {
    const quote = first === undefined ? "" : wholeSentence({ id, quote: first.quote }, sentences);
    // A comment of code is no statement.
    const isOpen = first === undefined || (quote !== "" && !isNoDemand(quote, textOf(member)));
    return isOpen ? [{ what: need ?? because, quote, isHint }] : [];
  });
  const left = needs.map((what) => ({ what, quote: "", isHint: false }));
  const all = (unclear.length > 0 ? found : left.slice(0, 1)).filter(
    ({ what, quote }) =>
      !isOwnName(phraseIn(what) ?? "", workPackage.slug) &&
      !isBesideThePoint(phraseIn(what) ?? "", quote === "" ? textOf(member) : quote),
  );
  const isOfPart = change.after?.traits?.isPart === true && !/scenario|criterion/.test(change.after.kind);
  return all.map((one) => ({ ...one, phrase: phraseIn(one.what), id, isOfPart }));
}

/** The spec's words that a need names, or null. */
function phraseIn(what: string): string | null {
  return /“([^”]{1,200})”/.exec(what)?.[1] ?? null;
}

/** One word that the feature is named after: the whole design is about it. */
function isOwnName(phrase: string, slug: string): boolean {
  return /^[A-Za-z]+$/.test(phrase) && slug.split("-").includes(phrase.toLowerCase());
}

/** A reason is what decided, cut to some words. */
function isReason(because: string, reason: string): boolean {
  const words = reason.replace(/…$/, "").split(/\s+/).slice(0, 6).join(" ");
  return words !== "" && because.split(/\s+/).join(" ").startsWith(words);
}

function asked(
  group: readonly Question[],
  texts: ReadonlyMap<string, string>,
  { around }: DesignFacts,
): { readonly words: string; readonly quote: string; readonly rest: string } {
  const [first] = group;
  if (first === undefined) return { words: "", quote: "", rest: "" };
  const { what, phrase } = first;
  const isOne = group.every(({ quote }) => quote === first.quote);
  const quote = isOne ? first.quote : "";
  const ids = group.map(({ id }) => id);
  const options = optionsFor(phrase, quote);
  const choice = options.length < 2 ? "" : ` The text allows: ${options.map(code).join("; ")}.`;
  const parts = ids.flatMap((id) => (around.parts.get(id) ?? []).map((one) => one.id));
  const holding = quote === "" ? [] : ownersOf(quote, [...ids, ...parts], texts);
  const owners = holding.length === 0 || holding.length > ids.length ? ids : holding;
  const shown = isAll(quote, owners, texts) ? "" : quote;
  return { words: plain(what), quote: shown, rest: `${choice} ${cited(owners)}` };
}

/** An entry of one sentence is quoted above already. */
function isAll(quote: string, ids: readonly string[], texts: ReadonlyMap<string, string>): boolean {
  return ids.every((id) => (texts.get(id)?.trim().length ?? 0) <= quote.length + 16);
}

/** Choices of the passage, where they are what the question is about. */
function optionsFor(phrase: string | null, quote: string): readonly string[] {
  if (phrase === null) return [];
  const options = optionsIn(quote);
  if (/\b(?:may|optional|optionally|can choose)\b/i.test(phrase)) return options;
  if (options[1] === "nothing of the kind") return [];
  return options.some((one) => one.includes(phrase) || phrase.includes(one)) ? options : [];
}
