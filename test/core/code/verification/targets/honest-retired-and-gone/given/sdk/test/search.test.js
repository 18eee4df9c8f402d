import assert from "node:assert/strict";
import { test } from "node:test";
import { search } from "../src/search.js";

const items = [
  { text: "red apple", at: 1 },
  { text: "green apple", at: 3 },
  { text: "blue sky", at: 2 },
];

// SR1
test("newest first", () => {
  assert.deepEqual(
    search("apple", items).map(({ at }) => at),
    [3, 1],
  );
});

// SR3
test("nothing found", () => {
  assert.deepEqual(search("pear", items), []);
});
