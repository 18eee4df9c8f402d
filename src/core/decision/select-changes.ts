import type { Change } from "../entries/change.ts";
import { UserError } from "../user-error.ts";
import { withoutHiddenCharacters } from "../markdown/hidden-text.ts";
import type { ReviewQuestion } from "./open-question.ts";
import type { Review } from "./review.ts";

const place = /^(.{1,500}):(\d{1,7})(?:-(\d{1,7}))?$/;
/** A line that a label or a reader names may be the blank or comment line before the entry's own. */
const slack = 2;

/**
 * The part of a review that is about some entries: by ID, with `*` for any ending, or by `FILE:LINE` or `FILE:FROM-TO`, which
 * means the entries that begin in these lines, or the one that holds them. Throws UserError for an ID that did not change.
 */
export function selectChanges(review: Review, only: readonly string[]): Review {
  if (only.length === 0) return review;
  const changes = review.recommendations.map(({ change }) => change);
  const chosen = new Set(only.flatMap((wanted) => chosenBy(wanted, changes)));
  const recommendations = review.recommendations.filter(({ change }) => chosen.has(change));
  const ids = new Set(recommendations.map(({ change }) => change.id));
  return {
    ...review,
    recommendations,
    toJudge: review.toJudge.filter(({ id }) => ids.has(id)),
    ...(review.questions === undefined ? {} : { questions: kept(review.questions, [...chosen]) }),
    workPackages: review.workPackages.flatMap((one) => {
      const entries = one.entries.filter((id) => ids.has(id));
      return entries.length === 0 ? [] : [{ ...one, entries }];
    }),
  };
}

/** The questions about some entries, or about the files that they stand in. */
function kept(questions: readonly ReviewQuestion[], changes: readonly Change[]): readonly ReviewQuestion[] {
  const ids = new Set(changes.map(({ id }) => id));
  const files = new Set(changes.map(({ file }) => file));
  return questions.flatMap((one) => {
    const entries = one.entries.filter((id) => ids.has(id));
    if (entries.length === 0 && (one.place === null || !files.has(one.place.file))) return [];
    return [{ ...one, entries }];
  });
}

function chosenBy(said: string, changes: readonly Change[]): readonly Change[] {
  const wanted = withoutHiddenCharacters(said);
  const [, file, from, to = from] = place.exec(wanted) ?? [];
  if (file !== undefined) return inLines(changes, file, Number(from), Number(to));
  const isWanted = (id: string): boolean =>
    wanted.endsWith("*") ? id.startsWith(wanted.slice(0, -1)) : id === wanted;
  const found = changes.filter(({ id }) => isWanted(id) || isWanted(id.replace(/^.*#/, "")));
  if (found.length > 0) return found;
  throw new UserError(
    `--only names ${wanted}, which is no changed entry. Leave --only out to see all of them.`,
  );
}

function inLines(changes: readonly Change[], file: string, from: number, to: number): readonly Change[] {
  const there = changes.filter((change) => change.file === file);
  const begin = there.filter(({ line }) => line >= from - slack && line <= to);
  if (begin.length > 0) return begin;
  return there.filter(({ line, after }) => line <= from && (after?.endLine ?? line) >= to).slice(-1);
}
