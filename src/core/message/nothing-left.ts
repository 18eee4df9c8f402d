import type { CommentContext } from "./comment-context.ts";
import { followUpLines } from "./follow-up-lines.ts";
import { marker } from "./marker.ts";

/** The review comment once no entry is changed any more. */
export function nothingLeftMessage(context: CommentContext): string {
  const verdict = "No spec entry is changed by this pull request now; nothing is left to do.";
  return [marker("review"), ...context.notices, verdict, ...followUpLines(context)].join("\n\n");
}
