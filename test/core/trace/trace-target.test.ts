import fc from "fast-check";
import { citedIn } from "../../../src/core/trace/cited-in.ts";
import { traceIndex } from "../../../src/core/trace/trace-index.ts";
import { traceReport } from "../../../src/core/trace/trace-report.ts";
import { traceTarget } from "../../../src/core/trace/trace-target.ts";
import type { TagForm } from "../../../src/core/code/target.ts";
import { patternReader } from "../../../src/core/trace/tag-reader.ts";
import { traceMatrix, traceTable } from "../../../src/core/message/trace-table.ts";

const entry = (id: string, status: "live" | "deprecated" | "retired" = "live") => ({ id, status });

function citedLines(text: string, ids: string[], path = "src/a.ts", tag?: TagForm) {
  const trace = traceTarget(
    traceIndex([{ path, text }], tag),
    ids.map((id) => ({ id })),
  );
  return Object.fromEntries(
    [...trace.cited].map(([id, { source, tests }]) => [id, [...source, ...tests].map(({ line }) => line)]),
  );
}

test.each([
  ["// PK4a", "PK4a"],
  ["/** @spec PK4a */", "PK4a"],
  ["  send(); // waits first (PK4a)", "PK4a"],
  [" * PK4a: waits", "PK4a"],
  ['it("PK4a - waits", () => {', "PK4a"],
  ["func test__001__PK4a__waits() {", "PK4a"],
  ["func TestPK4a_Waits(t *testing.T) {", "PK4a"],
  ["public void testPK4a() {", "PK4a"],
  ['[Trait("spec", "PK4a")]', "PK4a"],
  ["// PK4a-PK4c, see also", "PK4a"],
  ["# CHA-T4a5 and CHA-T4", "CHA-T4a5"],
  ["// PK4a-2, the second case", "PK4a"],
  ["// (T1)", "T1"],
  ["func TestT1_Waits(t *testing.T) {", "T1"],
  ["// Requirement 1.4.13", "1.4.13"],
  ['@Specification(number = "1.4.13")', "1.4.13"],
  ["// @spec user-login", "user-login"],
  ["// user-login waits", "user-login"],
])("%s cites %s", (line, id) => {
  expect(citedLines(`\n${line}\n`, [id])).toEqual({ [id]: [2] });
});

test.each([
  ["// PK4ab", "PK4a"],
  ["// XPK4a", "PK4a"],
  ["class Func<T1, T2> {}", "T1"],
  ["const version = '1.4.13.2';", "1.4.13"],
  ["// 2.1.4.13", "1.4.13"],
  ["// chapter 1.4", "1.4"],
  ["// AC-1-2", "AC-1"],
  ["const user = login;", "login"],
  ["// login", "login"],
])("%s does not cite %s", (line, id) => {
  expect(citedLines(line, [id])).toEqual({});
});

test.each([
  ["class TestFR001:", [1]],
  ["def test_fr_001_waits():", [1]],
  ["def test_fr001_waits():", [1]],
  ["fun FR001_waits() {", [1]],
  ["const fr001 = 1;", undefined],
  ["def test_fr0012_waits():", undefined],
])("names spell an ID with what they may hold: %j", (line, lines) => {
  expect(citedLines(line, ["FR-001"])["FR-001"]).toEqual(lines);
});

test.each([
  ["def test_pw1_is_long():", [1]],
  ["func TestSetEmpty_PW1(t *testing.T) {", [1]],
  ["void closesTwice_PW1() {", [1]],
  ["const PW1 = 1;", undefined],
  ["const xs_PW1 = 1;", undefined],
  ["val temp_PW12 = 1", undefined],
])("a short ID counts in the name of a test, and at the end of a name of words: %j", (line, lines) => {
  expect(citedLines(line, ["PW1"])["PW1"]).toEqual(lines);
});

