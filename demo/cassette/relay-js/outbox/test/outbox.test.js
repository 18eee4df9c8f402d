import assert from "node:assert/strict";
import { test } from "node:test";
import { leaseMs, Outbox } from "../src/outbox.js";

function memory() {
  const events = [];
  const holders = new Map();
  const storage = { events, leases: [], fails: false };
  const answer = (value) => (storage.fails ? Promise.reject(new Error("disk")) : Promise.resolve(value));
  storage.load = () => answer([...events]);
  storage.append = async (event) => void events.push(await answer(event));
  storage.remove = async (id) => {
    await answer(null);
    events.splice(0, events.length, ...events.filter((event) => event.id !== id));
  };
  storage.claim = async (id, client, ms) => {
    storage.leases.push(ms);
    if (!holders.has(id)) holders.set(id, client);
    return answer(holders.get(id) === client);
  };
  return storage;
}

async function opened(storage, client = "a") {
  const outbox = new Outbox(storage, client);
  await outbox.open();
  return outbox;
}

test("events survive a restart, in the order they were sent", async () => {
  // OB3
  const storage = memory();
  const before = await opened(storage);
  for (const id of ["1", "2"]) before.send({ id, body: id });
  await before.next();
  const after = await opened(storage);
  assert.equal((await after.next()).id, "1");
  await after.delivered("1");
  assert.equal((await after.next()).id, "2");
});

test("of two clients one alone holds an event, for 30 seconds", async () => {
  // OB3
  const storage = memory();
  const [one, two] = [await opened(storage, "a"), await opened(storage, "b")];
  one.send({ id: "1", body: "1" });
  assert.equal((await one.next()).id, "1");
  assert.equal(await two.next(), null);
  assert.deepEqual(storage.leases, [30_000, 30_000]);
  assert.equal(leaseMs, 30_000);
});

test("events go to the storage that was given, at most 10000 of them", async () => {
  // OB3a
  const storage = memory();
  const outbox = await opened(storage);
  for (let n = 0; n < 10_000; n++) outbox.send({ id: String(n), body: "" });
  assert.throws(() => outbox.send({ id: "more", body: "" }), { code: "outbox_full" });
  await outbox.next();
  assert.equal(storage.events.length, 10_000);
});

test("loading, ready, suspended and ready again", async () => {
  // OB3b
  const storage = memory();
  const outbox = new Outbox(storage, "a");
  assert.equal(outbox.state, "loading");
  await outbox.open();
  assert.equal(outbox.state, "ready");
  storage.fails = true;
  outbox.send({ id: "1", body: "1" });
  await outbox.next();
  assert.equal(outbox.state, "suspended");
  assert.throws(() => outbox.send({ id: "2", body: "2" }), { code: "outbox_suspended" });
  storage.fails = false;
  await outbox.open();
  assert.equal(outbox.state, "ready");
  assert.deepEqual(storage.events, [{ id: "1", body: "1" }]);
});
