import type { ReviewQuestion } from "../decision/open-question.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import { type ReviewRequest, reviewWithEntries } from "../decision/review-specs.ts";
import type { PlacedEntry } from "../code/requested-entries.ts";
import { byFeature, packagesOf } from "./by-feature.ts";
import { questionFacts } from "./design-facts.ts";
import { featuresOf } from "./feature.ts";
import { openQuestions } from "./open-questions.ts";
import { withoutTwins } from "./without-twins.ts";

/** Designs that are asked about; the rest is asked in the designs alone. */
const mostDesigns = 40;

/**
 * The review of two sets of files, with the questions that the designs of its entries would ask: each once, with the entries
 * that it stands with. Pure, as `reviewSpecs`, and throws as that does.
 */
export function askedReview(request: ReviewRequest): Review {
  const { review, entriesAtHead } = reviewWithEntries(request);
  if (!review.recommendations.some(needsDesign)) return { ...review, questions: [] };
  const found = designsOf(review, request).flatMap((workPackage) =>
    questionsOf({ workPackage, review, specFiles: request.headFiles, entriesAtHead }),
  );
  const questions = inOrder(found, review);
  return {
    ...review,
    questions: questions.map(({ question, ids, place, entries }) => ({ question, ids, place, entries })),
    recommendations: withoutTwins(review.recommendations, questions),
  };
}

function needsDesign({ path }: Recommendation): boolean {
  return path === "design";
}

/** What `/generate` makes of a review: the entries of each design. */
function designsOf(review: Review, { baseFiles, headFiles }: ReviewRequest): ReturnType<typeof byFeature> {
  const wanted = new Set(review.recommendations.filter(needsDesign).map(({ change }) => change.id));
  const packages = packagesOf(review.workPackages, wanted);
  const changes = review.recommendations.map(({ change }) => change);
  return byFeature(packages, featuresOf(changes, [...baseFiles, ...headFiles])).slice(0, mostDesigns);
}

type AskedQuestion = ReviewQuestion & ReturnType<typeof openQuestions>[number];

interface DesignOfReview {
  readonly workPackage: { readonly slug: string; readonly entries: readonly string[] };
  readonly review: Review;
  readonly specFiles: ReviewRequest["headFiles"];
  readonly entriesAtHead: readonly PlacedEntry[];
}

function questionsOf(design: DesignOfReview): readonly AskedQuestion[] {
  const facts = questionFacts(design);
  const ownerOf = new Map(
    [...facts.around.parts].flatMap(([id, parts]) => parts.map((part) => [part.id, id] as const)),
  );
  for (const { change } of facts.members) ownerOf.set(change.id, change.id);
  return openQuestions(facts).map((one) => ({
    ...one,
    entries: [...new Set(one.ids.flatMap((id) => ownerOf.get(id) ?? []))],
  }));
}

/** In the order of the entries that they stand with, those that stand beside the entries last. */
function inOrder(questions: readonly AskedQuestion[], { recommendations }: Review): readonly AskedQuestion[] {
  const at = new Map(recommendations.map(({ change }, index) => [change.id, index]));
  const placeOf = (id = ""): number => at.get(id) ?? recommendations.length;
  return onceEach(questions)
    .map((one) => ({ ...one, entries: [...one.entries].sort((a, b) => placeOf(a) - placeOf(b)) }))
    .sort((a, b) => placeOf(a.entries[0]) - placeOf(b.entries[0]));
}

/** What the designs of several features ask in the same words is one question. */
function onceEach(questions: readonly AskedQuestion[]): readonly AskedQuestion[] {
  const found = new Map<string, AskedQuestion>();
  for (const one of questions) {
    const key = JSON.stringify([one.question, one.place]);
    const known = found.get(key);
    if (known === undefined) found.set(key, one);
    else
      found.set(key, {
        ...known,
        about: [...known.about, ...one.about],
        ids: [...new Set([...known.ids, ...one.ids])],
        entries: [...new Set([...known.entries, ...one.entries])],
      });
  }
  return [...found.values()];
}
