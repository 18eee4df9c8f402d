import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { retryDelay, shouldRetry } from "../src/index.js";

const cases = (name) =>
  JSON.parse(readFileSync(new URL(`spec-vectors/${name}`, import.meta.url), "utf8")).cases;

test("statuses that are tried again", () => {
  // RT1
  assert.equal(shouldRetry(null), true);
  assert.equal(shouldRetry(503), true);
  assert.equal(shouldRetry(404), false);
});

test("the delay grows up to 20000 ms", () => {
  // RT3
  for (const { attempt, delay } of cases("retry-delay.json")) {
    assert.equal(retryDelay(attempt), delay, `attempt ${attempt}`);
  }
});

test("Retry-After in whole seconds makes the delay longer", () => {
  // RT5
  for (const { attempt, retryAfter, delay } of cases("retry-after.json")) {
    assert.equal(retryDelay(attempt, retryAfter), delay, `Retry-After: ${retryAfter}`);
  }
});
