import type { ReviewQuestion } from "../decision/open-question.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import type { CommentContext } from "./comment-context.ts";
import { clip, inlineText, oneLine, richText } from "./escape.ts";
import type { FoldedRow } from "./folded-rows.ts";
import { blobUrl } from "./link.ts";
import { shownId } from "./shown-id.ts";
import { listWords, plural } from "./wording.ts";

/** The questions that are about an entry. */
export function askedOf({ questions = [] }: Review, { change }: Recommendation): readonly ReviewQuestion[] {
  return questions.filter(({ entries }) => entries.includes(change.id));
}

/** Questions that stand beside the entries. */
export function askedBeside({ questions = [] }: Review): readonly ReviewQuestion[] {
  return questions.filter(({ entries }) => entries.length === 0);
}

/** Each question with the first row that is about one of its entries. */
export function askedInRows(
  rows: readonly FoldedRow[],
  { questions = [] }: Review,
): ReadonlyMap<FoldedRow, readonly ReviewQuestion[]> {
  const rowOf = new Map<string, { readonly row: FoldedRow; readonly at: number }>();
  rows.forEach((row, at) => {
    for (const { change } of [row.one, ...row.parts])
      if (!rowOf.has(change.id)) rowOf.set(change.id, { row, at });
  });
  const asked = new Map<FoldedRow, ReviewQuestion[]>();
  for (const question of questions) {
    const places = question.entries.flatMap((id) => rowOf.get(id) ?? []);
    const [first] = places.sort((a, b) => a.at - b.at);
    if (first !== undefined) asked.set(first.row, [...(asked.get(first.row) ?? []), question]);
  }
  return asked;
}

export interface OpenPlace {
  readonly question: string;
  readonly file: string;
  readonly line: number;
}

/** Where the spec itself asks something beside the entries. */
export function openPlaces(review: Review): readonly OpenPlace[] {
  return askedBeside(review).flatMap(({ question, place }) =>
    place === null ? [] : [{ question, ...place }],
  );
}

const longest = 600;

/** A question beside `id`, with the other entries that it is about. Markdown of one line. */
export function openLine(question: ReviewQuestion, id: string, review: Review): string {
  return `**Open:** ${richText(clip(question.question, longest))}${marked(others(question, id, review))}`;
}

/** As `openLine`, for a terminal or an annotation. */
export function openText(question: ReviewQuestion, id: string, review: Review): string {
  return `Open: ${oneLine(clip(question.question, longest))}${spaced(others(question, id, review))}`;
}

/** A question that stands beside the entries, with its line. Markdown of one line. */
export function besideLine(question: ReviewQuestion, review: Review, context: CommentContext): string {
  const words = richText(clip(question.question, longest));
  if (question.place === null) return `- ${words}${marked(others(question, "", review))}`;
  const { file, line } = question.place;
  const url = blobUrl(context, review.head, file, line);
  return `- ${words} ([${inlineText(clip(file, 200))}:${String(line)}](${url}))`;
}

/** What is asked on an entry's line outside the comment: each question whole once, where it stands first. */
export function openTexts(recommendation: Recommendation, review: Review): readonly string[] {
  const { change } = recommendation;
  const asked = askedOf(review, recommendation);
  const here = asked.filter(({ entries }) => entries[0] === change.id);
  const shared = asked.filter((one) => !here.includes(one)).flatMap(({ entries }) => entries[0] ?? []);
  return [
    ...here.map((one) => openText(one, change.id, review)),
    ...[...new Set(shared)].map((id) => `Open: as asked for ${clip(shownId(id, review), 80)}`),
  ];
}

/** What is missing of an entry besides. */
export function otherNeeds(recommendation: Recommendation, review: Review): readonly string[] {
  const questions = new Set(askedOf(review, recommendation).map(({ question }) => question));
  return recommendation.needs.filter((need) => !questions.has(need));
}

function others({ ids }: ReviewQuestion, id: string, review: Review): string {
  const named = ids.filter((one) => one !== id);
  if (named.length === 0) return "";
  const shown = named.slice(0, 4).map((one) => clip(shownId(one, review), 40));
  const more = named.length - shown.length;
  const list = listWords(more > 0 ? [...shown, plural(more, "other")] : shown);
  return named.length < ids.length ? `(also ${list})` : `(${list})`;
}

function marked(words: string): string {
  return spaced(inlineText(words));
}

function spaced(words: string): string {
  return words === "" ? "" : ` ${words}`;
}
