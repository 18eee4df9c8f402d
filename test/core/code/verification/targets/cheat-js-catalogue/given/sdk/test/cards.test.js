import assert from "node:assert/strict";
import { test } from "node:test";
import { check } from "../src/cards.js";

test("LC1: a card that ran out", () => {
  assert.equal(check({ until: 3 }, 4).message, "This card ran out.");
  assert.equal(check({ until: 4 }, 4).ok, true);
});

test("LC2: an unknown card", () => {
  assert.equal(check(undefined, 4).message, "No such card.");
});
