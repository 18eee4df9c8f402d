import type { Path, Recommendation } from "../decision/review.ts";

/** The paths as the comment names them in tables. */
export const pathWords: Readonly<Record<Path, string>> = {
  code: "code",
  design: "design first",
  none: "nothing to build",
};

/** The paths in full, as in PRODUCT's model. */
export const pathTitles: Readonly<Record<Path, string>> = {
  code: "Spec → Code",
  design: "Spec → Design → Code",
  none: "Nothing to build",
};

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** What the review says of an entry, as a title. */
export function verdictTitle({ path, decidedBy, takeBack }: Recommendation): string {
  if (decidedBy === "nobody") return "Not judged";
  return takeBack && path === "none" ? "To take back" : pathTitles[path];
}

/** What the pull request did to the entry, in one or two words. */
export function changeWord(recommendation: Recommendation): string {
  const { kind, moved, before, after } = recommendation.change;
  if (kind === "renamed" && before === null) return "labelled";
  if (kind === "renamed" && before !== null && before.text !== after?.text) return "renamed, modified";
  return moved && kind === "modified" ? "modified, moved" : kind;
}

export function listWords(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}
