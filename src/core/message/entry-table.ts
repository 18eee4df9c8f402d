import { knownTestData } from "./known-test-data.ts";
import type { ReviewQuestion } from "../decision/open-question.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import { openLine } from "./asked.ts";
import type { CommentContext } from "./comment-context.ts";
import { entryLink } from "./entry-text.ts";
import { clip, clipName, inlineText, richText } from "./escape.ts";
import { type FoldedRow, partsNamed } from "./folded-rows.ts";
import { blobUrl } from "./link.ts";
import { shownId } from "./shown-id.ts";
import { tableOf } from "./markdown-table.ts";
import { changeWord, pathWords } from "./wording.ts";

interface EntryTable {
  /** The first two lines. */
  readonly head: string;
  readonly lines: readonly string[];
}

/** The entries as rows, without a column that says nothing of any. */
export function entryTable(
  rows: readonly FoldedRow[],
  review: Review,
  context: CommentContext,
  asked: ReadonlyMap<FoldedRow, readonly ReviewQuestion[]>,
): EntryTable {
  const columns = [
    "Entry",
    "Change",
    "Path",
    "Why",
    "Test data",
    ...(context.hasTargets ? ["Cited in"] : []),
  ];
  const cells = rows.map((row) => cellsOf(row, review, context, asked.get(row) ?? []));
  const [head, rule, ...lines] = tableOf(columns, cells);
  return { head: `${head}\n${rule}`, lines };
}

function cellsOf(
  { one: recommendation, parts }: FoldedRow,
  review: Review,
  context: CommentContext,
  asked: readonly ReviewQuestion[],
): readonly string[] {
  const link = entryLink(recommendation, review, context);
  const cells = [
    parts.length === 0 ? link : `${link} and ${partsNamed(parts)}`,
    changeWord(recommendation),
    pathCell(recommendation),
    [
      ...(recommendation.reason === "" || recommendation.decidedBy === "nobody"
        ? []
        : [richText(clip(recommendation.reason, 140))]),
      ...asked.map((one) => openLine(one, recommendation.change.id, review)),
    ].join("<br>"),
    testDataCell({ one: recommendation, parts }, review, context),
  ];
  return context.hasTargets ? [...cells, citedCell(recommendation, context)] : cells;
}

/** Without link, reason and the rest: for pull requests whose full rows would not fit anywhere. */
export function compactRow({ change, path }: Recommendation, review: Review): string {
  return `${inlineText(clipName(shownId(change.id, review), 80))} (${pathWords[path]}, line ${change.line})`;
}

function pathCell(recommendation: Recommendation): string {
  const word =
    recommendation.decidedBy === "nobody" ? "**not judged**" : `**${pathWords[recommendation.path]}**`;
  return recommendation.override === null
    ? word
    : `${word}, set by ${inlineText(recommendation.override.by)}`;
}

/** Said of a row that stands for several entries where each of them has some. */
function testDataCell({ one, parts }: FoldedRow, review: Review, context: CommentContext): string {
  const known = knownTestData(one);
  if (known !== null && parts.every((part) => knownTestData(part) !== null)) {
    return `[${known.inText ? "in the text" : "yes"}](${blobUrl(context, review.head, known.file, known.line)})`;
  }
  return "";
}

/** Which targets cite the entry today, with how many lines. */
export function citedCell(recommendation: Recommendation, context: CommentContext): string {
  const citations = context.citedIn.get(recommendation.change.id) ?? [];
  const unread = [...(context.unreadTargets ?? []), ...(context.refusedTargets ?? [])];
  const words = [
    ...citations.map(({ target, lines }) => `${inlineText(target)} (${lines})`),
    ...unread.map((target) => `${inlineText(target)} not read`),
  ];
  if (words.length === 0) return "no target";
  const more = words.length - 3;
  return more > 0 ? `${words.slice(0, 3).join(", ")} and ${more} more` : words.join(", ");
}
