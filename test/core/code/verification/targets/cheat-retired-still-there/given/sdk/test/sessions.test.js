import assert from "node:assert/strict";
import { test } from "node:test";
import { Session } from "../src/sessions.js";

// SE1
test("a session ends 30 minutes after the last request", () => {
  let now = 0;
  const session = new Session(() => now, new Map());
  now = 30 * 60 * 1000;
  assert.equal(session.isOver(), false);
  now += 1;
  assert.equal(session.isOver(), true);
});
