import { guessTarget } from "../../../src/core/code/guess-target.ts";

test("folders at the root that hold code and tests of the language most files are in", () => {
  const paths = ["src/a.ts", "lib/b.ts", "test/a.test.ts", "scripts/x.ts", "tools/deep/y.py", "README.md"];
  expect(guessTarget("sdk js", "", paths)).toEqual({
    name: "sdk-js",
    path: "",
    language: "typescript",
    source: ["lib", "src"],
    tests: ["test"],
    tag: "// ID",
  });
});

test("a folder of a repository is looked at alone", () => {
  const paths = ["spec.md", "py/client/a.py", "py/tests/test_a.py", "js/src/a.ts", "js/src/b.ts"];
  expect(guessTarget("py", "py", paths)).toMatchObject({
    path: "py",
    language: "python",
    source: ["client"],
    tests: ["tests"],
    tag: "# ID",
  });
});

test("code in the root may be written anywhere; tests beside it as well", () => {
  expect(guessTarget("go", "", ["retry.go", "retry_test.go", "internal/x.go"])).toMatchObject({
    language: "go",
    source: [""],
    tests: [""],
  });
});

test("plain JavaScript is not called TypeScript, and nothing is known of an empty repository", () => {
  expect(guessTarget("js", "", ["src/a.js"])).not.toHaveProperty("language");
  expect(guessTarget("new", "", ["README.md"])).toEqual({
    name: "new",
    path: "",
    source: ["src"],
    tests: ["test"],
    tag: "// ID",
  });
});
