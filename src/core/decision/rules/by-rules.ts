import type { Change } from "../../entries/change.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { familiesOf, type Glossary, termsFrom } from "../../lexicon/family.ts";
import { lexicon } from "../../lexicon/lexicon.ts";
import { anyOf } from "../../lexicon/terms.ts";
import { criteria } from "../criteria.ts";
import type { Answer } from "../criterion.ts";
import { readChange } from "../reading.ts";
import type { Path } from "../review.ts";
import { testDataAnswer } from "../test-data-answer.ts";
import { choicesIn } from "./left-to-choose.ts";
import { languageOf } from "./language.ts";
import { type Match, matchTerms, type Vocabulary } from "./match-terms.ts";
import { isSubject } from "./subject.ts";
import { sameWords } from "./same-words.ts";
import { outlineIn } from "./outline.ts";
import { confidenceOf, designChance, featuresOf, pathFrom, standingOf } from "./weigh.ts";

/** What the rules say of a change that nothing proves to need no work. */
interface Ruling {
  readonly path: Exclude<Path, "none">;
  readonly confidence: number;
  readonly reason: string;
  /** What speaks for a design, where it is said, and whether there is test data. */
  readonly criteria: readonly Answer[];
  /** False where the rules could not read the text: the path is a default then, no verdict. */
  readonly isJudged: boolean;
}

const vocabularies = new WeakMap<object, Vocabulary>();

/** The lexicon, with the words of kinds that bring their own, and a repository's own words. */
function vocabularyOf(glossary: Glossary | null): Vocabulary {
  const own = glossary === null ? [] : familiesOf(glossary);
  const families = [...own, ...lexicon, ...criteria.flatMap(({ families: more = [] }) => more)];
  const known = vocabularies.get(glossary ?? lexicon);
  if (known?.families.length === families.length) return known;
  const names = termsFrom(glossary?.product ?? []);
  const vocabulary = { families, silent: names === "" ? null : anyOf(names) };
  vocabularies.set(glossary ?? lexicon, vocabulary);
  return vocabulary;
}

const unread = {
  path: "code",
  confidence: 0.5,
  reason: "The rules read English.",
  isJudged: false,
} as const;

/** Likely, by rules: structure first, then the words of the lexicon. They say `none` of nothing; that takes a proof. */
export function byRules(change: Change, context: SpecIndex, glossary: Glossary | null = null): Ruling {
  const data = testDataAnswer(change, context);
  if (languageOf(change, context) === "other") return { ...unread, criteria: [data] };
  const reading = readChange(change);
  const outline = outlineIn(change, reading);
  const heard = matchTerms(vocabularyOf(glossary), reading).map((match) =>
    context.isUsual(match.words) || isSubject(match.words, change, context)
      ? { ...match, modifies: true }
      : match,
  );
  const matches = [...choicesIn(reading), ...heard, ...(outline === null ? [] : [outline.match])];
  const features = featuresOf(change, matches, outline?.told);
  const chance = designChance(features);
  const path = pathFrom(chance, matches);
  const asked = matches.filter(({ modifies }) => !modifies);
  const answers = path === "design" ? answersFrom(asked) : [];
  return {
    path,
    confidence: confidenceOf(standingOf(path, chance, change)),
    reason: answers.length === 0 ? sameWords(change) : quotedWords(answers),
    criteria: [...answers, data],
    isJudged: true,
  };
}

const mostQuoted = 3;

/** The words by which a design is called for: what they mean where they stand is their reader's to say. */
function quotedWords(answers: readonly Answer[]): string {
  const strong = answers.filter(({ isHint }) => isHint !== true);
  const words = (strong.length > 0 ? strong : answers).map(({ because }) => because);
  return words.slice(0, mostQuoted).join(", ");
}

/** One answer for each kind of reason, and for each sentence, the strongest first. A word is no certainty: each is a maybe. */
function answersFrom(all: readonly Match[]): readonly Answer[] {
  const matches = all.filter(({ span }, at) => all.findIndex((one) => one.span.quote === span.quote) === at);
  const kinds = [...new Set(matches.map(({ family }) => family.kind))];
  return kinds.flatMap((kind): Answer[] => {
    const own = matches.filter(({ family }) => family.kind === kind);
    const [first] = own;
    if (first === undefined) return [];
    const { need } = first.family;
    return [
      {
        id: kind,
        verdict: "unclear",
        because: first.because ?? `“${first.words}”`,
        evidence: [first.span],
        ...(need === undefined ? {} : { need: need.replace("{words}", () => first.words) }),
        heard: first.words,
        isHint: first.family.weight === 1,
      },
    ];
  });
}
