import type { SourceFile } from "../entries/entry.ts";
import { readMarkdown } from "../markdown/read/read-markdown.ts";
import type { DesignFacts } from "./design-facts.ts";

const number = "(?:[\\d.]+\\s+)?";
/** What moves somebody to propose something, and how he weighs it: sections that only a proposal has together. */
const motive = new RegExp(`^${number}motivations?\\b`, "i");
const weighed = new RegExp(
  `^${number}(?:(?:detailed|proposed) (?:design|solution|explanation)|design details|drawbacks|alternatives\\b|(?:considered|other) (?:options|alternatives|approaches)|rationale\\b|unresolved questions|prior art|future possibilities)`,
  "i",
);
/** A record of a decision. */
const context = new RegExp(`^${number}(?:context(?: and problem statement)?|problem statement)\\W*$`, "i");
const decided = new RegExp(
  `^${number}(?:decision|decision outcome|decision drivers|considered options)\\W*$`,
  "i",
);
const consequences = new RegExp(
  `^${number}(?:(?:positive )?consequences|considered options|pros and cons of the options)\\b`,
  "i",
);

/** Whether a file is itself a design: a proposal that gives its motives and weighs its ways, or the record of a decision. */
export function isDesign({ text }: SourceFile): boolean {
  const titles = readMarkdown(text).passages.flatMap(({ kind, visible }) =>
    kind === "heading" ? [visible.trim()] : [],
  );
  const has = (one: RegExp): boolean => titles.some((title) => one.test(title));
  return (has(motive) && has(weighed)) || (has(context) && has(decided) && has(consequences));
}

/** The files that all entries of a design are of, where each is itself one: there is nothing to design beside them. */
export function designFiles({
  members,
  specFiles,
}: Pick<DesignFacts, "members" | "specFiles">): readonly string[] {
  const paths = [...new Set(members.map(({ change }) => change.file))];
  const files = paths.flatMap((path) => specFiles.find((file) => file.path === path) ?? []);
  return files.length === paths.length && files.every(isDesign) ? paths : [];
}
