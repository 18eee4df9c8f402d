import { newInKind } from "../../../../src/core/code/guard/new-kinds.ts";

const told = (paths: readonly string[], tree: readonly string[], folders = ["src", "lib", "test"]): unknown =>
  newInKind(
    paths,
    tree.map((path) => ({ path, kind: "file" as const })),
    { folders, fixed: [{ path: "test/spec-vectors/CP.1.a.json", content: "" }] },
  );

describe("files of a kind or at a place that the target did not have", () => {
  it.each([
    ["a folder", "lib/rubygems/defaults/operating_system.rb", ["lib/acme.rb"]],
    ["a folder in a folder", "src/alembic/versions/0001_limits.py", ["src/a.py"]],
    ["a folder of tests", "test/contracts/limits.groovy", ["src/a.java", "test/a.groovy"]],
    ["an ending", "test/limits.phpt", ["src/a.php", "test/a.php"]],
    ["an ending of scenarios", "test/data/limits.feature", ["src/a.java", "test/data/a.json"]],
    ["an ending that only a tool's settings have", "src/limits.mjs", ["src/a.ts", "eslint.config.mjs"]],
    ["a word before the ending", "src/limits.paths.ts", ["src/a.ts", "test/a.test.ts"]],
    ["a word with a digit", "src/limits.k6.ts", ["src/a.ts"]],
    ["a word that begins with one", "src/limits.11ty.ts", ["src/a.ts"]],
    ["a word with one within", "src/limits.e2e.ts", ["src/a.ts", "test/a.test.ts"]],
    ["a word of one letter", "src/limits.d.ts", ["src/a.ts"]],
    ["a word in brackets", "src/limits.[a].ts", ["src/a.ts"]],
    ["a sign in front", "src/+config.ts", ["src/a.ts"]],
    ["a bracket in front", "src/[limit].ts", ["src/a.ts"]],
    ["a line in front", "src/_limits.ts", ["src/a.ts"]],
  ])("%s: %s", (_what, path, tree) => {
    expect(told([path], tree)).toEqual([path]);
  });

  it.each([
    ["beside files of its kind", "src/limits.ts", ["src/a.ts"]],
    ["a test beside tests", "test/limits.test.ts", ["src/a.ts", "test/a.test.ts"]],
    ["a class of an existing package", "src/main/java/a/Limits.java", ["src/main/java/a/A.java"]],
    ["in a folder that only the configuration knows", "test/limits.ts", ["src/a.ts"]],
    ["data of a kind that the target has", "test/data/limits.json", ["package.json", "test/data/a.txt"]],
    ["a version in a name", "test/data/limits.v2.json", ["package.json", "test/data/a.txt"]],
    ["a version of numbers", "test/data/limits.1.0.json", ["package.json", "test/data/a.txt"]],
    ["a date in a name", "test/data/limits.2024-01-31.json", ["package.json", "test/data/a.txt"]],
    ["a word that others have", "src/limits.d.ts", ["src/a.d.ts"]],
    ["a file that was there", "src/+config.ts", ["src/a.ts", "src/+config.ts"]],
    ["a table of the spec", "test/spec-vectors/CP.1.a.json", ["src/a.ts"]],
  ])("silent %s: %s", (_what, path, tree) => {
    expect(told([path], tree, ["src", "test", "test/spec-vectors"])).toEqual([]);
  });

  it("tells of a folder that holds nothing but a link", () => {
    const tree = [{ path: "src/plugins/a", kind: "symlink" as const }];
    expect(newInKind(["src/plugins/b.ts"], tree, { folders: ["src"], fixed: [] })).toHaveLength(1);
  });
});