test.each([
  ["fn pw_1_is_long() {", [1]],
  ["public void PW_1_IsLong()", [1]],
  ["fn pw1_is_long() {", [1]],
  ["func testPw1IsLong() {", [1]],
  ["func testPW1IsLong() {", [1]],
  ["let pw_12_is_long = 1", undefined],
  ["let pw_1 = 1", undefined],
  ["let latestPw1Value = 1", undefined],
  ["let crpw_1_x = 1", undefined],
])("a name of words may open with an ID: %j", (line, lines) => {
  expect(citedLines(line, ["PW-1"])["PW-1"]).toEqual(lines);
});

test.each([
  ["// 4.1, 4.2", "src/a.ts"],
  ["  if (late) return; // 4.1 and 4.2", "src/a.ts"],
  ["/** Requirements 4.1, 4.2 */", "src/a.ts"],
  ["# 4.1-4.2", "src/a.py"],
  ["// §4.1, §4.2", "src/a.ts"],
  ["// Validates: 4.1, 4.2", "test/a.test.ts"],
  ["  ['4.1', 7], ['4.2', 8],", "test/a.test.ts"],
  ["it('4.1 waits (4.2)', () => {", "test/a.test.ts"],
])("short numbers cite where nothing else is said: %s", (line, path) => {
  expect(citedLines(line, ["a#4.1", "a#4.2"], path)).toEqual({ "a#4.1": [1], "a#4.2": [1] });
});

test.each([
  ["const limits = [4.1, 4.2];", "src/a.ts"],
  ["// takes 4.1 seconds, not 4.2", "src/a.ts"],
  ["// 4.1 MB or 4.2 MB", "src/a.ts"],
  ["// works with versions 4.1 and 4.2", "src/a.ts"],
  ['const versions = ["4.1", "4.2"];', "src/a.ts"],
  ["expect(parse('4.1')).toEqual([4.2]);", "test/a.test.ts"],
  ["// 4.1.3, 4.2.7", "src/a.ts"],
  ["// 14.1, 4.25", "src/a.ts"],
  ["// 4.1", "src/a.ts"],
])("versions, amounts, and one number alone cite nothing: %s", (line, path) => {
  expect(citedLines(line, ["a#4.1", "a#4.2"], path)).toEqual({});
});

test.each([
  ["def test_4_1_waits():\n    pass\ndef test_4_2_ends():", "test/test_a.py"],
  ["fn req_4_1_waits() {\nfn x() {\nfn req_4_2_ends() {", "tests/a.rs"],
  ["void testRequirement4_1Waits() {\n}\nvoid testRequirement4_2() {", "src/test/ATest.java"],
])("names of tests open with short numbers: %s", (text, path) => {
  expect(citedLines(text, ["4.1", "4.2"], path)).toEqual({ "4.1": [1], "4.2": [3] });
});

test.each([
  ["fn zip2_1_packs() {", "ZIP2-1"],
  ["def test_gr3b_of_two():", "GR3b"],
  ["fn gr3b_of_two() {", "GR3b"],
  ["void Gr3b_OfTwo()", "GR3b"],
  ["func testGr3bOfTwo() {", "GR3b"],
  ["// ZIP2-1", "ZIP2-1"],
])("digits and letters of an ID stand in a name as they may: %s cites %s", (line, id) => {
  expect(citedLines(line, [id, "GR3", "ZIP2-12"])).toEqual({ [id]: [1] });
});

