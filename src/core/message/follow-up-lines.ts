import type { CommentContext, FollowUpState } from "./comment-context.ts";
import { clip, inlineText } from "./escape.ts";
import { safeUrl } from "./link.ts";

/** The follow-up pull requests of a spec pull request, one list item each. */
export function followUpLines(context: Pick<CommentContext, "followUps">): string[] {
  if (context.followUps.length === 0) return [];
  return [["Follow-up pull requests:", ...context.followUps.map(followUpLine)].join("\n")];
}

function followUpLine(followUp: FollowUpState): string {
  const url = safeUrl(followUp.url);
  const label = inlineText(followUp.label);
  const link = url === null ? label : `[${label}](${url})`;
  const line = `- ${link}: ${followUp.stage} for ${inlineText(followUp.target)}, ${followUp.state}`;
  if (followUp.stale.length === 0) return line;
  const ids = followUp.stale.slice(0, 10).map((id) => inlineText(clip(id, 40)));
  const more = followUp.stale.length - ids.length;
  return `${line}, **stale**: ${ids.join(", ")}${more > 0 ? ` and ${more} more` : ""} changed since`;
}
