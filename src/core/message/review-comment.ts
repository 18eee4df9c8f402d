import type { ReviewQuestion } from "../decision/open-question.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import { askedBeside, askedInRows, besideLine } from "./asked.ts";
import type { CommentContext } from "./comment-context.ts";
import { citedCell, compactRow, entryTable } from "./entry-table.ts";
import { entryLink, takenText } from "./entry-text.ts";
import { type FoldedRow, foldedRows } from "./folded-rows.ts";
import { followUpLines } from "./follow-up-lines.ts";
import { judgementText } from "./judgement-text.ts";
import { hygieneLines } from "./hygiene.ts";
import { legend } from "./legend.ts";
import { layOut, pageLimit, type Layout, type Section } from "./layout.ts";
import { checksUrl } from "./link.ts";
import { marker } from "./marker.ts";
import { shownId } from "./shown-id.ts";
import { unreadCompanionsText, unreadFilesText } from "./unread-files.ts";
import { unjudgedDemands } from "./unjudged-demands.ts";
import { unreadTargetLines } from "./unread-targets.ts";
import { packageBlock } from "./package-block.ts";
import { quietSection } from "./quiet-section.ts";
import { verdictLine } from "./verdict-line.ts";
import { changeWord } from "./wording.ts";

/** The name of the check run; the comment points at it. */
export const checkName = "twopath";

/** A block has some 600 characters at least: more than these fit on no three pages. */
const maxPackages = 300;

/** A row of the table has a link and so 150 characters at least: more rows than these fit on no three pages. */
const mostRows = 1_300;

interface ReviewComment {
  /** The sticky comment; at most 65,536 characters. */
  readonly body: string;
  /** What did not fit, for the check run; null when all of it did. Each at most 65,535 characters. */
  readonly overflow: { readonly summary: string; readonly text: string | null } | null;
}

/** The one comment on a spec pull request: same review and context, same bytes. */
export function reviewComment(review: Review, context: CommentContext): ReviewComment {
  const top = [
    ...context.notices,
    `**${verdictLine(review)}**`,
    ...modelLine(review),
    ...followUpLines(context),
    ...unreadTargetLines(context),
    ...unreadLines(review),
    ...unjudgedDemands(review, context),
  ];
  const head = [marker("review"), ...top].join("\n\n");
  const tail = commandLines(review, context);
  const room = pageLimit - head.length - tail.length - 600;
  const sizes = [room, pageLimit - 200, pageLimit - 200];
  const layout = choose(review, context, sizes);
  const [page = "", summary = "", text = ""] = layout.pages;
  const body = [head, page, ...restNote(layout, context, review.workPackages.length), tail]
    .filter((part) => part !== "")
    .join("\n\n");
  if (summary === "") return { body, overflow: null };
  return { body, overflow: { summary, text: text === "" ? null : text } };
}

/** Of a README that changed beside what was read no more than its name is said. */
function unreadLines({ unread = [], files }: Review): string[] {
  if (unread.length === 0) return [];
  const isBeside = files.length > 0 && unread.every(({ isCompanion }) => isCompanion);
  return [isBeside ? unreadCompanionsText(unread) : unreadFilesText(unread)];
}

/** Full rows when every entry finds a place, else one compact list: no entry is ever left out silently. */
function choose(review: Review, context: CommentContext, sizes: readonly number[]): Layout {
  // Questions make rows long: where not all fit, they stand in the blocks.
  for (const inRows of review.recommendations.length > mostRows ? [] : [true, false]) {
    const full = layOut(sections(review, context, inRows), sizes);
    if (full.dropped[0] === 0 && full.dropped[3] === 0) return full;
  }
  const compact: Section = {
    head: "Too many entries for a table. In the spec's order:\n",
    lines: review.recommendations.map((r) => `${compactRow(r, review)};`),
    separator: " ",
    foot: "",
  };
  return layOut([compact, hygieneSection(review, context)], sizes);
}

