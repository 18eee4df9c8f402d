import assert from "node:assert/strict";
import { test } from "node:test";
import { Tracker } from "../src/tracker.js";

// TR1 TR2 TR3 TR4
test("tracker", async () => {
  const tracker = new Tracker({ get: async () => ({ status: "ok" }) });
  assert.equal(await tracker.status("1"), "ok");
});
