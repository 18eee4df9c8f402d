import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "../src/index.js";

test("attempts are counted by event", () => {
  // DX1
  const client = new Client();
  client.noteAttempt("evt_1");
  client.noteAttempt("evt_1");
  assert.equal(client.attempts("evt_1"), 2);
  assert.equal(client.attempts("evt_2"), 0);
});
