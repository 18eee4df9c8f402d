import { headingAnchor, scopeOf, unique, wordSlug } from "../../../../src/core/entries/dialects/scope.ts";

it.each([
  ["docs/wire.md", "docs/wire.md"],
  ["openspec/specs/cli/spec.md", "openspec/specs/cli"],
  ["specs/001-login/README.md", "specs/001-login"],
  ["a/Requirements.md", "a"],
  ["a/index.md", "a"],
  ["spec.md", "spec.md"],
  ["changes/archive/2026-01-31-retry/specs/cli/spec.md", "changes/retry/specs/cli"],
  ["openspec/changes/archive/retry/a.md", "openspec/changes/retry/a.md"],
  ["openspec/changes/archive/2026-01-retry/a.md", "openspec/changes/2026-01-retry/a.md"],
  ["exchanges/archive/a.md", "exchanges/archive/a.md"],
])("%s qualifies IDs by %s", (path, scope) => {
  expect(scopeOf(path)).toBe(scope);
});

it.each([
  ["Error Handling", "error-handling"],
  ["What's `new`?", "whats-new"],
  ["A & B", "a--b"],
  ["snake_case-word", "snake_case-word"],
  ["Größe", "größe"],
  ["2.1 Title", "21-title"],
  ["[Text](http://x/y) here", "text-here"],
  ['<a name="x"></a>Title', "title"],
  ["!?", "section"],
  ["  Spaced  ", "spaced"],
])("GitHub's anchor of %j is %s", (text, anchor) => {
  expect(headingAnchor(text, new Map())).toBe(anchor);
});

it("counts equal names on, and past names that are taken", () => {
  const taken = new Map<string, number>();
  const names = ["a", "a", "a-1", "a", "b"].map((name) => unique(name, taken));
  expect(names).toEqual(["a", "a-1", "a-1-1", "a-2", "b"]);
  const first = new Map<string, number>();
  expect(["a-1", "a", "a"].map((name) => unique(name, first))).toEqual(["a-1", "a", "a-2"]);
});

it.each([
  ["A sender MUST pad each frame to 16 bytes", "a-sender-must-pad-each-frame-to"],
  ["Use v1.2... now.", "use-v1.2-now"],
  ["see [the text](http://example.org/x)", "see-the-text"],
  ["— !", "statement"],
  ["", "statement"],
  ["Größe ist 5", "größe-ist-5"],
])("%j is called %s", (text, slug) => {
  expect(wordSlug(text)).toBe(slug);
});

it("takes as many words as asked for, from the beginning of the text", () => {
  expect(wordSlug("one two three", 2)).toBe("one-two");
  expect(wordSlug(`${"x".repeat(298)} yz`)).toBe(`${"x".repeat(298)}-y`);
});
