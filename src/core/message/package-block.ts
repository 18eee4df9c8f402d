import type { Recommendation, Review, WorkPackage } from "../decision/review.ts";
import { localId } from "../entries/local-id.ts";
import type { CommentContext } from "./comment-context.ts";
import { entryLink, entryText } from "./entry-text.ts";
import { clip, clipName, inlineText, richText } from "./escape.ts";
import { openList, reasonsList } from "./explanation.ts";
import { shownId } from "./shown-id.ts";
import { changeWord, pathTitles, plural, verdictTitle } from "./wording.ts";

/**
 * One work package, collapsed: what changed in each entry, what a model found, and what is missing. Entries of which
 * that is no more than their row and the diff hold are left out; a package of none but those is empty.
 */
export function packageBlock(
  workPackage: WorkPackage,
  review: Review,
  context: CommentContext,
  withQuestions: boolean,
): string {
  const members = review.recommendations
    .filter((candidate) => candidate.workPackage === workPackage.slug)
    .slice(0, workPackage.entries.length)
    .filter(isMoreThanRow);
  if (members.length === 0) return "";
  const ids = namesOf(members.slice(0, 4).map(({ change }) => shownId(change.id, review)));
  const more = members.length - ids.length;
  const title = more > 0 ? `${ids.join(", ")} and ${more} more` : ids.join(", ");
  const summary = `<summary><b>${title}</b>: ${pathOf(workPackage, members)}</summary>`;
  const bodies = members.map((member) => reasoning(member, review, context, withQuestions));
  return `<details>${summary}\n\n${bodies.join("\n\n")}\n\n</details>`;
}

/** New text of which nothing was found, or that nobody judged, stands in the diff as it would stand here. */
function isMoreThanRow({ path, decidedBy, reason, change: { before, replaces } }: Recommendation): boolean {
  if (before !== null || replaces.length > 0) return true;
  return decidedBy !== "nobody" && (path !== "code" || decidedBy !== "rules" || reason !== "");
}

/** Names that can be told apart: what all but the first share with it is left out, where they are long. */
function namesOf(ids: readonly string[]): readonly string[] {
  const [first = "", ...others] = ids;
  const stems = [first, ...first.split("/").map((_, at, parts) => parts.slice(0, at).join("/"))];
  const stem = stems.filter((part) => part !== "" && others.every((id) => id.startsWith(`${part}/`)));
  const shared = stem.sort((a, b) => b.length - a.length)[0];
  const names = ids.map((id, at) => (at > 0 && shared !== undefined ? `…${id.slice(shared.length)}` : id));
  const clipped = names.map((name) => inlineText(clipName(name, 60)));
  return clipped.filter((name, at) => clipped.indexOf(name) === at);
}

/** A package takes the longer path when one of its entries does; what nobody judged takes none that could be said. */
function pathOf({ path }: WorkPackage, members: readonly Recommendation[]): string {
  const judged = members.filter(({ decidedBy }) => decidedBy !== "nobody");
  const title = judged.length === 0 ? "not judged" : pathTitles[path];
  const own = judged.length === 0 ? members : judged.filter((member) => member.path === path);
  if (members.length === 1) return title;
  const all = plural(members.length, "entry", "entries");
  return own.length === members.length ? `${title}, ${all}` : `${title} for ${String(own.length)} of ${all}`;
}

/** One entry; the words that rules went by stand in its row. */
function reasoning(
  recommendation: Recommendation,
  review: Review,
  context: CommentContext,
  withQuestions: boolean,
): string {
  const { override, decidedBy } = recommendation;
  const isHeard = decidedBy === "rules" && recommendation.path === "design";
  const said = [
    verdictTitle(recommendation),
    ...(recommendation.reason === "" || isHeard || decidedBy === "nobody"
      ? []
      : [richText(recommendation.reason)]),
  ].join(", ");
  const was = wasNamed(recommendation, review);
  const heading = `**${entryLink(recommendation, review, context)}**, ${changeWord(recommendation)}${was}: ${said}`;
  const parts = [sentence(heading), entryText(recommendation, review)];
  if (override !== null) parts.push(overrideNote(recommendation));
  if (!isHeard) parts.push(...reasonsList(recommendation, review, context));
  if (withQuestions) parts.push(...openList(recommendation, review));
  return parts.join("\n\n");
}

/** What the entry was called, where that is told apart from what it is called now; else the file that it was in. */
function wasNamed({ change }: Recommendation, review: Review): string {
  const { previousId, before, after } = change;
  if (previousId === null || before === null) return "";
  const isSame = after !== null && localId(before) === localId(after);
  if (before.file !== change.file && (isSame || before.traits?.hasContentId === true))
    return ` (was in ${inlineText(clipName(before.file, 80))})`;
  if (isSame || before.traits?.hasContentId === true) return "";
  return ` (was ${inlineText(clipName(shownId(previousId, review), 80))})`;
}

function overrideNote({ override }: Recommendation): string {
  if (override === null) return "";
  const because = override.because === null ? "" : `, because ${inlineText(clip(override.because, 200))}`;
  return sentence(`Set by ${inlineText(override.by)} on ${inlineText(override.at.slice(0, 10))}${because}`);
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
