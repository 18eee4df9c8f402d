import type { Recommendation, Review } from "../decision/review.ts";
import type { CommentContext } from "./comment-context.ts";
import { explanation } from "./explanation.ts";
import { clip, codeText, inlineText, richText } from "./escape.ts";
import { layOut } from "./layout.ts";
import { marker } from "./marker.ts";
import { listWords, plural } from "./wording.ts";

/** What the help needs to know of a command. */
interface CommandHelp {
  readonly usage: string;
  readonly description: string;
  readonly permission: "anyone" | "write";
}

/** By which a reply is found again: the comment it answers, or the check run's button; so that doing the work twice edits it. */
export function replyMarker(commentId: number | null): string {
  return marker("reply", commentId ?? "button");
}

export function reply(commentId: number | null, paragraphs: readonly string[]): string {
  return [replyMarker(commentId), ...paragraphs].join("\n\n");
}

export function helpMessage(commands: readonly CommandHelp[]): string {
  const rows = commands.map(({ usage, description, permission }) => {
    const who = permission === "write" ? "write access" : "anyone";
    return `| \`${usage.replaceAll("|", "\\|")}\` | ${who} | ${description} |`;
  });
  return ["| Command | Who | Effect |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The whole reasoning for each entry; what does not fit into one comment is counted. */
export function explainMessage(
  recommendations: readonly Recommendation[],
  review: Review,
  context: CommentContext,
): string {
  const lines = recommendations.map((one) => clip(explanation(one, review, context), 60_000));
  const { pages, dropped } = layOut([{ head: "", lines, separator: "\n\n", foot: "" }], [explainLimit]);
  const left = dropped[0] ?? 0;
  const more = left === 0 ? [] : [`${plural(left, "more entry", "more entries")} left out: name fewer.`];
  return [pages[0] ?? "", ...more].join("\n\n");
}

/** The reply may hold answers to further commands. */
const explainLimit = 62_000;

export function unknownEntryMessage(id: string, suggestion: string | null): string {
  const hint =
    suggestion === null
      ? "The review comment lists the changed entries."
      : `Did you mean ${codeText(clip(suggestion, 80))}?`;
  return `This pull request changes no entry ${codeText(clip(id, 80))}. ${hint}`;
}

/** `candidates`: IDs that all end in what was written. */
export function ambiguousEntryMessage(written: string, candidates: readonly string[]): string {
  const shown = candidates.slice(0, 8).map((id) => `- ${codeText(clip(id, 160))}`);
  const more = candidates.length > shown.length ? [`- and ${candidates.length - shown.length} more`] : [];
  const head = `${codeText(clip(written, 80))} may be any of these; write the one that is meant in quotes:`;
  return [head, "", ...shown, ...more].join("\n");
}

export function unknownCommandMessage(name: string, suggestion: string): string {
  return `There is no command ${codeText(`/${clip(name, 40)}`)}. Did you mean \`/${suggestion}\`?`;
}

/** `problem` and `usage` are the command's own words. */
export function usageMessage(problem: string, usage: string): string {
  return `${problem}\n\nUsage: \`${usage}\``;
}

/** `where` names the repositories in which write access is missing. */
export function refusalMessage(login: string, where: readonly string[]): string {
  const names = where.map((name) => codeText(name)).join(", ");
  return `${inlineText(login)} has no write access to ${names}, which this command needs. Nothing was done; somebody with write access can repeat the comment.`;
}

/** Any error that is not the user's: nothing of it is shown but the id under which it was logged. */
export function failureMessage(correlationId: string): string {
  return `This did not work, for a reason that is not in the pull request. It was logged as ${codeText(correlationId)}; \`/retry\` tries again, and whoever runs the server finds the cause under that id.`;
}

/** While a limit of GitHub, of the model or our own lasts. `reason` is the program's own words. */
export function waitingMessage(reason: string, until: Date): string {
  const [day = "", time = ""] = until.toISOString().split("T");
  return `This waits until ${time.slice(0, 5)} UTC on ${day}: ${inlineText(clip(reason, 200))}. It goes on by itself; \`/cancel\` ends it.`;
}

/** A UserError's text: it may quote names from the repository. */
export function userErrorMessage(message: string): string {
  return `${richText(clip(message, 2_000))}\n\nAfter it is put right, \`/retry\` tries again.`;
}

/** The GitHub Action keeps nothing between runs. `served`: names of the commands that need nothing kept. */
export function notInActionMessage(name: string, served: readonly string[]): string {
  const names = listWords(served.map((one) => `\`/${one}\``));
  return `\`/${name}\` needs the server, which keeps decisions and runs; the GitHub Action serves ${names}. Nothing of this comment was done. For another path, write \`/generate ID --path design\`.`;
}

interface ProgressStep {
  readonly text: string;
  readonly state: "done" | "running" | "waiting" | "failed";
}

/** One reply, edited while the work goes on. */
export function progressMessage(
  steps: readonly ProgressStep[],
  seconds: number,
  costUsd: number | null,
): string {
  const lines = steps.map(({ text, state }) => {
    const suffix = state === "running" ? ", running" : state === "failed" ? ", failed" : "";
    return `- [${state === "done" ? "x" : " "}] ${richText(clip(text, 200))}${suffix}`;
  });
  const cost = costUsd === null ? "" : `, $${costUsd.toFixed(2)} so far`;
  return [...lines, "", `${elapsed(seconds)}${cost}`].join("\n");
}

export interface RunState {
  readonly what: string;
  readonly state: string;
  readonly seconds: number;
}

export function statusMessage(runs: readonly RunState[]): string {
  if (runs.length === 0) return "Nothing runs or waits for this pull request.";
  const rows = runs.map(
    (run) => `| ${inlineText(run.what)} | ${inlineText(run.state)} | ${elapsed(run.seconds)} |`,
  );
  return ["| Run | State | Time |", "| --- | --- | --- |", ...rows].join("\n");
}

/** Seconds as people say them. */
export function elapsed(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
