import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { UserError } from "../../../src/core/user-error.ts";

const file = (path: string, text: string) => ({ path, text });

describe("the configured dialect", () => {
  const text = "- `(AB1)` The client MUST wait.\n\nREQ-1 says more.";

  it.each<[string, Record<string, string | { pattern: string }>, string | null, number]>([
    ["decides for the files of its glob", { "*.md": "prose" }, "prose", 1],
    ["decides by the first glob that matches", { "a.*": "rule-label", "*.md": "prose" }, "rule-label", 1],
    ["says nothing of other files", { "b.md": "prose" }, "code-id-list", 0.8],
    ["is skipped when there is none of its name", { "*.md": "klingon", "a.md": "prose" }, "prose", 1],
    ["may be a pattern", { "*.md": { pattern: "(REQ-[0-9]+)" } }, "pattern", 1],
  ])("%s", (_, dialects, name, confidence) => {
    const [read] = parseSpec([file("a.md", text)], { dialects }).files;
    expect(read).toMatchObject({ path: "a.md", dialect: name, confidence });
  });

  it("that is no pattern is the user's to correct", () => {
    expect(() => parseSpec([file("a.md", text)], { dialects: { "*.md": { pattern: "(" } } })).toThrow(
      UserError,
    );
  });
});

it("a file that is no spec has no entries, and says how unsure it is", () => {
  expect(parseSpec([file("a.md", "Words.")]).files).toEqual([
    { path: "a.md", dialect: null, confidence: 0.05, entries: [], findings: [] },
  ]);
});

it("of a file with more than 40,000 entries the first are read, and that is told", () => {
  const many = Array.from({ length: 40_001 }, (_, i) => `- \`(AB${i})\` x`);
  const [read] = parseSpec([file("a.md", many.join("\n"))]).files;
  expect(read?.entries).toHaveLength(40_000);
  expect(read?.findings).toEqual([
    {
      rule: "too-many-entries",
      id: null,
      file: "a.md",
      line: 40_001,
      message: "Only the first 40000 entries are read. Split the file.",
    },
  ]);
});
