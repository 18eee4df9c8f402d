import { clip, codeText, inlineText, richText } from "./escape.ts";
import { safeUrl } from "./link.ts";
import { marker } from "./marker.ts";
import { elapsed } from "./reply.ts";
import { listWords, plural } from "./wording.ts";

export const unitStates = [
  "waiting",
  "running",
  "opened",
  "updated",
  "unchanged",
  "hands-off",
  "asked",
  "failed",
  "cancelled",
  "skipped",
] as const;

/** `asked`: the entry is ambiguous, and a question stands on the spec pull request instead. */
export type UnitState = (typeof unitStates)[number];

/** One follow-up pull request of a `/generate`, as its table shows it. */
interface UnitResult {
  readonly target: string;
  readonly stage: "design" | "code";
  readonly state: UnitState;
  readonly url: string | null;
  readonly label: string | null;
  /** Why, and what to do next, when it did not work; else null. */
  readonly because: string | null;
}

interface GenerationText {
  /** The comment it answers; null for the button of the check run. */
  readonly commentId: number | null;
  readonly units: readonly UnitResult[];
  /** Paragraphs below the table, in our own words. */
  readonly notes: readonly string[];
  readonly seconds: number;
  /** US dollars; null when a price is unknown. */
  readonly costUsd: number | null;
}

/** Finds the one reply of a `/generate` again. */
export function generationMarker(commentId: number | null): string {
  return marker("reply", `${commentId ?? "button"}/generate`);
}

/** The one reply of a `/generate`, edited while the work goes on: a row per pull request, time and cost so far. */
export function generationMessage({ commentId, units, notes, seconds, costUsd }: GenerationText): string {
  const parts = [generationMarker(commentId)];
  if (units.length > 0) parts.push(unitTable(units), spentLine(units, seconds, costUsd));
  const stopped = units.some(({ state }) => state === "failed" || state === "cancelled");
  const runs = units.some(({ state }) => state === "running" || state === "waiting");
  if (runs) parts.push("`/cancel` stops what runs and waits.");
  else if (stopped) parts.push("`/retry` tries only what failed or was cancelled.");
  return [...parts, ...notes].join("\n\n");
}

