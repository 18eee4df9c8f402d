import assert from "node:assert/strict";
import { test } from "node:test";
import { Client, RelayError } from "../src/index.js";

test("attempts are counted by event", () => {
  // DX1
  const client = new Client();
  client.noteAttempt("evt_1");
  client.noteAttempt("evt_1");
  assert.equal(client.attempts("evt_1"), 2);
  assert.equal(client.attempts("evt_2"), 0);
});

test("the code of the last failure stays", () => {
  // RT7
  const client = new Client();
  assert.equal(client.lastError("evt_1"), null);
  client.noteAttempt("evt_1", new RelayError("timeout", "No answer after 10 seconds."));
  client.noteAttempt("evt_1", new RelayError("rejected", "The endpoint answered 422."));
  client.noteAttempt("evt_1");
  assert.equal(client.lastError("evt_1"), "rejected");
  assert.equal(client.lastError("evt_2"), null);
});
