import { excerpt } from "../../../../src/core/code/context/excerpt.ts";

const shownOf = (lines: readonly string[], heavy: readonly string[], tokens: number, isOutline = false) => {
  const weigh = (line: string) => (heavy.some((word) => line.includes(word)) ? 5 : 0);
  const portion = excerpt(lines, tokens, { weigh, head: 0, isOutline });
  return (portion?.lines ?? []).flatMap(({ from, to }) => lines.slice(from - 1, to));
};

const filler = (name: string): string[] => Array.from({ length: 80 }, (_, i) => `  ${name}${String(i)}();`);

test("a comment is shown with what it describes, below the line that opens what it stands in", () => {
  const lines = [
    "class Depot {",
    ...filler("before"),
    "  /**",
    "   * Locks the gate.",
    "   * Nobody passes.",
    "   */",
    "  close() {",
    "    this.isOpen = false;",
    "  }",
    ...filler("after"),
    "}",
  ];
  const shown = shownOf(lines, ["Locks the gate"], 60);
  expect(shown).toEqual(expect.arrayContaining(["class Depot {", "  close() {", "    this.isOpen = false;"]));
  expect(shown).not.toContain("  after0();");
});

test("a long block that says the same as one that is shown is left out", () => {
  const steps = Array.from({ length: 12 }, (_, i) => `    parcel.checkEverything(${String(i)});`);
  const block = (name: string): string[] => [`  it("${name} gate", () => {`, ...steps, "  });"];
  const lines = [
    ...filler("one"),
    ...block("first"),
    ...filler("two"),
    ...block("second"),
    ...filler("three"),
  ];
  const shown = shownOf(lines, [" gate"], 500);
  expect(shown.filter((line) => line.includes("checkEverything(3)"))).toHaveLength(1);
});

test("what weighs little beside the rest is not shown, however much room there is", () => {
  const lines = ["function weigh() {", "  parcel();", "}", ...filler("idle")];
  const heavy = Array.from({ length: 8 }, (_, i) => [`function parcel${String(i)}() {`, "  1;", "}"]).flat();
  const weigh = (line: string) => (line.includes("function parcel") ? 9 : line.includes("idle") ? 1 : 0);
  const portion = excerpt([...lines, ...heavy], 4_000, { weigh, head: 0, isOutline: false });
  expect(portion?.lines).toEqual([{ from: lines.length + 1, to: lines.length + heavy.length }]);
});

test("an outline is the lines themselves, and none that weigh nothing", () => {
  const lines = ["function weigh() {", "  parcel();", "}", ...filler("idle")];
  expect(shownOf(lines, ["weigh"], 200, true)).toEqual(["function weigh() {"]);
});
