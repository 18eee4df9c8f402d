import { formatSettings } from "../../../src/core/code/format-settings.ts";

test("of a manifest only what says how code is formatted and checked", () => {
  const project = '[project]\nname = "x"\n[tool.black]\nline-length = 100\n[tool.other]\na = 1\n';
  expect(formatSettings("pyproject.toml", project)).toBe("[tool.black]\nline-length = 100");
  expect(formatSettings("py/setup.cfg", "[metadata]\nname = x")).toBeNull();
  const manifest = { name: "x", prettier: { printWidth: 120 }, scripts: { lint: "eslint .", start: "x" } };
  expect(JSON.parse(formatSettings("package.json", JSON.stringify(manifest)) ?? "")).toEqual({
    prettier: { printWidth: 120 },
    scripts: { lint: "eslint ." },
  });
  expect(formatSettings("package.json", "{ not JSON")).toBeNull();
  expect(formatSettings(".editorconfig", "indent_size = 2")).toBe("indent_size = 2");
});

test("of a linter's program what stands from its rules on", () => {
  const text =
    'import x from "x";\n// note\nexport default [\n  { ignores: ["dist"] },\n  {\n    rules: {\n      quotes: "error",\n';
  expect(formatSettings("eslint.config.js", text)).toBe('rules: {\n      quotes: "error",');
  expect(formatSettings("prettier.config.mjs", 'import "x";\nexport default { semi: false };\n')).toBe(
    "export default { semi: false };",
  );
});
