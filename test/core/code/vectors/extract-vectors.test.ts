import { extractVectors } from "../../../../src/core/code/vectors/extract-vectors.ts";
import { linesNaming, testDataOf } from "../../../../src/core/entries/find-test-data.ts";
import { parseSpec } from "../../../../src/core/entries/parse-spec.ts";
import type { SourceFile } from "../../../../src/core/entries/entry.ts";

const spec: SourceFile = {
  path: "spec/retries.md",
  text: [
    "# Retries",
    "",
    "- `(RET4)` The delay before retry *n* is `min(1000 * 2^(n - 1), 30000)` ms.",
    "",
    "  | n | delay |",
    "  |---|------:|",
    "  | 1 | 1000 |",
    "  | 6 | `30000` \\| max |",
    "",
    "- `(RET5)` A response such as this one is not retried:",
    "",
    "  ```json",
    "  {",
    '    "error": {"code": 40105}',
    "  }",
    "  ```",
    "",
    "  ```ts",
    "  client.retry();",
    "  ```",
    "- `(RET6)` Keys are normalised.",
    "- `(RET7)` Keys are compared.",
    "",
  ].join("\n"),
};
const cases: SourceFile = {
  path: "test/fixtures/keys.json",
  text: '{"RET6": [" a ", "a"],\r\n "RET7": []}\r\n',
};
const uts: SourceFile = {
  path: "uts/retries.md",
  text: "# A\n\n## Test of RET6\n\n```\nGIVEN a key\n```\n\n```yaml\nkey: a\n```\n\n### Deeper\n\n| in | out |\n|--|--|\n| a | b |\n\n## B\n\n```json\n{}\n```\n",
};

function extract(files: readonly SourceFile[], ids: readonly string[], folder = "test/spec-vectors") {
  const { entries } = parseSpec([spec]).files[0] ?? { entries: [] };
  const named = linesNaming(entries, files);
  const chosen = entries.filter(({ id }) => ids.includes(id));
  return extractVectors({
    entries: chosen.map((entry) => ({ entry, testData: testDataOf(entry, named) })),
    files,
    folder,
  });
}

test("a table becomes JSON with its cells as written and where they come from", () => {
  const { vectors, left } = extract([], ["RET4"]);
  expect(left).toEqual([]);
  expect(vectors.map(({ path, entries, describes }) => ({ path, entries, describes }))).toEqual([
    { path: "test/spec-vectors/RET4.json", entries: ["RET4"], describes: "2 rows: n, delay" },
  ]);
  expect(JSON.parse(vectors[0]?.content ?? "")).toEqual({
    entries: ["RET4"],
    source: { file: "spec/retries.md", line: 5, endLine: 8 },
    columns: ["n", "delay"],
    rows: [
      ["1", "1000"],
      ["6", "`30000` | max"],
    ],
  });
});

test("a data fence is written byte for byte; a fence of code is none", () => {
  const { vectors } = extract([], ["RET5"]);
  expect(vectors.map(({ path, content }) => [path, content])).toEqual([
    ["test/spec-vectors/RET5.json", '{\n  "error": {"code": 40105}\n}\n'],
  ]);
});

test("a data file that names entries is taken whole, once, for all of them", () => {
  const { vectors } = extract([cases], ["RET6", "RET7"]);
  expect(vectors.map(({ path, content, entries }) => [path, content, entries])).toEqual([
    ["test/spec-vectors/keys.json", cases.text, ["RET6", "RET7"]],
  ]);
});

test("of a test specification, the data of the section that names the entry", () => {
  const { vectors } = extract([uts], ["RET6"]);
  expect(vectors.map(({ path, content }) => [path, content.slice(0, 8)])).toEqual([
    ["test/spec-vectors/RET6.yaml", "key: a\n"],
    ["test/spec-vectors/RET6.json", '{\n  "ent'],
  ]);
});

test("a file whose name decides what runs gets another name", () => {
  const manifest = { path: "test/fixtures/package.json", text: '{"name": "RET6"}' };
  expect(extract([manifest], ["RET6"]).vectors[0]?.path).toBe("test/spec-vectors/RET6-package.json");
});

test("what is too large is left, with the reason", () => {
  const large = { path: "test/fixtures/large.json", text: `["RET6"]${" ".repeat(200_000)}` };
  const { vectors, left } = extract([large], ["RET6"]);
  expect(vectors).toEqual([]);
  expect(left[0]?.why).toContain("200,000");
});

test("a fence that is never closed is none", () => {
  const open = { path: "test/open.md", text: "# RET6\n\n```json\n{}\n| a |\n|---|\n" };
  expect(extract([open], ["RET6"]).vectors).toEqual([]);
});

test("test data that a reader of it executes is left, with the reason", () => {
  for (const tag of ["!!python/object/apply:os.system ['id']", "!include /etc/passwd"]) {
    const made = { path: "test/fixtures/made.yaml", text: `RET6: 1\na: ${tag}\n` };
    const { vectors, left } = extract([made], ["RET6"]);
    expect(vectors).toEqual([]);
    expect(left[0]?.why).toBe("line 2 of it holds an object to be made in a file of data");
  }
  for (const name of ["made.csv", "made.txt", "made.toml", "made.yaml.txt"]) {
    const made = {
      path: `test/fixtures/${name}`,
      text: "RET6: 1\r---\u0085--- !!java.lang.Process {}\n",
    };
    expect([name, extract([made], ["RET6"]).vectors]).toEqual([name, []]);
  }
  const code = { path: "test/fixtures/made.txt", text: "RET6\n<?php system('id');\n" };
  expect(extract([code], ["RET6"]).left[0]?.why).toContain("code of PHP");
});

test("no name of an entry is one that a tool looks for", () => {
  const text = "- `(AA1)` It sends:\n\n  ```text\n  a\n  ```\n- `(AA2)` It waits:\n\n  ```text\n  b\n  ```\n";
  const found = parseSpec([{ path: "a.md", text }]).files[0]?.entries ?? [];
  const entries = ["test.batch", "requirements"].flatMap((id, at) =>
    found.slice(at, at + 1).map((entry) => ({ entry: { ...entry, id }, testData: [] })),
  );
  const { vectors } = extractVectors({ entries, files: [], folder: "tests/spec-vectors" });
  expect(vectors.map(({ path }) => path)).toEqual([
    "tests/spec-vectors/vector-test.batch.txt",
    "tests/spec-vectors/vector.txt",
  ]);
});
