import { checkConformance } from "../../../../src/core/code/verification/conformance.ts";
import { traceIndex } from "../../../../src/core/trace/trace-index.ts";
import { traceTarget } from "../../../../src/core/trace/trace-target.ts";
import type { VectorFile } from "../../../../src/core/code/vectors/vector-file.ts";
import type { SourceFile } from "../../../../src/core/entries/entry.ts";

const entries = [
  { id: "RET3", text: "When a request fails with status 429, the client waits `Retry-After` seconds." },
  { id: "RET4", text: "The delay before a retry follows the table." },
];
const vector: VectorFile = {
  path: "test/spec-vectors/RET4.json",
  content: '{"rows":[["1","1000"]]}\n',
  entries: ["RET4"],
  describes: "1 row",
  source: { file: "spec.md", line: 1, endLine: 3 },
};
const source: SourceFile = { path: "src/retry.js", text: "// RET3\n// RET4\nexport function delay() {}\n" };
const goodTests: SourceFile = {
  path: "test/retry.test.js",
  text: [
    'import vectors from "./spec-vectors/RET4.json" with { type: "json" };',
    "// RET3",
    'test("waits as told", () => {',
    "  assert.equal(wait({ status: 429 }), 5);",
    "});",
    "// RET4",
    'test("follows RET4.json", () => {',
    "  for (const [n, ms] of vectors.rows) assert.equal(delay(n), ms);",
    "});",
    "",
  ].join("\n"),
};
const vectorFile: SourceFile = { path: vector.path, text: vector.content };

function check(files: readonly SourceFile[], interfaces: readonly string[] = []) {
  const { cited } = traceTarget(traceIndex(files), entries);
  return checkConformance({ entries, cited, files, vectors: [vector], interfaces });
}

const rules = (files: readonly SourceFile[], interfaces?: readonly string[]): string[] =>
  check(files, interfaces).findings.map(({ rule, id }) => (id === null ? rule : `${rule} ${id}`));

test("tagged code, tests with literals and data that is read conform", () => {
  expect(check([source, goodTests, vectorFile])).toMatchObject({
    entries: [
      { id: "RET3", proof: "yes", tests: [{ file: "test/retry.test.js", line: 2 }] },
      { id: "RET4", proof: "yes" },
    ],
    findings: [],
  });
});

test("what is not tagged is named", () => {
  expect(rules([vectorFile])).toEqual([
    "untagged-source RET3",
    "untagged-test RET3",
    "untagged-source RET4",
    "untagged-test RET4",
    "vector-unread RET4",
  ]);
});

test("a tag on a test that has nothing of the entry is no proof", () => {
  const tests = { ...goodTests, text: goodTests.text.replace("status: 429", "x: 1") };
  expect(rules([source, tests, vectorFile])).toEqual(["no-proof RET3"]);
});

test("a literal in the next test proves nothing of this one", () => {
  const text =
    '// RET3\ntest("a", () => {\n  assert.ok(go());\n});\ntest("b RET4.json", () => {\n  assert.equal(status(), 429); // RET4\n});\n';
  expect(rules([source, { ...goodTests, text }, vectorFile])).toEqual(["no-proof RET3"]);
});

test("a test in which nothing can fail is named", () => {
  const text = goodTests.text.replace("assert.equal(wait({ status: 429 }), 5)", "wait({ status: 429 })");
  expect(rules([source, { ...goodTests, text }, vectorFile])).toEqual(["no-assertion RET3"]);
});

test("changed, missing and unread vectors are named", () => {
  expect(rules([source, goodTests, { ...vectorFile, text: "{}" }])).toEqual(["vector-changed RET4"]);
  expect(rules([source, goodTests])).toEqual(["vector-missing RET4"]);
  const unread = { ...goodTests, text: goodTests.text.replaceAll("RET4.json", "the table") };
  expect(rules([source, unread, vectorFile])).toEqual(["no-proof RET4", "vector-unread RET4"]);
});

test("one test that claims everything is named", () => {
  const many = Array.from({ length: 6 }, (_, i) => ({ id: `RET${String(10 + i)}`, text: "Words only." }));
  const text = `// ${many.map(({ id }) => id).join(" ")}\ntest("all", () => {\n  assert.ok(go());\n});\n`;
  const files = [{ path: "test/all.test.js", text }];
  const { cited } = traceTarget(traceIndex(files), many);
  const report = checkConformance({ entries: many, cited, files, vectors: [], interfaces: [] });
  expect(report.findings.filter(({ rule }) => rule === "tag-stuffing")).toHaveLength(1);
  expect(report.entries.every(({ proof }) => proof === "unknown")).toBe(true);
});

test("an interface of the design that is nowhere is named", () => {
  expect(rules([source, goodTests, vectorFile], ["delay", "RetryPolicy"])).toEqual(["interface-missing"]);
});
