import type { Draft } from "../../../../src/core/entries/dialect.ts";
import { toEntries } from "../../../../src/core/entries/dialects/draft.ts";
import { linkedSections } from "../../../../src/core/entries/dialects/linked-sections.ts";
import { nestByExtent } from "../../../../src/core/entries/dialects/nest-by-extent.ts";
import { scanSource } from "../../../../src/core/markdown/scan/scan-source.ts";
import { entryOf } from "../../../support/spec-builders.ts";

const draft = (id: string, line: number, endLine: number, more: Partial<Draft> = {}): Draft => ({
  id,
  kind: "rule",
  line,
  endLine,
  parent: -1,
  section: "S",
  first: null,
  ...more,
});

function entries(lines: string[], ...drafts: Draft[]) {
  return toEntries(scanSource({ path: "a.md", text: lines.join("\n") }), drafts);
}
const textOf = (lines: string[], more: Partial<Draft> = {}): string | undefined =>
  entries(lines, draft("A", 1, lines.length, more))[0]?.text;

describe("own text", () => {
  it.each<[string, string[], Partial<Draft>, string]>([
    ["is what follows the marker's line", ["A:", "one", "two"], {}, "one\ntwo"],
    ["begins with what is left of that line", ["A: first", "one"], { first: " first " }, "first\none"],
    ["keeps a gap behind it", ["A: first", "", "one"], { first: "first" }, "first\n\none"],
    [
      "sees a list behind it as a block of its own",
      ["A: first", "```", "x", "```"],
      { first: "first" },
      "first\n\n```\nx\n```",
    ],
    ["may be that line alone", ["A: first", ""], { first: "first" }, "first"],
    [
      "leaves out comments, definitions and rulers",
      ["A:", "one", "", "<!-- x -->", "[a]: b", "", "---", "two"],
      {},
      "one\n\ntwo",
    ],
    [
      "is dedented by its least indented line",
      ["A:", "    one", "      two", "", "    three"],
      {},
      "one\n  two\n\nthree",
    ],
    ["has one gap where two were", ["A:", "one", "", "", "two"], {}, "one\n\ntwo"],
    [
      "flows where breaks mean nothing",
      ["A: first", "one", "two", "", "three", "four"],
      { first: "first", reflow: true },
      "first one two\n\nthree four",
    ],
    [
      "keeps hard breaks where it flows",
      ["A:", "one\\", "two  ", "three", "four"],
      { reflow: true },
      "one\\\ntwo\nthree four",
    ],
    [
      "keeps list items apart where it flows",
      ["A:", "- one", "- two", "  more"],
      { reflow: true },
      "- one\n- two more",
    ],
    ["may be given", ["A:", "one"], { text: "given" }, "given"],
  ])("%s", (_, lines, more, text) => {
    expect(textOf(lines, more)).toBe(text);
  });

  it("is without that of the drafts inside, to whom their lines belong", () => {
    const lines = ["A:", "one", "B:", "two", "", "C:", "three", "four", "D:", "five"];
    const drafts = [
      draft("A", 1, 8),
      draft("B", 3, 4, { parent: 0 }),
      draft("C", 6, 7, { parent: 0 }),
      draft("D", 9, 10),
    ];
    const found = entries(lines, ...drafts);
    expect(found.map(({ id, text, parent }) => [id, parent, text])).toEqual([
      ["A", null, "one\n\nfour"],
      ["B", "A", "two"],
      ["C", "A", "three"],
      ["D", null, "five"],
    ]);
    expect(found[0]?.lines.map(({ line }) => line)).toEqual([1, 2, 5, 8]);
    expect(found[2]?.lines).toEqual([
      { line: 6, text: "C:" },
      { line: 7, text: "three" },
    ]);
  });
});

it("an entry says how it binds and whether it lives, unless the draft says so", () => {
  const [plain] = entries(["A:", "This clause has been deleted. It must not be."], draft("A", 1, 2));
  expect(plain).toMatchObject({
    level: "must",
    status: "retired",
    replacedBy: [],
    references: [],
    file: "a.md",
  });
  const given = draft("A", 1, 2, {
    status: "live",
    replacedBy: ["B"],
    references: ["C"],
    text: "It may be.",
  });
  expect(entries(["A:", "x"], given)[0]).toMatchObject({
    level: "may",
    status: "live",
    replacedBy: ["B"],
    references: ["C"],
    lines: [{ line: 1 }, { line: 2 }],
  });
});

it("drafts nest by where they stand: the innermost around one is its parent, and cuts it", () => {
  const nested = nestByExtent([
    draft("D", 9, 12),
    draft("B", 2, 6),
    draft("C", 3, 8),
    draft("A", 1, 7),
    draft("E", 9, 20),
    draft("F", 8, 8),
  ]);
  expect(
    nested.map(({ id, line, endLine, parent }) => [id, line, endLine, nested[parent]?.id ?? null]),
  ).toEqual([
    ["A", 1, 7, null],
    ["B", 2, 6, "A"],
    ["C", 3, 6, "B"],
    ["F", 8, 8, null],
    ["E", 9, 20, null],
    ["D", 9, 12, "E"],
  ]);
});

it.each([
  ["[a](#x)", ["docs/wire.md#x"]],
  ["[a](other.md#x), [b](./other.md#x)", ["docs/other.md#x"]],
  ["[a](../up.md#x)", ["up.md#x"]],
  ["[a](/root//abs.md#x)", ["root/abs.md#x"]],
  ["[a](https://example.org/#x) [b](mailto:x#y)", []],
  ["[a](other.md) and (#x)", []],
])("%s links to %j", (text, references) => {
  const entry = entryOf(text, { id: "docs/wire.md#here", file: "docs/wire.md" });
  expect(linkedSections([entry])[0]?.references).toEqual(references);
});
