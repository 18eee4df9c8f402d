import type { Review } from "../decision/review.ts";
import type { RepoConfig } from "../repo-config.ts";
import { findingsOf } from "./hygiene.ts";
import { plural } from "./wording.ts";

export type FailOn = RepoConfig["failOn"];

/** The check run of a pull request that changes no spec entry. */
export const nothingToCheck = {
  title: "No spec entry is changed",
  summary: "This pull request changes no spec entry, so nothing stands against it.",
} as const;

const settle = "Write into the spec what is missing";
const decide = "decide with `/path ID code` or `/path ID design`";

/** Why the check run fails, and what makes it pass; null: it does not. `forgets`: there is no `/path`. */
export function gateMessage(review: Review, failOn: FailOn, forgets: boolean): string | null {
  if (failOn === "never") return null;
  const lines = [unreadLine(review), failOn === "design" ? designLine(review, forgets) : findingLine(review)];
  const because = lines.filter((line) => line !== null);
  if (because.length === 0) return null;
  return [`**Fails by \`failOn: ${failOn}\`:**`, "", ...because.map((line) => `- ${line}`)].join("\n");
}

function unreadLine({ unread = [] }: Review): string | null {
  const count = unread.filter(({ isExpected }) => isExpected).length;
  if (count === 0) return null;
  return `${plural(count, "changed spec file was", "changed spec files were")} not read. The comment says what makes it read.`;
}

function designLine({ recommendations }: Review, forgets: boolean): string | null {
  const open = recommendations.filter(({ path, override }) => path === "design" && override === null).length;
  if (open === 0) return null;
  const needs = plural(open, "entry needs", "entries need");
  return `${needs} a design first, and nobody decided otherwise. ${settle}${forgets ? "" : `, or ${decide}`}.`;
}

function findingLine(review: Review): string | null {
  const count = findingsOf(review).length;
  if (count === 0) return null;
  return `${plural(count, "finding")} about how the spec is written; each stands at its line.`;
}
