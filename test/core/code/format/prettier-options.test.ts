import { prettierOptions } from "../../../../src/core/code/format/prettier-options.ts";

const file = (path: string, text: string): { path: string; text: string } => ({ path, text });

test("settings are read as data, the nearest file first, what only changes the look", () => {
  const root = file(
    ".prettierrc",
    '{ "singleQuote": true, "printWidth": 120, "plugins": ["./evil.js"], "parser": "x" }',
  );
  expect(prettierOptions([root], "src/a.ts")).toEqual({ singleQuote: true, printWidth: 120 });
  const own = file("packages/a/.prettierrc.yaml", "semi: false\n");
  expect(prettierOptions([root, own], "packages/a/src/a.ts")).toEqual({ semi: false });
  expect(prettierOptions([root, own], "packages/ab/src/a.ts")).toEqual({
    singleQuote: true,
    printWidth: 120,
  });
});

test("overrides count where their globs match, and .editorconfig below all of it", () => {
  const rc = file(
    ".prettierrc.json",
    '{"tabWidth":2,"overrides":[{"files":"*.test.ts","options":{"printWidth":100}},{"files":["legacy/**"],"options":{"semi":false}}]}',
  );
  const editor = file(
    ".editorconfig",
    "root = true\n[*]\nend_of_line = lf\nindent_style = space\nindent_size = 4\n[*.md]\nindent_size = 8\n",
  );
  const base = { useTabs: false, endOfLine: "lf", tabWidth: 2 };
  expect(prettierOptions([rc, editor], "src/a.ts")).toEqual(base);
  expect(prettierOptions([rc, editor], "src/a.test.ts")).toEqual({ ...base, printWidth: 100 });
  expect(prettierOptions([rc, editor], "legacy/a.ts")).toEqual({ ...base, semi: false });
});

test("no settings, or settings that are a program: nothing is known", () => {
  expect(prettierOptions([], "src/a.ts")).toBeNull();
  expect(prettierOptions([file(".editorconfig", "[*]\nindent_size = 2\n")], "src/a.ts")).toBeNull();
  expect(prettierOptions([file("prettier.config.mjs", "export default {};")], "src/a.ts")).toBeNull();
  expect(prettierOptions([file("package.json", '{"prettier":"@acme/config"}')], "src/a.ts")).toBeNull();
  expect(prettierOptions([file("package.json", '{"scripts":{"format":"prettier -c ."}}')], "a.ts")).toEqual(
    {},
  );
  expect(prettierOptions([file(".prettierrc", "{ broken")], "src/a.ts")).toEqual({});
});
