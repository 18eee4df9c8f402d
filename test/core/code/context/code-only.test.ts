import fc from "fast-check";
import { codeOnly } from "../../../../src/core/code/context/code-only.ts";

test.each([
  ["a.ts", "call(); // says why\nnext();", "call(); \nnext();"],
  ["a.ts", 'open("https://example.org"); // here', 'open("https://example.org"); '],
  ["A.java", "/** what\n the spec says */\nint a;", " \nint a;"],
  ["a.ts", "code /* never closed", "code /* never closed"],
  ["a.py", "# why\nx = 1  # one\n", "\nx = 1  \n"],
  ["a.py", 'def f():\n  """ what\n  it does """\n  return 1', "def f():\n   \n  return 1"],
])("%s: %j without comments is %j", (path, text, code) => {
  expect(codeOnly(path, text)).toBe(code);
});

test("property: whatever the text, no more comes out than went in", () => {
  const part = fc.constantFrom("/*", "*/", "//", "a", ":", "\n", '"""', "#");
  fc.assert(
    fc.property(fc.array(part), fc.constantFrom("a.ts", "a.py"), (parts, path) => {
      const text = parts.join("");
      expect(codeOnly(path, text).length).toBeLessThanOrEqual(text.length);
    }),
  );
});
