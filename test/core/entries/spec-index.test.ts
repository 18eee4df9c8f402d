import { linesNaming, testDataOf } from "../../../src/core/entries/find-test-data.ts";
import { buildSpecIndex } from "../../../src/core/entries/spec-index.ts";
import type { Entry, Spec } from "../../../src/core/entries/entry.ts";
import { changeOf, entryOf } from "../../support/spec-builders.ts";

const one = (id: string, more: Partial<Entry> = {}): Entry => entryOf(`Text of ${id}.`, { id, ...more });
const spec = (...entries: Entry[]): Spec => ({
  files: [{ path: "spec.md", dialect: "code-id-list", confidence: 1, entries, findings: [] }],
});
const ids = (entries: readonly Entry[]): string[] => entries.map(({ id }) => id);

describe("what is known around an entry", () => {
  const head = [
    one("A1"),
    one("A1a", { parent: "A1", references: ["A2", "A9"] }),
    one("A1b", { parent: "A1", references: ["A2"] }),
    one("A2", { references: ["A1a"] }),
    one("B1", { section: "Other" }),
    one("C1", { file: "c.md" }),
  ];
  const change = changeOf(one("A2"), one("A2"));
  const index = buildSpecIndex({
    base: spec(one("A1", { text: "as it was" }), one("GONE", { parent: "A1", references: ["A2"] })),
    head: spec(...head),
    diff: { changes: [change], outside: [], findings: [] },
  });

  it("finds entries of both sides, as they are at head", () => {
    expect(index.entry("A1")?.text).toBe("Text of A1.");
    expect(index.entry("GONE")?.id).toBe("GONE");
    expect(index.entry("nobody")).toBeUndefined();
  });

  it("finds children and siblings at head, in their order", () => {
    expect(ids(index.children("A1"))).toEqual(["A1a", "A1b"]);
    expect(index.children("A2")).toEqual([]);
    expect(ids(index.siblings(one("A1b", { parent: "A1" })))).toEqual(["A1a"]);
    // At the top: those of the same section of the same file.
    expect(ids(index.siblings(one("A1")))).toEqual(["A2"]);
    expect(index.siblings(one("Z1", { section: "Nowhere" }))).toEqual([]);
  });

  it("finds who refers to an entry, whether it exists or not", () => {
    expect(index.referencedBy("A2")).toEqual(["A1a", "A1b"]);
    expect(index.referencedBy("A9")).toEqual(["A1a"]);
    expect(index.referencedBy("B1")).toEqual([]);
  });

  it("finds the change of an entry", () => {
    expect(index.change("A2")).toBe(change);
    expect(index.change("A1")).toBeUndefined();
  });

  it("gives at most 200 siblings", () => {
    const many = Array.from({ length: 300 }, (_, i) => one(`N${i}`));
    const wide = buildSpecIndex({
      base: spec(),
      head: spec(...many),
      diff: { changes: [], outside: [], findings: [] },
    });
    expect(wide.siblings(one("other"))).toHaveLength(200);
    expect(ids(wide.siblings(one("N0")))[0]).toBe("N1");
  });

  it("finds test data of entries of either side, and none of others", () => {
    const testFiles = [{ path: "test/a.md", text: "A1\nGONE\nA2" }];
    const withTests = buildSpecIndex({
      base: spec(one("GONE1")),
      head: spec(one("A1")),
      diff: { changes: [], outside: [], findings: [] },
      testFiles: [{ path: "test/a.md", text: "A1\nGONE1\nA2" }, ...testFiles],
    });
    expect(withTests.testData("A1")).toEqual([
      { file: "test/a.md", line: 1 },
      { file: "test/a.md", line: 1 },
    ]);
    expect(withTests.testData("GONE1")).toEqual([{ file: "test/a.md", line: 2 }]);
    expect(withTests.testData("A2")).toEqual([]);
    expect(withTests.testData("A1")).toBe(withTests.testData("A1"));
  });
});

