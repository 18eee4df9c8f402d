import fc from "fast-check";
import picomatch from "picomatch";
import { globMatcher, globProblem } from "../../src/core/globs.ts";

const paths = [
  "spec.md",
  "a/spec.md",
  "a/b/c/spec.md",
  ".github/a.md",
  ".hidden.md",
  "a/.hidden/b.md",
  "README.md",
  "docs/README.md",
  "docs/specs/x-y-z.md",
  "docs/a1.md",
  "docs (old)/a.md",
  "node_modules/x/a.md",
  "a/node_modules/b.md",
  "src/a.ts",
];

test.each([
  "**/*.md",
  "*.md",
  "spec.md",
  "a/**",
  "a/**/*.md",
  "**/node_modules/**",
  "**/{README,CHANGELOG}.md",
  ".github/**",
  "docs/*.md",
  "docs/a?.md",
  "docs/a[0-9].md",
  "**/*-*-*.md",
  "{docs,a}/**/*.md",
  "{docs/specs,a/{b,c}}/**",
  "**/spec.md",
  "a/*/c/*.md",
  "**",
  "*",
  "**/.hidden/*.md",
])("%s matches as picomatch does", (glob) => {
  const [ours, theirs] = [globMatcher([glob]), picomatch(glob)];
  expect(paths.filter(ours)).toEqual(paths.filter((path) => theirs(path)));
});

test("generated globs match as picomatch does", () => {
  const piece = fc.constantFrom("a", "b", "*", "?", "/", "/**/", "ab", ".md", "-");
  const letters = fc.constantFrom("a", "b", "/", "ab", ".md", "-", "/a/");
  const join = (pieces: readonly string[]): string => pieces.join("").replace(/\*{2,}(?!\/)|\/{2,}/g, "");
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 8 }),
      fc.array(letters, { minLength: 1 }),
      (g, p) => {
        const glob = `x${join(g)}y`.replace(/\*{3,}/g, "*").replaceAll(/[^/]\*\*|\*\*[^/]/g, "*");
        const path = `x${p.join("").replace(/\/{2,}/g, "/")}y`;
        if (glob.includes("//") || /\/\.|\.\//.test(path)) return;
        expect([glob, path, globMatcher([glob])(path)]).toEqual([glob, path, picomatch(glob)(path)]);
      },
    ),
  );
});

test("sets that exclude and parentheses are as a shell has them", () => {
  expect(paths.filter(globMatcher(["docs/a[!a-z].md"]))).toEqual(["docs/a1.md"]);
  expect(paths.filter(globMatcher(["docs (old)/*.md"]))).toEqual(["docs (old)/a.md"]);
});

test("one that begins with an exclamation mark takes away", () => {
  const matches = globMatcher(["**/*.md", "!docs/**"]);
  expect([matches("a.md"), matches("docs/a.md"), matches("a.ts")]).toEqual([true, false, false]);
});

test("what made the server stop takes steps in proportion to the path", () => {
  const hostile = [`${"*a".repeat(60)}b.md`, "**/*-*-*.md", `${"**/".repeat(60)}b`, `${"**/*a".repeat(30)}b`];
  for (const glob of hostile) {
    const matches = globMatcher([glob]);
    // Each would take a backtracking matcher longer than the age of the universe.
    expect(matches(`${"a".repeat(4000)}!.md`)).toBe(false);
    expect(matches(`${"a/".repeat(2000)}!.md`)).toBe(false);
    expect(matches(`${"-".repeat(4000)}!`)).toBe(false);
  }
});

test("too much is refused by name", () => {
  expect(globProblem(["{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"])).toContain("alternatives");
  expect(globProblem(["{".repeat(190)])).toBeNull();
  expect(globProblem(Array.from({ length: 30 }, () => "a".repeat(199)))).toContain("characters");
  expect(globProblem(["**/*.md"])).toBeNull();
});
