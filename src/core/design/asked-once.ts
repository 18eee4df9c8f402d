import { besideEntries } from "./beside-questions.ts";
import type { DesignFacts } from "./design-facts.ts";
import { openQuestions, questionKey } from "./open-questions.ts";

/** The design that keeps a question: by its number, and whether it has an entry that the question speaks of. */
interface Keeper {
  readonly at: number;
  readonly isOwn: boolean;
}

/**
 * The designs of one run so that each question is asked in one of them: the first that has it. What a file asks beside its entries
 * stays together: with the first that has an entry which one of these questions speaks of.
 */
export function askedOnce(designs: readonly DesignFacts[]): readonly DesignFacts[] {
  const asked = designs.map((facts) => openQuestions(facts));
  const files = new Map<string, Keeper>();
  asked.forEach((found, at) => {
    const facts = designs[at];
    for (const { question, place } of found) {
      if (place === null || facts === undefined) continue;
      const own = new Set(facts.members.map(({ change }) => change.id));
      const about = besideEntries([{ question, file: place.file }], facts);
      keep(files, place.file, { at, isOwn: about.some(({ change }) => own.has(change.id)) });
    }
  });
  const keepers = new Map<string, Keeper>();
  asked.forEach((found, at) => {
    for (const one of found) {
      const known = one.place === null ? undefined : files.get(one.place.file);
      keep(keepers, questionKey(one), known ?? { at, isOwn: true });
    }
  });
  return designs.map((facts, at) => {
    const askedElsewhere = new Set([...keepers].flatMap(([key, one]) => (one.at === at ? [] : [key])));
    return { ...facts, askedElsewhere };
  });
}

function keep(keepers: Map<string, Keeper>, key: string, one: Keeper): void {
  const known = keepers.get(key);
  if (known === undefined || (one.isOwn && !known.isOwn)) keepers.set(key, one);
}
