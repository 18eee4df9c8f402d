import assert from "node:assert";
import { test } from "node:test";
import { cleanLabel, colours } from "../src/labels.js";

for (const [given, expected] of Object.entries({ "a/": "a", "b": "b", "c//": "c" })) {
  // LBL1
  test(`${given} is ${expected}`, () => {
    assert.equal(cleanLabel(given), expected);
  });
}

// LBL1
test("pairs", () => {
  assert.deepEqual(colours([["a", 1], ["a/", 2]]), { a: 2 });
});
