import { compareSpecs } from "../../src/core/entries/compare-specs.ts";
import { parseSpec } from "../../src/core/entries/parse-spec.ts";

type Lines = readonly string[];
const list = "spec/features.md";

/** What the comparison of two sides of one file says. */
export function compare(base: Lines, head: Lines, path = list) {
  const side = (lines: Lines) => [{ path, text: lines.join("\n") }];
  const { diff } = compareSpecs(side(base), side(head));
  return { ...diff, kinds: diff.changes.map(({ kind, id }) => `${kind} ${id}`) };
}

/** What one file is read as. */
export function entries(lines: Lines, path = list) {
  const file = parseSpec([{ path, text: lines.join("\n") }]).files[0];
  return {
    all: file?.entries ?? [],
    findings: file?.findings ?? [],
    ids: file?.entries.map(({ id }) => id) ?? [],
  };
}

export const point = (id: string, text: string, depth = 0): string =>
  `${"  ".repeat(depth)}- \`(${id})\` ${text}`;
export const filler = [
  point("ZZ1", "A point that stays."),
  point("ZZ2", "Another one that stays."),
  point("ZZ3", "A third."),
];
export const grave = "This clause has been deleted.";
export const requirement = (id: string, text: string, level = 4): string[] => [
  `${"#".repeat(level)} Requirement ${id}`,
  "",
  `> ${text}`,
  "",
];