describe("titles", () => {
  const ids = [
    "s#Lending",
    "s#Lending/Book is out",
    "s#Returning",
    "s#Returning/Too late",
    "s#Returning/Damaged",
  ];

  test("a comment says whose requirement code is", () => {
    expect(citedLines("// Requirement: Lending\nlend();\n// lending, returning", ids)).toEqual({
      "s#Lending": [1],
    });
  });

  test("tests are called as requirements and scenarios are", () => {
    const text = [
      "describe('Lending', () => {",
      "  it('book is out', () => {});",
      "});",
      "test('Returning: too late', () => {});",
      "test('returning > Damaged', () => {});",
      "const lending = 'Lending';",
    ].join("\n");
    expect(citedLines(text, ids, "test/a.test.js")).toEqual({
      "s#Lending": [1],
      "s#Lending/Book is out": [2],
      "s#Returning": [4, 5],
      "s#Returning/Too late": [4],
      "s#Returning/Damaged": [5],
    });
  });

  test.each([
    ['@DisplayName("Too late")', "src/test/ATest.java"],
    ['[Fact(DisplayName = "Too late")]', "tests/ATests.cs"],
    ["def test_too_late(self):", "tests/test_a.py"],
    ["fun `too late`() {", "src/test/ATest.kt"],
    ["public void TooLate()", "tests/ATests.cs"],
    ['t.Run("too late", func(t *testing.T) {', "a_test.go"],
  ])("by what names a test: %s", (line, path) => {
    const named = citedLines(`// Requirement: Returning\n${line}`, ids, path);
    expect(named["s#Returning/Too late"]).toEqual([2]);
  });

  test("a test that is called as one requirement alone names none", () => {
    expect(citedLines("describe('Lending', () => {", ids, "test/a.test.js")).toEqual({});
  });

  test("scenarios of one title belong to the requirement that is named above them", () => {
    const alike = ["s#Lending", "s#Lending/Refused", "s#Returning", "s#Returning/Refused"];
    const text = "// Requirement: Lending\nit('refused')\n// Requirement: Returning\nit('refused')";
    expect(citedLines(text, alike, "test/a.test.js")).toEqual({
      "s#Lending": [1],
      "s#Lending/Refused": [2],
      "s#Returning": [3],
      "s#Returning/Refused": [4],
    });
  });
});

test("a requirement whose title begins with an ID is cited by it, its scenarios are not", () => {
  const ids = ["notes#PW-1 Long passwords", "notes#PW-1 Long passwords/too short", "notes#Short names"];
  expect(citedLines("// PW-1", ids)).toEqual({ "notes#PW-1 Long passwords": [1] });
});

test("the tests that a file of source holds are tests", () => {
  const text = "// PK4a\nfn wait() {}\n\n#[cfg(test)]\nmod tests {\n    // PK4a\n}\n";
  const trace = traceTarget(traceIndex([{ path: "src/lib.rs", text }]), [{ id: "PK4a" }]);
  expect(trace.files).toBe(1);
  expect(trace.cited.get("PK4a")).toEqual({
    source: [{ file: "src/lib.rs", line: 1 }],
    tests: [{ file: "src/lib.rs", line: 6 }],
  });
});

test("a longer ID does not cite its parent, and a line counts once", () => {
  expect(citedLines("// PK4a1 PK4a1\n// PK4a", ["PK4", "PK4a", "PK4a1"])).toEqual({ PK4a1: [1], PK4a: [2] });
});

test("a pattern decides alone, with several IDs in its group", () => {
  const tag = { pattern: "// ID", found: "Covers: (?<id>[A-Z0-9a-z, ]+)" };
  expect(citedLines("// PK1\n// Covers: PK2, PK3a\n", ["PK1", "PK2", "PK3a"], "src/a.ts", tag)).toEqual({
    PK2: [2],
    PK3a: [2],
  });
});

test.each([
  ["(", "is not valid RE2"],
  ["(?=x)(y)", "is not valid RE2"],
  ["PK[0-9]+", "captures nothing"],
  ["((?:a{1,30}){1,30})", "repeats too much"],
])("the pattern %s is refused: %s", (pattern, reason) => {
  const read = patternReader(pattern);
  expect(typeof read === "function" ? "" : read.problem).toContain(reason);
});

test("a pattern that is quadratic for backtracking engines takes linear time", () => {
  const read = patternReader("(?:a|a)*(b)$");
  if (typeof read !== "function") throw new Error(read.problem);
  expect(read("a".repeat(100_000))).toEqual([]);
});

