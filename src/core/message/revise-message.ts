import { clip, inlineText, richText } from "./escape.ts";
import { listWords, plural } from "./wording.ts";
import { ciWaits } from "./follow-up-body.ts";

interface RevisedText {
  /** Places. */
  readonly changed: number;
  /** Titles of the sections that read differently now. */
  readonly sections: readonly string[];
  /** The model's own words. */
  readonly summary: string;
  readonly url: string | null;
}

/** What a `/revise` changed. */
export function revisedMessage({ changed, sections, summary, url }: RevisedText): string {
  const where = url === null ? "a new commit" : `[a new commit](${url})`;
  const named = sections.slice(0, 10).map((title) => `*${inlineText(clip(title, 60))}*`);
  const under = named.length === 0 ? "" : ` under ${listWords(named)}`;
  return `Changed in ${where}, ${plural(changed, "place")}${under}: ${richText(clip(summary, 600))}`;
}

/** An earlier attempt at this very `/revise` had made its commit. */
export function revisedBeforeMessage(url: string): string {
  return `Changed in [a new commit](${url}), as asked.`;
}

/** What a `/revise` changed in code. */
export function revisedCodeMessage({
  files,
  summary,
  url,
  unresolved,
  fromFork,
}: {
  readonly files: number;
  readonly summary: string;
  readonly url: string | null;
  readonly unresolved: readonly { readonly message: string }[];
  readonly fromFork: boolean;
}): string {
  const where = url === null ? "a new commit" : `[a new commit](${url})`;
  const refused = unresolved.map(({ message }) => richText(clip(message, 200))).join("; ");
  const missing = refused === "" ? "" : `**Incomplete**: a write it needed was refused: ${refused}. `;
  const waits = fromFork ? `\n\n${ciWaits}` : "";
  return `${missing}Changed in ${where}, ${plural(files, "file")}: ${richText(clip(summary, 600))}${waits}`;
}

export function notRevisedMessage(summary: string): string {
  return `Nothing was changed: ${richText(clip(summary, 600))}`;
}

export function revisionFailedMessage(problem: string): string {
  return `Nothing was changed: ${inlineText(clip(problem, 300))}. Say it differently, or edit the file in this pull request.`;
}

export const closedWords = "this pull request is closed. Reopen it, then say it again.";

export function reviseNeedsModelMessage(): string {
  return "`/revise` needs a model, and this server has none: edit the file in this pull request instead; your commits are kept.";
}

export function reviseWhereMessage(): string {
  return "`/revise` changes a design or code pull request of this bot: write it there.";
}

/** `login` is null for an author GitHub does not know. */
export function foreignCommitMessage(login: string | null): string {
  const who = login === null ? "somebody GitHub does not know" : inlineText(clip(login, 60));
  return `Nothing was changed: this branch holds a commit by ${who}, who has no write access here. Review and remove it, or edit the file yourself.`;
}

/** Of a row of `/generate`. */
export const revisedWords =
  "it was revised as people asked, so it is not made anew; `/revise` on it goes on, or close it first";
