import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import pg from "pg";
import type { QueueOptions } from "../../../src/shell/queue/queue-options.ts";
import { openStore, type Store } from "../../../src/shell/queue/store.ts";
import { startPostgres } from "../../support/postgres-server.ts";
import { describeStore, quick, review } from "./contract.ts";

const server = await startPostgres();
afterAll(() => {
  server?.stop();
});

const open = (url: string, options: QueueOptions = quick): Promise<Store> =>
  openStore({ type: "postgres", url }, options);

const add = (store: Store, id: string): Promise<boolean> =>
  store.queue.enqueue(review(1, id), { dedupeKey: id, group: "g", supersede: false });

if (server === null) test.skip("PostgreSQL is not installed", () => undefined);
else {
  describeStore("PostgreSQL store", () => ({ type: "postgres", url: server.database() }));

  test("R43: an unreachable database is refused without showing its password", async () => {
    const opening = open("postgres://u:hunter22@127.0.0.1:1/none");
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
    const store = await open(url.href, { ...quick, onError: () => undefined });
    expect(await add(store, "before")).toBe(true);
    silent = true;
    await expect(add(store, "meanwhile")).rejects.toThrow(/timeout/i);
    await expect(store.ping()).rejects.toThrow(/timeout/i);
    silent = false;
    expect(await add(store, "after")).toBe(true);
    await store.close();
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });

  test("R43: where the database fails as a job ends, its end is written down once it answers again", async () => {
    const url = server.database();
    const store = await open(url);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("CREATE SEQUENCE failures");
    await client.query(`CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM nextval('failures'); RAISE EXCEPTION 'the database fails'; END $$`);
    const attempts: number[] = [];
    store.queue.start(async (_, context) => {
      attempts.push(context.attempt);
      await client.query(
        "CREATE TRIGGER fail BEFORE UPDATE ON twopath_job FOR EACH ROW WHEN (new.state = 'done') EXECUTE FUNCTION fail()",
      );
    });
    await add(store, "d");
    const failures = async () =>
      (await client.query<{ is_called: boolean }>("SELECT is_called FROM failures")).rows;
    while ((await failures())[0]?.is_called !== true) await new Promise((resolve) => setTimeout(resolve, 10));
    await client.query("DROP TRIGGER fail ON twopath_job");
    await store.queue.idle();
    expect(attempts).toEqual([1]);
    expect((await store.queue.counts()).done).toBe(1);
    await client.end();
    await store.queue.stop(0);
    await store.close();
  });

  test("a process that hears others is woken by them, also after its connections broke", async () => {
    const url = server.database();
    const asleep = { ...quick, pollMs: 600_000, leaseMs: 600_000, onError: () => undefined };
    const [hearing, other] = [await open(url, asleep), await open(url, asleep)];
    const done: string[] = [];
    hearing.queue.start(({ deliveryId }) => Promise.resolve(void done.push(deliveryId)));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const listening = async () =>
      (
        await client.query(
          "SELECT FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
        )
      ).rowCount === 1;
    const until = async (condition: () => boolean | Promise<boolean>) => {
      while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await until(listening);
    await add(other, "first");
    await until(() => done.includes("first"));
    await client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
    );
    await until(listening);
    await add(other, "second");
    await until(() => done.includes("second"));
    await client.end();
    for (const store of [hearing, other]) {
      await store.queue.stop(0);
      await store.close();
    }
  });
}
