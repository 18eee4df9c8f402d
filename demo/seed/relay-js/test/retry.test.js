import assert from "node:assert/strict";
import { test } from "node:test";
import { retryDelay, shouldRetry } from "../src/index.js";

test("statuses that are tried again", () => {
  // RT1
  assert.equal(shouldRetry(null), true);
  assert.equal(shouldRetry(503), true);
  assert.equal(shouldRetry(404), false);
});

test("the delay grows", () => {
  // RT3
  assert.deepEqual([1, 2, 3].map(retryDelay), [0, 500, 1000]);
});