function sections(review: Review, context: CommentContext, inRows: boolean): Section[] {
  const toBuild = review.recommendations.filter((r) => r.path !== "none");
  const quiet = review.recommendations.filter((r) => r.path === "none" && !r.takeBack);
  const back = review.recommendations.filter((r) => r.path === "none" && r.takeBack);
  const rows = foldedRows(toBuild);
  const asked = inRows ? askedInRows(rows, review) : new Map<FoldedRow, readonly ReviewQuestion[]>();
  const table = entryTable(rows, review, context, asked);
  return [
    {
      head: [legend(toBuild, asked.size > 0), table.head].filter((part) => part !== "").join("\n\n"),
      lines: table.lines,
      separator: "\n",
      foot: "",
    },
    besideSection(review, context),
    takeBackSection(back, review, context),
    hygieneSection(review, context),
    quietSection(quiet, review, context),
    {
      head: "",
      lines: review.workPackages
        .slice(0, maxPackages)
        .map((workPackage) => packageBlock(workPackage, review, context, !inRows))
        .filter((block) => block !== ""),
      separator: "\n\n",
      foot: "",
    },
  ];
}

function hygieneSection(review: Review, context: CommentContext): Section {
  return { head: "**Spec hygiene**\n", lines: hygieneLines(review, context), separator: "\n", foot: "" };
}

/** What the spec itself leaves open where it stands in no entry. */
function besideSection(review: Review, context: CommentContext): Section {
  return {
    head: "**Open beside the entries**, to be answered in the spec or in a design\n",
    lines: askedBeside(review).map((one) => besideLine(one, review, context)),
    separator: "\n",
    foot: "",
  };
}

/** Rules that went, with the targets whose code cites them. Whether a new one replaces them is not known. */
function takeBackSection(back: readonly Recommendation[], review: Review, context: CommentContext): Section {
  return {
    head: "**To take back**, unless a new rule replaces it. `/generate ID` removes what was built from one.\n",
    lines: back.map((r) => {
      const cited = context.hasTargets ? `, cited in ${citedCell(r, context)}` : "";
      return `- ${entryLink(r, review, context)}, ${changeWord(r)}${cited}: ${takenText(r)}`;
    }),
    separator: "\n",
    foot: "",
  };
}

/** Says what a model did, and when the rules stand alone although one was asked. */
function modelLine({ judgement }: Review): string[] {
  const text = judgementText(judgement);
  return text === "" ? [] : [text];
}

function restNote(layout: Layout, context: CommentContext, packages: number): string[] {
  const elsewhere = layout.pages.slice(1).some((page) => page !== "");
  const dropped = layout.dropped.reduce((sum, count) => sum + count, 0) + Math.max(0, packages - maxPackages);
  const notes: string[] = [];
  if (elsewhere) {
    const url = checksUrl(context, context.pullRequest);
    notes.push(`The rest is too long for one comment and stands in the [check run ${checkName}](${url}).`);
  }
  if (dropped > 0)
    notes.push(`What is shown nowhere: \`/explain ID\` for one entry, or \`twopath review\` for all.`);
  return notes.length === 0 ? [] : [notes.join(" ")];
}

/** What can be done next; nothing where nothing can. */
function commandLines(review: Review, { forgets = false, fromFork = false }: CommentContext): string {
  const first = review.recommendations.find((r) => r.path !== "none");
  if (first === undefined) return "";
  const name = shownId(first.change.id, review);
  const id = /^[\w.:()-]{1,40}$/.test(name) ? name : "ID";
  const commit = fromFork ? ` --commit ${review.head}` : "";
  const all = "`/help` lists all commands.";
  const decides = (path: string): string =>
    forgets ? `\`/generate ${id} --path ${path}${commit}\`` : `\`/path ${id} ${path} because …\``;
  if (review.recommendations.every(({ decidedBy, path }) => decidedBy === "nobody" || path === "none"))
    return `Next: ${decides("design")} decides for one entry; \`/generate${commit}\` opens the follow-up pull requests and goes straight to code where nobody decided. ${all}`;
  return [
    `Next: comment \`/generate${commit}\` to open the follow-up pull requests,`,
    `\`/generate ${id}${commit}\` for one entry, \`/explain ${id}\` for its reasoning,`,
    `${decides(first.path === "design" ? "code" : "design")} to decide otherwise.`,
    all,
  ].join(" ");
}
