import type { Answer } from "../decision/criterion.ts";
import { criterionWithId } from "../decision/kinds-of-reasons.ts";
import { strongest } from "../decision/policy.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import { askedOf, openLine } from "./asked.ts";
import type { CommentContext } from "./comment-context.ts";
import { entryLink, entryText } from "./entry-text.ts";
import { maxShown } from "./text-diff.ts";
import { clip, inlineText, richText } from "./escape.ts";
import { knownTestData } from "./known-test-data.ts";
import { blobUrl } from "./link.ts";
import { changeWord, pathTitles, verdictTitle } from "./wording.ts";

/** The whole reasoning for one entry: who decided and why, what speaks with the spec's words, what would settle it. */
export function explanation(recommendation: Recommendation, review: Review, context: CommentContext): string {
  const verdict = `**${verdictTitle(recommendation)}**${byRules(recommendation)}`;
  const heading = `**${entryLink(recommendation, review, context)}**, ${changeWord(recommendation)}: ${verdict}`;
  const parts = [heading, entryText(recommendation, review), inlineText(whatDecided(recommendation))];
  parts.push(...reasonsList(recommendation, review, context), ...openList(recommendation, review));
  const data = testDataNote(recommendation, (file, line) => {
    const place = `${inlineText(clip(file, 200))}:${String(line)}`;
    return `[${place}](${blobUrl(context, review.head, file, line)})`;
  });
  if (data !== null) parts.push(`**Test data:** ${data}`);
  return parts.filter((part) => part !== "").join("\n\n");
}

/** What is said behind the verdict of rules, which may have nothing to quote. */
export function byRules({ decidedBy }: Recommendation): string {
  return decidedBy === "rules" ? ", likely, by rules" : "";
}

/** Where test data was found, as `show` writes a place; or null. */
export function testDataNote(
  recommendation: Recommendation,
  show: (file: string, line: number) => string,
): string | null {
  const known = knownTestData(recommendation);
  return known === null ? null : `${known.inText ? "in the text, " : ""}${show(known.file, known.line)}`;
}

/** Who decided, and on what ground. Plain text. */
export function whatDecided(recommendation: Recommendation): string {
  const { change, path, reason, decidedBy, override, takeBack } = recommendation;
  if (override !== null) {
    const because = override.because === null ? "" : `, because ${clip(override.because, 300)}`;
    const otherwise =
      override.recommended === undefined
        ? ""
        : override.recommended === path
          ? " The recommendation was the same."
          : ` The recommendation was: ${pathTitles[override.recommended]}.`;
    return `Decided by ${override.by} on ${override.at.slice(0, 10)}${because}.${otherwise}`;
  }
  if (takeBack && path === "none")
    return `${reason} Unless a new one replaces it, \`/generate ${change.id}\` removes what was built from it.`;
  if (decidedBy === "proof") return reason;
  if (decidedBy === "model") return `Judged by a model, whose quotes were found in the spec: ${reason}`;
  if (decidedBy === "nobody")
    return `${reason} \`/path ID code\` or \`/path ID design\` decides; until then \`/generate\` goes straight to code.`;
  if (reason === "") return "";
  return path === "design" ? `${reason}. ${deaf}` : reason;
}

/** What a verdict of rules is worth: on texts that they were not made from they hear what a reader would not. */
const deaf = "Rules hear words; whether the text around settles them is yours to see.";

/** What speaks for a design, one line each with its quote and what would settle it; nothing where nothing speaks. */
export function reasonsList(
  recommendation: Recommendation,
  review: Review,
  context: CommentContext,
): readonly string[] {
  const asked = new Set(askedOf(review, recommendation).map(({ question }) => question));
  const lines = strongest(recommendation.criteria).map((answer) => {
    const because = inlineText(clip(answer.because, 200));
    const byLine = answer.heard !== undefined && isShownWhole(recommendation);
    const quotes = quotesOf(answer, byLine, review, context);
    if (answer.heard !== undefined) return `- ${because}${byLine ? " " : ", in "}${quotes}`;
    const settle =
      answer.need === undefined || asked.has(answer.need)
        ? ""
        : ` *To settle it:* ${richText(clip(answer.need, 240))}`;
    return `- **${reasonWords(answer)}.** ${because} ${quotes}${settle}`;
  });
  return lines.length === 0 ? [] : [lines.join("\n")];
}

/** The text stands whole above its reasons: where a word stands in it is said by its line. */
function isShownWhole({ change: { before, after } }: Recommendation): boolean {
  return before === null && after !== null && after.text.length <= maxShown;
}

function quotesOf({ evidence }: Answer, byLine: boolean, review: Review, context: CommentContext): string {
  const quotes = evidence.slice(0, 2).map(({ file, line, endLine, quote }) => {
    const place = `([line ${line}](${blobUrl(context, review.head, file, line, endLine)}))`;
    return byLine ? place : `“${richText(clip(quote, 160))}” ${place}`;
  });
  return quotes.join(" ");
}

/** What a design would ask about the entry, one line each; nothing where it would not. */
export function openList(recommendation: Recommendation, review: Review): readonly string[] {
  const asked = askedOf(review, recommendation);
  if (asked.length === 0) return [];
  return [asked.map((one) => `- ${openLine(one, recommendation.change.id, review)}`).join("\n")];
}

/** A reason as the statement that speaks: the criteria that the direct path needs are said in the negative. */
export function reasonWords({ id }: Answer): string {
  const criterion = criterionWithId(id);
  return criterion?.otherwise ?? criterion?.title ?? id;
}