describe("lines of test files that name entries", () => {
  const named = (id: string, ...text: string[]) =>
    linesNaming([one(id), one("ZZ9")], [{ path: "t.md", text: text.join("\n") }])
      .get(id)
      ?.map(({ line }) => line) ?? [];

  it.each([
    ["AB1a", "### AB1a - closes", [1]],
    ["AB1a", "**Test ID**: realtime/AB1a/0", [1]],
    ["AB1a", "name: closes (AB1a)", [1]],
    ["AB1a", "AB1ab and AB1", []],
    ["1.2.3", "@spec-1.2.3", [1]],
    ["1.2.3", "see 1.2.3.", [1]],
    ["1.2.3", "1.2.3.4 is another", []],
    ["FR-001", "it('FR-001 reads', …)", [1]],
    ["FR-001", "req_FR-001", [1]],
    ["specs/a#FR-001", "FR-001", [1]],
    ["condition 4.3.2", "4.3.2", [1]],
    ["condition of use", "condition", []],
  ])("%s in %s", (id, text, lines) => {
    expect(named(id, text)).toEqual(lines);
  });

  it("counts lines by any line end, and a line once", () => {
    expect(named("AB1", "x\r\nAB1 AB1\rAB1\n\nAB1")).toEqual([2, 3, 5]);
  });

  it("leaves out lines that list a dozen entries and more", () => {
    const all = Array.from({ length: 13 }, (_, i) => one(`AB${i}`));
    const lineOf = (count: number) => ({
      path: "t.md",
      text: all
        .slice(0, count)
        .map(({ id }) => id)
        .join(" "),
    });
    expect(linesNaming(all, [lineOf(12)]).size).toBe(12);
    expect(linesNaming(all, [lineOf(13)]).size).toBe(0);
  });

  it("keeps fifty places, and reads the first four thousand characters of a line", () => {
    expect(named("AB1", ...Array.from({ length: 60 }, () => "AB1"))).toHaveLength(50);
    expect(named("AB1", `${"x ".repeat(2000)}AB1`)).toEqual([1]);
    expect(named("AB1", `${"x ".repeat(2100)}AB1`)).toEqual([]);
  });

  it("has nothing to find without test files", () => {
    expect(linesNaming([one("AB1")], [])).toEqual(new Map());
  });
});

describe("test data inside an entry", () => {
  const inside = (...text: string[]) =>
    testDataOf(entryOf(text.join("\n")), new Map()).map(({ line }) => line - 9);

  it("is where a fence opens and where a table's header is underlined", () => {
    expect(inside("Rule:", "```json", "{}", "```", "and", "  ~~~", "a -> b", "  ~~~")).toEqual([2, 6]);
    expect(inside("| in | out |", "|----|:---:|", "| 1 | 2 |")).toEqual([2]);
    expect(inside("> a | b", "> --- | ---", "> 1 | 2")).toEqual([2]);
  });

  it("is no form to be filled, no schema and no picture", () => {
    expect(inside("```yaml", "retries: <number>", "wait: <seconds>", "```")).toEqual([]);
    expect(inside("```json", '{"$schema": "x", "type": "object"}', "```")).toEqual([]);
    expect(inside("```", "open -> read -> close", "```")).toEqual([]);
    expect(inside("```", "+-----+", "| Sum |", "+-----+", "```")).toEqual([]);
    expect(inside("```json", '{"retries": 3}', "```")).toEqual([1]);
    expect(inside("```", "Given A and B", "A -> B -> C is expected", "```")).toEqual([1]);
  });

  it("is a pair of fences below labels that say which side they are", () => {
    expect(inside("Input:", "", "```", "Hello", "```", "", "**Output**", "```", "hello", "```")).toEqual([
      3, 8,
    ]);
    expect(inside("Request content:", "```", "start: Slot", "```")).toEqual([]);
  });

  it("is no rule line, and nothing inside a fence", () => {
    expect(inside("a", "---", "b")).toEqual([]);
    expect(inside("```json", "|---|---|", "```")).toEqual([1]);
    expect(inside("```", "src/", "  main.ts", "```")).toEqual([]);
    expect(inside("a ``` b", "text | --- |")).toEqual([]);
  });

  it("comes after the lines of test files that name the entry, fifty in all", () => {
    const entry = entryOf("```json\n{}\n```", { id: "AB1" });
    const places = (count: number) =>
      new Map([["AB1", Array.from({ length: count }, (_, i) => ({ file: "t.md", line: i + 1 }))]]);
    expect(testDataOf(entry, places(1))).toEqual([
      { file: "t.md", line: 1 },
      { file: "spec.md", line: 10 },
    ]);
    expect(testDataOf(entry, places(50))).toHaveLength(50);
  });
});
