import { createPostgresStore } from "../../../src/shell/queue/postgres.ts";
import { startPostgres } from "../../support/postgres-server.ts";
import { describeStore, quick } from "./contract.ts";

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
}
