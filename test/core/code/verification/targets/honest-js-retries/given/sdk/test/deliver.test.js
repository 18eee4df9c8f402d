import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { delayBefore, deliver, isTransient } from "../src/deliver.js";

const sleep = async () => {};

async function failsWith(promise, code) {
  await assert.rejects(promise, (error) => {
    assert.equal(error.code, code);
    return true;
  });
}

describe("deliver", () => {
  it("tries again where that may help (DL1)", () => {
    assert.equal(isTransient(429), true);
    assert.equal(isTransient(503), true);
    assert.equal(isTransient(404), false);
  });

  // DL2
  it("gives up after the last attempt", async () => {
    let calls = 0;
    const post = async () => {
      calls++;
      return { status: 503 };
    };
    await failsWith(deliver({}, post, { sleep }), "gave_up");
    assert.equal(calls, 5);
  });

  // DL3
  it("waits longer each time, within bounds", () => {
    assert.equal(delayBefore(2), 500);
    assert.equal(delayBefore(4), 4 * 250);
    assert.equal(delayBefore(1000), 30_000);
  });

  // DL4
  it("gives a request ten seconds", async () => {
    let given = null;
    await deliver({}, async (_, timeout) => ((given = timeout), { status: 200 }), { sleep });
    assert.equal(given, 10_000);
  });
});
