import type { Review } from "../decision/review.ts";
import { seenTitle } from "../entries/dialects/scope.ts";
import type { CommentContext } from "./comment-context.ts";
import { clip, inlineText } from "./escape.ts";
import { blobUrl } from "./link.ts";
import { pushTo } from "../push-to.ts";

const maxPlaces = 8;

/**
 * Text that came outside every entry and says that something must be, or any where no entry changed: nobody judged it, and silence
 * would say otherwise. By the headings that it stands under.
 */
export function unjudgedDemands(review: Review, context: CommentContext): readonly string[] {
  const sections = new Map<string, (typeof outside)[number][]>();
  const { outside, unread = [], head, recommendations } = review;
  // Where no entry changed, "No entry changed" alone would say that nothing did.
  const isAlone = recommendations.length === 0;
  // Of a file that was not read, that says it all.
  const left = new Set(unread.map(({ file }) => file));
  for (const one of outside)
    if ((one.demands || isAlone) && !left.has(one.file)) pushTo(sections, `${one.file}\n${one.heading}`, one);
  if (sections.size === 0) return [];
  const places = [...sections.values()].slice(0, maxPlaces).flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const { file, heading, line, endLine } = first;
    const title = clip(seenTitle(heading), 60);
    const name = title === "" ? `${clip(file, 200)}:${String(line)}` : title;
    const more = others.length > 0 ? ` (${String(others.length + 1)} places)` : "";
    return [`[${inlineText(name)}](${blobUrl(context, head, file, line, endLine)})${more}`];
  });
  const more = sections.size - places.length;
  const rest = more > 0 ? ` and ${String(more)} more` : "";
  return [
    `**Not judged**, as it stands in no entry: ${isAlone ? "changed text" : "new text that says what must be,"} in ${places.join(", ")}${rest}.`,
  ];
}
