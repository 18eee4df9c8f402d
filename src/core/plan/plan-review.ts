import type { Recommendation, Review } from "../decision/review.ts";
import type { CommentContext } from "../message/comment-context.ts";
import { hiddenFindings } from "../message/hygiene.ts";
import { marker } from "../message/marker.ts";
import { notReviewedMessage } from "../message/not-reviewed.ts";
import { nothingLeftMessage } from "../message/nothing-left.ts";
import { checkName, reviewComment } from "../message/review-comment.ts";
import { verdictLine } from "../message/verdict-line.ts";
import { pathTitles } from "../message/wording.ts";
import { visibleText } from "../markdown/hidden-text.ts";
import { sha256 } from "../entries/sha256.ts";
import type { GitHubAction, Annotation, CheckButton } from "./action.ts";

interface ReviewFacts {
  /** Null when the pull request changes no spec file. */
  readonly review: Review | null;
  readonly context: CommentContext;
  readonly headSha: string;
  /** SHA-256 of our sticky comment's body as it was written last, or null: there is none. */
  readonly existing: string | null;
}

/** GitHub takes at most 50 annotations a request. */
const maxAnnotations = 50;

const buttons: readonly CheckButton[] = [
  { label: "Generate", description: "Open the follow-up pull requests", identifier: "generate" },
  { label: "Explain", description: "Reply with the whole reasoning", identifier: "explain" },
];

/**
 * What the bot does with a review. Silent where nothing changed and every spec was read: a comment is then edited if there
 * is one, never created. The same facts give the same actions, and a comment that already says this is not written again.
 */
export function planReview({ review, context, headSha, existing }: ReviewFacts): GitHubAction[] {
  const isEmpty = review === null || review.recommendations.length === 0;
  const unread = (review?.unread ?? []).filter(({ isExpected }) => isExpected);
  if (review === null || isEmpty) {
    const isNews = context.notices.length > 0 || unread.length > 0;
    if (existing === null && !isNews) return [];
    return comment(nothingLeftMessage(context, unread), existing, isNews);
  }
  const { body, overflow } = reviewComment(review, context);
  return [
    ...comment(body, existing, true),
    {
      type: "check-run",
      headSha,
      name: checkName,
      conclusion: review.recommendations.some((r) => r.path === "design") ? "neutral" : "success",
      title: verdictLine(review).slice(0, 250),
      summary: overflow?.summary ?? "The comment on the pull request has the whole review.",
      text: overflow?.text ?? null,
      annotations: annotations(review),
      buttons: review.recommendations.some((r) => r.path !== "none") ? buttons : [],
    },
  ];
}

/** In the review's place: why there is none. */
export function planNotReviewed(why: string): GitHubAction {
  return { type: "upsert-comment", marker: marker("review"), body: notReviewedMessage(why), create: true };
}

function comment(body: string, existing: string | null, create: boolean): GitHubAction[] {
  if (existing === sha256(body)) return [];
  return [{ type: "upsert-comment", marker: marker("review"), body, create }];
}

/** Entries that need a design first, then what is wrong in the spec, then entries that lack something. */
function annotations(review: Review): Annotation[] {
  const live = review.recommendations.filter((r) => r.change.after !== null);
  const designs = live.filter((r) => r.path === "design").map(entryAnnotation);
  const findings = [...review.findings, ...live.flatMap(hiddenFindings)].map((finding): Annotation => ({
    path: finding.file,
    startLine: finding.line,
    endLine: finding.line,
    level: "warning",
    title: finding.rule,
    message: plain(finding.message, 1_000),
  }));
  const lacking = live.filter((r) => r.path === "code" && r.needs.length > 0).map(entryAnnotation);
  return [...designs, ...findings, ...lacking].slice(0, maxAnnotations);
}

function entryAnnotation({ change, path, reason, needs }: Recommendation): Annotation {
  return {
    path: change.file,
    startLine: change.line,
    endLine: change.after?.endLine ?? change.line,
    level: "notice",
    title: plain(`${change.id}: ${pathTitles[path]}`, 250),
    message: plain([reason, ...needs.map((need) => `- ${need}`)].join("\n"), 1_000),
  };
}

/** Annotations are plain text: nothing in them is live, but text may hide. */
function plain(text: string, max: number): string {
  return visibleText(text).text.slice(0, max);
}
