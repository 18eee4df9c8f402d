import type { Review } from "../decision/review.ts";
import type { CommentContext } from "./comment-context.ts";
import { clip, inlineText } from "./escape.ts";
import { blobUrl } from "./link.ts";

const maxPlaces = 8;

/** Text that came outside every entry and says that something must be: nobody judged it, and silence would say otherwise. */
export function unjudgedDemands({ outside, head }: Review, context: CommentContext): readonly string[] {
  const found = outside.filter(({ demands }) => demands);
  if (found.length === 0) return [];
  const places = found.slice(0, maxPlaces).map(({ file, line, endLine }) => {
    const name = `${inlineText(clip(file, 200))}:${String(line)}`;
    return `[${name}](${blobUrl(context, head, file, line, endLine)})`;
  });
  const more = found.length - places.length;
  const rest = more > 0 ? ` and ${String(more)} more` : "";
  return [
    `**Not judged**, as it stands in no entry: new text with MUST or SHALL, in ${places.join(", ")}${rest}.`,
  ];
}
