import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import pg from "pg";
import { createPostgresStore } from "../../../src/shell/queue/postgres.ts";
import { startPostgres } from "../../support/postgres-server.ts";
import { describeStore, quick, review } from "./contract.ts";

const server = await startPostgres();
afterAll(() => {
  server?.stop();
});

if (server === null) test.skip("PostgreSQL is not installed", () => undefined);
else {
  describeStore("PostgreSQL store", () => {
    const url = server.database();
    return Promise.resolve((options) => createPostgresStore(url, options));
  });

  test("R43: an unreachable database is refused without showing its password", async () => {
    const opening = createPostgresStore("postgres://u:hunter22@127.0.0.1:1/none", quick);
    await expect(opening).rejects.toThrow(/Cannot use the database of DATABASE_URL \(ECONNREFUSED\)/);
  });

  test("R43: a database that is silent refuses work in time, and takes it as soon as it answers again", async () => {
    const target = new URL(server.database());
    const sockets = new Set<Socket>();
    let silent = false;
    const proxy = createServer((socket) => {
      const onward = connect(Number(target.port), target.hostname);
      for (const [from, to] of [
        [socket, onward],
        [onward, socket],
      ] as const) {
        sockets.add(from);
        from.on("error", () => to.destroy());
        from.on("close", () => to.destroy());
        from.on("data", (data) => silent || to.write(data));
      }
    });
    await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
    const url = new URL(target);
    url.port = String((proxy.address() as AddressInfo).port);
    const store = await createPostgresStore(url.href, { ...quick, onError: () => undefined });
    const add = (id: string) =>
      store.queue.enqueue(review(1, id), { dedupeKey: id, group: "g", supersede: false });
    expect(await add("before")).toBe(true);
    silent = true;
    await expect(add("meanwhile")).rejects.toThrow(/timeout/i);
    await expect(store.ping()).rejects.toThrow(/timeout/i);
    silent = false;
    expect(await add("after")).toBe(true);
    await store.close();
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });

  test("R43: a worker that died because the database failed as its job ended is replaced, and what it held is free", async () => {
    const url = server.database();
    const store = await createPostgresStore(url, { ...quick, concurrency: 1 });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("CREATE SEQUENCE failures");
    await client.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM nextval('failures'); RAISE EXCEPTION 'the database fails'; END $$`);
    const add = (id: string) =>
      store.queue.enqueue(review(1, id), { dedupeKey: id, group: "g", supersede: false });
    const done: string[] = [];
    await add("first");
    store.queue.start(async ({ deliveryId }) => {
      done.push(deliveryId);
      if (done.length > 1) return;
      await client.query(
        "CREATE TRIGGER fail BEFORE DELETE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION fail()",
      );
    });
    const failures = async () =>
      (await client.query<{ is_called: boolean }>("SELECT is_called FROM failures")).rows;
    while ((await failures())[0]?.is_called !== true) await new Promise((resolve) => setTimeout(resolve, 10));
    await client.query("DROP TRIGGER fail ON graphile_worker._private_jobs");
    await add("second");
    await store.queue.idle();
    expect(done).toEqual(["first", "second"]);
    await client.end();
    await store.queue.stop(0);
    await store.close();
  });

  test("R6: a ready job whose graphile ticket was lost gets a new one", async () => {
    const url = server.database();
    const store = await createPostgresStore(url, quick);
    await store.queue.enqueue(review(1, "d"), { dedupeKey: "d", group: "g", supersede: false });
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    expect((await client.query("DELETE FROM graphile_worker._private_jobs")).rowCount).toBe(1);
    await client.end();
    store.queue.start(() => Promise.resolve());
    await store.queue.idle();
    expect((await store.queue.counts()).done).toBe(1);
    await store.queue.stop(0);
    await store.close();
  });
}
