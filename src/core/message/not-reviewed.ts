import { clip, richText } from "./escape.ts";
import { marker } from "./marker.ts";

/** Stands in the review comment's place when the spec could not be read within its bounds. */
export function notReviewedMessage(reason: string): string {
  const verdict = `**This pull request was not reviewed.** ${richText(clip(reason, 1_000))}`;
  return [marker("review"), verdict, "A push to the pull request tries again."].join("\n\n");
}
