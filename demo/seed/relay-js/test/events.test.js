import assert from "node:assert/strict";
import { test } from "node:test";
import { checkId } from "../src/index.js";

test("ids of events", () => {
  // EV1a
  checkId("evt_1");
  for (const value of ["", "a b", "x".repeat(65)]) {
    assert.throws(() => checkId(value), { code: "invalid_id" });
  }
});
