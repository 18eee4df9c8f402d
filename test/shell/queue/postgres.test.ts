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
