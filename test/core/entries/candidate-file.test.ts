import { mayHoldTestData, maySpecify } from "../../../src/core/entries/candidate-file.ts";

describe("files that may hold entries", () => {
  it.each([
    "spec.md",
    "docs/wire.MDX",
    "a/b/c.markdown",
    "specification/readme-format.spec/x.md",
    "changes/retry/spec.md",
    "openspec/changes/archive/a/spec.md",
    "security/transport.md",
    "distances.md",
    "builder/a.md",
    "docs/releases-and-tags/a.md",
    "myreadme.md",
    "README.md",
    "SECURITY.mdx",
    "docs/CHANGELOG.md",
  ])("%s may", (path) => {
    expect(maySpecify(path)).toBe(true);
  });

  it.each([
    "spec.txt",
    "spec.md.bak",
    "mdx",
    "node_modules/a/spec.md",
    "a/vendor/b/spec.md",
    ".github/spec.md",
    "dist/spec.md",
    "x/build/spec.md",
  ])("%s may not", (path) => {
    expect(maySpecify(path)).toBe(false);
  });
});

describe("files that may hold test data", () => {
  it.each([
    "login.feature",
    "anywhere/LOGIN.FEATURE",
    "test/a.json",
    "tests/a.yaml",
    "x/Test-Data/a.yml",
    "test_vectors/a.csv",
    "testsuite/a.tsv",
    "vectors/deep/a.toml",
    "fixtures/a.txt",
    "conformance/a.md",
    "compliance/a.json",
    "examples/a.json",
    "uts/a.md",
    "cesql_tck/a.yaml",
    "tck/a.yaml",
  ])("%s may", (path) => {
    expect(mayHoldTestData(path)).toBe(true);
  });

  it.each([
    "test.json",
    "src/a.json",
    "tests/a.png",
    "latest/a.json",
    "tests-of-time/a.json",
    "node_modules/x/test/a.json",
    "dist/a.feature",
    "stick/a.yaml",
    "tck-notes/a.yaml",
    "a.feature/notes",
  ])("%s may not", (path) => {
    expect(mayHoldTestData(path)).toBe(false);
  });
});