function unitTable(units: readonly UnitResult[]): string {
  const rows = units.map((unit) => {
    const url = unit.url === null ? null : safeUrl(unit.url);
    const open = unit.state === "waiting" || unit.state === "running";
    const label = inlineText(unit.label ?? (open ? "not yet" : "no pull request"));
    const link = url === null ? label : `[${label}](${url})`;
    const because = unit.because === null ? "" : `: ${richText(clip(unit.because, 600))}`;
    return `| ${inlineText(unit.target)} | ${unit.stage} | ${link} | ${unit.state}${because} |`;
  });
  return ["| Target | Path | Pull request | State |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

function spentLine(units: readonly UnitResult[], seconds: number, costUsd: number | null): string {
  const ended = units.filter(({ state }) => state !== "waiting" && state !== "running").length;
  const cost = costUsd === null ? "cost unknown" : `$${costUsd.toFixed(2)}`;
  return `${ended} of ${units.length} done, ${elapsed(seconds)}, ${cost}.`;
}

export function closedUnmergedMessage(): string {
  return "This pull request is closed and was not merged: nothing is made from it. Reopen it first.";
}

/** In a row: it was closed while the work went on. */
export function closedMeanwhileWords(): string {
  return "the spec pull request was closed without being merged; reopen it, then `/retry`";
}

export function noModelMessage(): string {
  return "Writing code needs a model, and none is configured: whoever runs the server sets `ANTHROPIC_API_KEY`. Without one, `/generate --path design` opens a design pull request made from the spec's own text.";
}

/** The repository's own configuration forbids the model. */
export function modelOffMessage(): string {
  return "Writing code needs a model, and this repository's `.github/twopath.yml` turns it off (`model.enabled`). Without one, `/generate --path design` opens a design pull request made from the spec's own text.";
}

export function noTargetMessage(): string {
  return "Writing code needs to know where: name at least one target under `targets` in `.github/twopath.yml` on the base branch. `/generate --path design` works without.";
}

/** Entries that nobody named, of open pull requests that are made anew. */
export function alsoHoldsMessage(entries: readonly string[]): string {
  const names = listWords(entries.slice(0, 20).map((id) => codeText(clip(id, 60))));
  const more = entries.length > 20 ? ` and ${plural(entries.length - 20, "more entry", "more entries")}` : "";
  return `Nothing leaves an open pull request: ${names}${more}, which it holds already, ${entries.length === 1 ? "is" : "are"} made anew with what was asked for.`;
}

/** Entries that were named and that no pull request is for. */
export function leftOutMessage(entries: readonly string[]): string {
  const names = listWords(entries.slice(0, 20).map((id) => codeText(clip(id, 60))));
  const more = entries.length > 20 ? ` and ${plural(entries.length - 20, "more entry", "more entries")}` : "";
  return `Left out, as there is nothing to build in ${entries.length === 1 ? "it" : "them"}: ${names}${more}. \`/explain\` says why, \`/path\` says otherwise.`;
}

/** Code is asked for from a design that has not decided everything. */
export function openDesignMessage(path: string, questions: number): string {
  return `The design ${codeText(clip(path, 200))} still lists ${plural(questions, "open question")}: what the code does there is nobody's decision yet. Write it down under Decisions, drop the question, and ask again.`;
}

export function unknownTargetMessage(name: string, suggestion: string | null): string {
  const hint =
    suggestion === null
      ? "The targets stand in `.github/twopath.yml` on the base branch."
      : `Did you mean ${codeText(clip(suggestion, 60))}?`;
  return `There is no target ${codeText(clip(name, 60))}. ${hint}`;
}

export function nothingToGenerateMessage(): string {
  return "Nothing to generate: none of the entries asked for has anything to build.";
}

/** Of a row. */
export const againWords = "it did not work yet and is tried again";

/** Of a row that is tried again. */
export const goneWords = "its entries are not changed any more";

export function failedWords(correlationId: string): string {
  return `for a reason that is not in the pull request; it was logged as \`${correlationId}\``;
}

/** Of a row for which nothing was written, in the model's words; empty where the spec's readers may not see them. */
export function nothingToDoWords(
  reasons: readonly { readonly entry: string; readonly because: string }[],
): string {
  const said = reasons.map(({ entry, because }) => `${entry}: ${because}`).join("; ");
  return said === "" ? "the model found nothing to do" : `the model found nothing to do. ${said}`;
}

/** Of a row whose pull request lacks something; `refused` is empty where the spec's readers may not see the target. */
export function incompleteWords(refused: readonly { readonly message: string }[]): string {
  const first = refused[0] === undefined ? "" : ` (${refused[0].message}${refused.length > 1 ? ", …" : ""})`;
  return `incomplete, a write it needed was refused${first}`;
}

export function noAccessWords(login: string, where: string): string {
  return `${login} has no write access to ${where}; somebody who has can repeat the command`;
}

/** The branch of a follow-up is another spec's, which had this one's name. */
export function otherSpecWords(branch: string, where: string): string {
  return (
    `the branch \`${branch}\` of ${where} was made for a pull request of another repository that had this spec's name; ` +
    "merge or close what stands there and delete the branch, then `/retry`"
  );
}

/** The same whatever the reason: nobody learns from it which repositories exist. */
export function noTargetWords(where: string, spec: string): string {
  return (
    `${where} is no target of this spec: it needs the same owner, the App installed, ${spec} under \`specs\` in ` +
    "`.github/twopath.yml` on its default branch, and not to be private where the spec is public; then `/retry`"
  );
}

/** A `/retry` of what somebody else has ordered with words of their own. */
export function retriedWithoutNoteMessage(): string {
  return "Tried again without what stood after `--`: somebody else wrote that, and a `/retry` stands for nobody else's words. Where you want it said to the model, say it yourself: `/generate … -- …`.";
}

export function nothingToRetryMessage(): string {
  return "Nothing failed or was cancelled on this pull request, so nothing is tried again.";
}
