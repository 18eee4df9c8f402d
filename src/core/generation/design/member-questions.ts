import type { DesignFacts } from "./design-facts.ts";
import { flat, ownersOf, readable } from "./evidence-lines.ts";
import { cited, code, plain } from "./markdown.ts";
import { optionsIn } from "./options-in.ts";

interface Question {
  readonly what: string;
  /** The spec's words that it asks about, or null. */
  readonly phrase: string | null;
  /** The passage they stand in, or "". */
  readonly quote: string;
  readonly id: string;
}

/** What the criteria of the entries leave open; one question each, whatever number of entries it concerns. */
export function memberQuestions({ members, entries }: DesignFacts): readonly string[] {
  const texts = new Map(entries.map(({ id, text }) => [id, flat(text)]));
  const groups = new Map<string, Question[]>();
  for (const question of members.flatMap(questionsOf)) {
    const key = JSON.stringify([question.what, question.phrase === null ? "" : question.quote]);
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()].map((group) => asked(group, texts));
}

function questionsOf({ change, criteria, needs }: DesignFacts["members"][number]): readonly Question[] {
  const { id } = change;
  const unclear = criteria.filter(({ verdict }) => verdict === "unclear");
  const said = new Set(unclear.map(({ need }) => need));
  const all = [
    ...unclear.flatMap(({ because, need, evidence: [first] }) => {
      const quote = first === undefined ? "" : readable({ id, quote: first.quote });
      // A comment of code is no statement, so there is nothing to ask about it.
      return first !== undefined && quote === "" ? [] : [{ what: need ?? because, quote }];
    }),
    ...needs
      .filter((need) => !said.has(need) && !/test vector/i.test(need))
      .map((what) => ({ what, quote: "" })),
  ];
  const known = new Set<string>();
  return all.flatMap(({ what, quote }) => {
    const phrase = /“([^”]{1,200})”/.exec(what)?.[1] ?? null;
    // The same words are asked about once, also where two criteria stumble over them.
    if (phrase !== null && known.has(phrase)) return [];
    if (phrase !== null) known.add(phrase);
    return [{ what, phrase, quote, id }];
  });
}

function asked(group: readonly Question[], texts: ReadonlyMap<string, string>): string {
  const [first] = group;
  if (first === undefined) return "";
  const { what, phrase } = first;
  const isOne = group.every(({ quote }) => quote === first.quote);
  const quote = isOne ? first.quote : "";
  const ids = group.map(({ id }) => id);
  const options = optionsFor(phrase, quote);
  const choice = options.length < 2 ? "" : ` The text allows: ${options.map(code).join("; ")}.`;
  const from = quote === "" ? "" : ` From ${code(quote)}.`;
  return `${plain(what)}${from}${choice} ${cited(quote === "" ? ids : ownersOf(quote, ids, texts))}`;
}

/** Choices of the passage, where they are what the question is about. */
function optionsFor(phrase: string | null, quote: string): readonly string[] {
  if (phrase === null) return [];
  const options = optionsIn(quote);
  if (/\b(?:may|optional|optionally|can choose)\b/i.test(phrase)) return options;
  if (options[1] === "nothing of the kind") return [];
  return options.some((one) => one.includes(phrase) || phrase.includes(one)) ? options : [];
}
