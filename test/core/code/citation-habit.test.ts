import { citationHabit } from "../../../src/core/code/citation-habit.ts";

const ids = ["RTN1", "RTN1a", "RTN15", "CHA-M8g"];

test("the form that most citing comments have, and lines of both sides", () => {
  const files = [
    { path: "src/a.ts", text: "/** @spec RTN1 */\nlet a;\n// @spec RTN1a\nlet b;\n" },
    { path: "src/b.ts", text: "// @spec RTN15\nlet c; // @spec CHA-M8g\n// see CHA-M8g\n" },
    { path: "test/a.test.ts", text: "it('RTN1a - resumes', () => {});\nit('RTN15 - fails', () => {});\n" },
  ];
  expect(citationHabit(files, ids)).toEqual({
    form: "// @spec ID",
    source: ["/** @spec RTN1 */", "// @spec RTN1a", "let c; // @spec CHA-M8g"],
    tests: ["it('RTN1a - resumes', () => {});"],
  });
});

test.each([
  ["// (RTN1)", "// (ID)"],
  ["# RTN1", "# ID"],
  ["/// [RTN1]", "/// [ID]"],
  ["  * RTN1: resumes", "* ID"],
  ["// Spec: RTN1", "// Spec: ID"],
])("%s is cited as %s", (line, form) => {
  const text = `${line}\n${line}\n${line}\n`;
  expect(citationHabit([{ path: "src/a.ts", text }], ids).form).toBe(form);
});

test("no form where few or different lines cite", () => {
  const files = [{ path: "src/a.ts", text: "// RTN1\n# RTN1a\nRTN15()\n" }];
  expect(citationHabit(files, ids).form).toBeNull();
  expect(citationHabit([], ids)).toEqual({ form: null, source: [], tests: [] });
});

test("a comment that the conventions show wins over what is usual; a version is no citation", () => {
  const files = [{ path: "src/a.ts", text: "// RTN1\n// RTN1a\n// RTN15\n" }];
  const conventions = [{ path: "CLAUDE.md", text: "Points like `RTN1a` are cited in code (`// @RTN1a`)." }];
  expect(citationHabit(files, ids, conventions).form).toBe("// @ID");
  // Ten lines of source that do otherwise, and none that does so, say that it is meant for something else.
  const many = [{ path: "src/a.ts", text: "// RTN1\n// RTN15\n".repeat(5) }];
  expect(citationHabit(many, ids, conventions).form).toBe("// ID");
  expect(citationHabit([{ path: "src/a.ts", text: "// 1.0.0\n" }], ["1.1.8", "1.2.1"]).source).toEqual([]);
});

test("tests may cite in another form than the conventions show for code", () => {
  const files = [{ path: "test/a.test.ts", text: "// RTN1\n// RTN1a\n// RTN15\n" }];
  const conventions = [{ path: "CLAUDE.md", text: "Code cites points (`// @RTN1a`)." }];
  expect(citationHabit(files, ids, conventions)).toMatchObject({ form: "// @ID", testForm: "// ID" });
});

test("what tests call an entry before its ID", () => {
  const titles = ["1.1.8", "1.2.1", "1.2.2"]
    .map((id) => `describe('Requirement ${id}', () => {});\n`)
    .join("");
  const { form, word } = citationHabit(
    [{ path: "test/a.test.ts", text: titles }],
    ["1.1.8", "1.2.1", "1.2.2"],
  );
  expect([form, word]).toEqual([null, "Requirement"]);
});
