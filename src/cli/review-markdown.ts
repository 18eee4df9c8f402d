import type { Review } from "../core/decision/review.ts";
import type { CommentContext } from "../core/message/comment-context.ts";
import type { LinkBase } from "../core/message/link.ts";
import { reviewComment } from "../core/message/review-comment.ts";

/** The App's comment on a pull request with this review, and what would not fit into it below. */
export function reviewMarkdown(review: Review, links: LinkBase, notices: readonly string[]): string {
  const context: CommentContext = {
    ...links,
    pullRequest: 0,
    citedIn: new Map(),
    hasTargets: false,
    followUps: [],
    notices,
  };
  const { body, overflow } = reviewComment(review, context);
  return `${[body, overflow?.summary, overflow?.text].filter(Boolean).join("\n\n")}\n`;
}

/** Where links lead, told from the clone's remote (`https://host/owner/name`, `git@host:owner/name`); else to its files. */
export function linksOf(origin: string | null): LinkBase {
  const found =
    /^(?:https:\/\/(?:[^@/]*@)?|(?:ssh:\/\/)?git@)([\w.-]+)[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      origin ?? "",
    );
  if (found === null) return { webUrl: "", repository: { owner: "", name: "" } };
  const [, host = "", owner = "", name = ""] = found;
  return { webUrl: `https://${host}`, repository: { owner, name } };
}
