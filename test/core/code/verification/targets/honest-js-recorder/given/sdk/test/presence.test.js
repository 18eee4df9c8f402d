import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { Presence } from "../src/presence.js";

describe("presence", () => {
  let events;
  let presence;
  beforeEach(() => {
    events = [];
    presence = new Presence((...event) => events.push(event));
    presence.beat("a", 0);
  });

  it("PR7: keeps a member for two minutes", () => {
    presence.sweep(119_999);
    assert.deepEqual(events, []);
  });

  it("PR7: removes a silent member after two minutes", () => {
    presence.sweep(120_000);
    assert.deepEqual(events, [["leave", "a"]]);
  });

  it("PR8: counts", () => {
    assert.equal(presence.size, 1);
    presence.beat("b", 1);
    assert.equal(presence.size, 2);
  });
});
