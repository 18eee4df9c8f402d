import { guessTarget, targetDoubt } from "../../../src/core/code/guess-target.ts";

test("folders at the root that hold code and tests of the language most files are in", () => {
  const paths = ["src/a.ts", "lib/b.ts", "test/a.test.ts", "scripts/x.ts", "tools/deep/y.py", "README.md"];
  expect(guessTarget("sdk js", "", paths)).toEqual({
    name: "sdk-js",
    path: "",
    language: "typescript",
    source: ["lib", "src"],
    tests: ["test"],
  });
});

test("a folder of a repository is looked at alone", () => {
  const paths = ["spec.md", "py/client/a.py", "py/tests/test_a.py", "js/src/a.ts", "js/src/b.ts"];
  expect(guessTarget("py", "py", paths)).toMatchObject({
    path: "py",
    language: "python",
    source: ["client"],
    tests: ["tests"],
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
  });
});

test("in a repository of several packages every package has its own folders, and configuration of tools is no code", () => {
  const paths = [
    ...["rollup.config.mjs", "jest.config.ts", "packages/web/src/a.ts", "packages/web/test/a.spec.ts"],
    ...["packages/server/src/hooks/b.ts", "packages/server/test/b.spec.ts", "packages/server/e2e/c.spec.ts"],
  ];
  expect(guessTarget("js", "", paths)).toMatchObject({
    source: ["packages/server/src", "packages/web/src"],
    tests: ["packages/server/e2e", "packages/server/test", "packages/web/test"],
  });
  expect(
    guessTarget("java", "", ["lib/src/main/java/a/A.java", "lib/src/test/java/a/ATest.java"]),
  ).toMatchObject({ source: ["lib"], tests: ["lib/src/test"] });
});

test("what the files leave open is a doubt, not a guess", () => {
  const of = (ending: string, count: number) =>
    Array.from({ length: count }, (_, i) => `src/a${i}.${ending}`);
  expect(targetDoubt("", ["README.md"])).toBe("holds no code of a language known here");
  expect(targetDoubt("", [...of("py", 6), ...of("ts", 4)])).toBe(
    "holds Python (6 files) and TypeScript (4 files)",
  );
  expect(targetDoubt("py", ["py/a.py", ...of("ts", 4)])).toBeNull();
  expect(targetDoubt("", [...of("swift", 9), ...of("rb", 2)])).toBeNull();
  expect(targetDoubt("", [...of("kt", 5), ...of("java", 5)])).toBeNull();
});