const files = [
  { path: "src/lock.ts", text: "// PK1\nlock(); // (PK2)\n// PK9\n" },
  { path: "src/lock.test.ts", text: 'test("PK1: locks", () => {});\n// PK3\n' },
  { path: "test/old.ts", text: "// PK5\nconst key = 'PK2048';\n" },
  { path: "node_modules/pk/index.js", text: "// PK4\n" },
];
const spec = [
  entry("PK1"),
  entry("PK2"),
  entry("PK3"),
  entry("PK4"),
  entry("PK5", "retired"),
  entry("PK6", "retired"),
];

function report(changed: string[] = []) {
  return traceReport("sdk", traceTarget(traceIndex(files), spec), spec, new Set(changed));
}

test("says of each entry what the target makes of it", () => {
  expect(report().entries.map(({ id, state }) => [id, state])).toEqual([
    ["PK1", "implemented"],
    ["PK2", "untested"],
    ["PK3", "tests-only"],
    ["PK4", "missing"],
    ["PK5", "retired"],
  ]);
  expect(report().unknown).toEqual([{ id: "PK9", source: [{ file: "src/lock.ts", line: 3 }], tests: [] }]);
  expect(report().counts).toEqual({
    live: 4,
    implemented: 2,
    tested: 2,
    missing: 1,
    stale: 0,
    retired: 1,
    unknown: 1,
  });
});

test("an entry whose text changed is stale where it is named, and only there", () => {
  const stale = report(["PK2", "PK4"]).entries.filter((one) => one.stale);
  expect(stale.map(({ id }) => id)).toEqual(["PK2"]);
});

test("the table names what is wrong, the matrix leaves out what no target names", () => {
  expect(`\n${traceTable([report(["PK2"])])}\n${traceMatrix([report(["PK2"])])}`).toBe(`
target  files  live  implemented  tested  missing  stale  retired  unknown
sdk     3      4     2            2       1        1      1        1

sdk: text changed since
  PK2  src/lock.ts:2

sdk: retired, still named
  PK5  test/old.ts:1

sdk: not in the spec
  PK9  src/lock.ts:3

entry  sdk
PK1    1/1
PK2    1/0 stale
PK3    0/1
PK5    0/1 retired
`);
});

test("what is no source is left out; a configured folder holds tests whatever it is called", () => {
  const paths = ["src/a.ts", "checks/a.ts", "examples/a.ts", "a.md"];
  const index = traceIndex(
    paths.map((path) => ({ path, text: "// PK1" })),
    { pattern: "// ID" },
    ["checks"],
  );
  expect(index.files).toEqual([
    { path: "src/a.ts", test: false },
    { path: "checks/a.ts", test: true },
  ]);
});

test("a renamed entry is looked up by both of its IDs", () => {
  const index = traceIndex([{ path: "src/a.ts", text: "// PK1\n// PK1\n// PK2\n" }]);
  const changes = [
    { id: "PK2", previousId: "PK1" },
    { id: "PK3", previousId: null },
  ];
  expect([...citedIn(changes, [{ name: "sdk", index }])]).toEqual([["PK2", [{ target: "sdk", lines: 3 }]]]);
});

test("property: the lines found are those that a plain search finds", () => {
  const word = fc.constantFrom(
    "PK1",
    "PK1a",
    "PK12",
    "// ",
    "_",
    "-",
    ".",
    " ",
    "test",
    "x",
    "(",
    ")",
    "9",
    "\n",
  );
  const ids = ["PK1", "PK1a", "PK12"].map((id) => `AB${id}`);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), (words) => {
      const text = words.map((one) => (one.startsWith("PK") ? `AB${one}` : one)).join("");
      const plain: Record<string, number[]> = {};
      text.split("\n").forEach((line, i) => {
        for (const match of line.matchAll(/(?<![A-Za-z0-9])(?:test)?(ABPK1a|ABPK12|ABPK1)(?![A-Za-z0-9])/g)) {
          const lines = (plain[match[1]!] ??= []);
          if (lines.at(-1) !== i + 1) lines.push(i + 1);
        }
      });
      expect(citedLines(text, ids)).toEqual(plain);
    }),
  );
});
