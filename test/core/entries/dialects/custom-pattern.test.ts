import { patternBounds, patternDialect } from "../../../../src/core/entries/dialects/custom-pattern.ts";
import { read } from "../../../support/read-entries.ts";

function dialectOf(pattern: string) {
  const made = patternDialect(pattern);
  if ("problem" in made) throw new Error(made.problem);
  return made.dialect;
}

it("reads markers in bullets, headings and paragraphs by the group called id", () => {
  const spec = read(
    dialectOf("(?:REQ )?(?<id>R[0-9]+):"),
    "spec.md",
    "## R1: First",
    "Its text.",
    "- R2: second",
    "  - R3: third",
    "",
    "R4: fourth",
    "goes on.",
    "",
    "And on.",
    "## R5: Fifth",
    "Mentions R1: here only in passing.",
  );
  expect(spec.ids).toEqual(["R1", "R2", "R3", "R4", "R5"]);
  expect(spec.text("R2")).toBe("second");
  expect(spec.parent("R3")).toBe("R2");
  expect(spec.lines("R4")).toEqual([6, 9]);
});

it("refuses what has no linear-time meaning, captures nothing, or is too large", () => {
  const problem = (pattern: string): string => {
    const made = patternDialect(pattern);
    return "problem" in made ? made.problem : "none";
  };
  expect(problem("(?=a)(b)")).toMatch(/not valid RE2/);
  expect(problem("(a)\\1")).toMatch(/not valid RE2/);
  expect(problem("(unclosed")).toMatch(/not valid RE2/);
  expect(problem("REQ-[0-9]+")).toMatch(/captures nothing/);
  expect(problem(`(${"a".repeat(patternBounds.pattern)})`)).toMatch(/longer than/);
  expect(problem("((a{1,30}b{1,30}){1,30})")).toMatch(/repeats too much|not valid/);
  expect(problem("(R[0-9]+)")).toBe("none");
});

it("stays linear where a backtracking engine would not end", () => {
  const dialect = dialectOf("(?<id>(a+)+)$");
  const lines = Array.from({ length: 200 }, () => `${"a".repeat(1500)}b`);
  expect(read(dialect, "spec.md", lines.join("\n")).ids).toEqual([]);
});
