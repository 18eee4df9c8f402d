import { compareSpecs } from "../entries/compare-specs.ts";
import type { Entry, Finding, SourceFile } from "../entries/entry.ts";
import { fingerprint } from "../entries/fingerprint.ts";
import type { ParseOptions } from "../entries/parse-spec.ts";
import type { Glossary } from "../lexicon/family.ts";
import { UserError } from "../user-error.ts";
import { buildSpecIndex } from "../entries/spec-index.ts";
import type { Claim } from "./judge-reply.ts";
import { asWritten, definitionsFor, type HiddenInEntry, hiddenIn } from "./hidden-in-entry.ts";
import type { Judgement, Override, Recommendation, Review } from "./review.ts";
import { reviewComparison } from "./review-comparison.ts";
import { lostLines } from "./lost-lines.ts";
import { unreadRuns } from "./unread-runs.ts";

export interface ReviewRequest {
  /** Commit ids. */
  readonly base: string;
  readonly head: string;
  readonly baseFiles: readonly SourceFile[];
  readonly headFiles: readonly SourceFile[];
  /** Files at head that may hold test data. */
  readonly testFiles?: readonly SourceFile[];
  readonly overrides?: readonly Override[];
  /** What a model said about the entries of `toJudge`, by entry ID; its quotes are looked for in the spec. */
  readonly claims?: ReadonlyMap<string, Claim>;
  /** Whether the review lists in `toJudge` what a model may be asked about. */
  readonly listToJudge?: boolean;
  readonly judgement?: Judgement;
  /** The repository's own words. */
  readonly glossary?: Glossary;
  readonly parse?: ParseOptions;
  /** Files that could not be read, as findings. */
  readonly unread?: readonly Finding[];
}

/** Changed entries that one review takes; eighteen times those of the largest known pull request. */
const mostChanges = 10_000;

/**
 * From two sets of files to the review: read, compare, decide. Pure; the same files give the same review. Throws
 * UserError when more entries changed than anybody could read about.
 */
export function reviewSpecs(request: ReviewRequest): Review {
  return reviewWithEntries(request).review;
}

/** As `reviewSpecs`, with the entries at head. */
export function reviewWithEntries(request: ReviewRequest): {
  readonly review: Review;
  readonly entriesAtHead: readonly Entry[];
} {
  const { baseFiles, headFiles, testFiles = [], parse = {}, base, head } = request;
  const compared = compareSpecs(baseFiles, headFiles, parse);
  const count = compared.diff.changes.length;
  if (count > mostChanges) throw new UserError(tooMany(count));
  const context = buildSpecIndex({ ...compared, testFiles });
  const { overrides, claims, judgement, glossary, unread, listToJudge = false } = request;
  const review = reviewComparison({
    baseCommit: base,
    headCommit: head,
    ...compared,
    context,
    fingerprint,
    ...(overrides ? { overrides } : {}),
    listToJudge,
    ...(claims ? { claims } : {}),
    ...(judgement ? { judgement } : {}),
    ...(glossary ? { glossary } : {}),
    unreadable: [
      ...(unread ?? []),
      ...unreadRuns(baseFiles, headFiles),
      ...lostLines(baseFiles, compared.head.files, headFiles),
    ],
  });
  return {
    review: { ...review, recommendations: review.recommendations.map(withHiddenIn(baseFiles, headFiles)) },
    entriesAtHead: compared.head.files.flatMap(({ entries }) => entries),
  };
}

/** Of what an entry's lines hide nothing is left in its text. What hid in the text before the change is shown to a model, too. */
function withHiddenIn(
  base: readonly SourceFile[],
  head: readonly SourceFile[],
): (recommendation: Recommendation) => Recommendation {
  const sides = [base, head].map((files) => new Map(files.map((file) => [file.path, file])));
  const hidden = (entry: Entry | null, side: number): HiddenInEntry | null => {
    const file = entry === null ? undefined : sides[side]?.get(entry.file);
    if (entry === null) return null;
    if (file === undefined) return hiddenIn(entry.text);
    const written = asWritten(entry, file);
    return hiddenIn(written, definitionsFor(written, file), entry);
  };
  return (recommendation) => {
    const { before, after } = recommendation.change;
    return { ...recommendation, hidden: hidden(after, 1), hiddenBefore: hidden(before, 0) };
  };
}

function tooMany(count: number): string {
  return `This change touches ${String(count)} entries; at most ${String(mostChanges)} are reviewed at once. Split it.`;
}
