import { lineEnding, withLineEnding } from "../../../../src/core/code/format/line-endings.ts";
import { styleProblems } from "../../../../src/core/code/format/style-problems.ts";

const before = Array.from({ length: 12 }, (_, at) => `  const a${String(at)} = 'x${String(at)}';`).join("\n");
const told = (added: string, path = "src/a.ts", settings: { path: string; text: string }[] = []) =>
  styleProblems({ path, content: `${before}\n${added}\n`, before, like: [] }, settings);

test.each([
  ["\tconst b = 'x';", "is indented by tabs; this code base uses spaces"],
  ['  const b = "x";', "has double quotes; single ones are usual here"],
  ["  const b = 'x'", "ends without a semicolon; the lines around end with one"],
  ["  const b = 'x'; ", "ends in white space"],
])("an added line %j is told: it %s", (line, words) => {
  expect(told(line)).toEqual([`src/a.ts:13 ${words}`]);
});

test.each([
  "  const b = 'x';",
  `  const b = "it's";`,
  `  it('says "no" to \\'x\\'', () => {`,
  `  it('should show data to "after" hooks', () => {`,
  '  // she said "x"',
  " * a comment",
  '  const c = `"x"`;',
  "  return call('x', (",
  "  const c = [...x]\n    .filter(Boolean);",
  "  return a\n    ? 1\n    : 2;",
])("an added line like those around is not: %j", (line) => {
  expect(told(line)).toEqual([]);
});

test("the width is the settings' own, in any language, and a link may be longer", () => {
  const long = `x = ${"1 + ".repeat(30)}1`;
  const settings = [{ path: "pyproject.toml", text: "[tool.black]\nline-length = 100" }];
  const python = { path: "a.py", content: long, before: null, like: [] };
  expect(styleProblems(python, settings)).toEqual(["a.py:1 has 125 characters; at most 100 are usual here"]);
  expect(styleProblems(python, [])).toEqual([]);
  expect(styleProblems({ ...python, content: `# https://example.com/${"x".repeat(120)}` }, settings)).toEqual(
    [],
  );
});

test("what stood there before is nobody's business, and many lines are told once", () => {
  expect(
    styleProblems({ path: "a.ts", content: `${before}\n\tx();`, before: `${before}\n\tx();`, like: [] }, []),
  ).toEqual([]);
  const many = Array.from({ length: 9 }, (_, at) => `\tconst b${String(at)} = 'x';`).join("\n");
  expect(told(many)).toHaveLength(6);
  expect(told(many).at(-1)).toBe("src/a.ts: 4 more lines like these");
});

test("a new file is held to the files beside it", () => {
  const written = { path: "src/b.ts", content: "\tb();\n", before: null, like: [before] };
  expect(styleProblems(written, [])).toEqual(["src/b.ts:1 is indented by tabs; this code base uses spaces"]);
});

test("line endings follow most lines", () => {
  expect(lineEnding("a\r\nb\r\nc\n")).toBe("\r\n");
  expect(lineEnding("a\nb")).toBe("\n");
  expect(withLineEnding("a\r\nb\n", "\r\n")).toBe("a\r\nb\r\n");
  expect(withLineEnding("a\r\nb\n", "\n")).toBe("a\nb\n");
});
