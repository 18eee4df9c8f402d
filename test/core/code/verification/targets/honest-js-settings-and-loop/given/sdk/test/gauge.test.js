import assert from "node:assert/strict";
import { test } from "node:test";
import { old, start } from "../src/gauge.js";

const day = 86_400_000;

for (const [age, fails] of [[3 * day, false], [3 * day + 1, true]]) {
  test(`TG1 a reading of ${age} ms`, () => {
    if (fails) assert.throws(() => old({ at: 0 }, age), { code: "expired" });
    else assert.deepEqual(old({ at: 0 }, age), { at: 0 });
  });
}

test("TG2 reports every 45 seconds", () => {
  const waits = [];
  start(() => {}, (_report, wait) => waits.push(wait));
  assert.deepEqual(waits, [45_000]);
});
