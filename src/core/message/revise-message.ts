import { clip, inlineText, richText } from "./escape.ts";
import { plural } from "./wording.ts";

/** What a `/revise` changed; `summary` is the model's own words. */
export function revisedMessage(changed: number, summary: string, url: string | null): string {
  const where = url === null ? "a new commit" : `[a new commit](${url})`;
  return `Changed in ${where}, ${plural(changed, "place")}: ${richText(clip(summary, 600))}`;
}

export function notRevisedMessage(summary: string): string {
  return `Nothing was changed: ${richText(clip(summary, 600))}`;
}

export function revisionFailedMessage(problem: string): string {
  return `Nothing was changed: ${inlineText(clip(problem, 300))}. Say it differently, or edit the file in this pull request.`;
}

export function reviseNeedsModelMessage(): string {
  return "`/revise` needs a model, and this server has none: edit the file in this pull request instead; your commits are kept.";
}

export function reviseWhereMessage(): string {
  return "`/revise` changes a design pull request of this bot: write it there.";
}

/** `login` is null for an author GitHub does not know. */
export function foreignCommitMessage(login: string | null): string {
  const who = login === null ? "somebody GitHub does not know" : inlineText(clip(login, 60));
  return `Nothing was changed: this branch holds a commit by ${who}, who has no write access here. Review and remove it, or edit the file yourself.`;
}
