import assert from "node:assert/strict";
import { test } from "node:test";
import { search } from "../src/search.js";

// FR-001
test("at most 40 results", () => {
  const index = Array.from({ length: 41 }, (_, n) => `item ${n}`);
  assert.equal(search("item", index).length, 40);
});

// FR-002
test("an empty query", () => {
  assert.throws(() => search("  ", []), { code: "empty_query" });
});
