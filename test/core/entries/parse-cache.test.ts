import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import { ParseCache } from "../../../src/core/entries/parse-cache.ts";

const same = { path: "same.md", text: "- `(AB1)` The client must see `AB2`.\n" };
const before = { path: "spec.md", text: "- `(AB2)` The client must retry three times.\n" };
const after = { path: "spec.md", text: "- `(AB2)` The client must retry four times.\n" };

test("a review with kept entries says what one without says, again and again", () => {
  const cache = new ParseCache();
  const plain = compareSpecs([same, before], [same, after]);
  for (let i = 0; i < 3; i += 1) {
    const sides = [
      [{ ...same }, before],
      [{ ...same }, after],
    ] as const;
    expect(compareSpecs(...sides, { cache })).toEqual(plain);
  }
});

test("gives the very entries it was given, for the same text and the same configuration only", () => {
  const cache = new ParseCache();
  const first = compareSpecs([same], [same], { cache }).head.files[0];
  expect(compareSpecs([{ ...same }], [{ ...same }], { cache }).head.files[0]).toBe(first);
  const other = { ...same, text: same.text.replace("AB2", "AB3") };
  expect(compareSpecs([other], [other], { cache }).head.files[0]?.entries[0]?.text).toContain("AB3");
  const named = compareSpecs([same], [same], { cache, dialects: { "*.md": "prose" } }).head.files[0];
  expect(named?.dialect).toBe("prose");
});

test("forgets the file that was asked for longest ago when there is no room", () => {
  const cache = new ParseCache();
  const file = (path: string) => ({ path, dialect: null, confidence: 0, entries: [], findings: [] });
  const text = "x".repeat(6_000_000);
  cache.set(text, "", file("a.md"));
  cache.set(text, "", file("b.md"));
  expect(cache.get("a.md", text, "")).toBeDefined();
  cache.set(text, "", file("c.md"));
  expect(cache.get("b.md", text, "")).toBeUndefined();
  expect(cache.get("a.md", text, "")).toBeDefined();
  expect(cache.get("c.md", text, "")).toBeDefined();
});
