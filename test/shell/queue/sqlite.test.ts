import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSqliteStore, openSqliteDesk } from "../../../src/shell/queue/sqlite.ts";
import { temporaryFolder } from "../../support/test-settings.ts";
import { describeStore, quick, review } from "./contract.ts";

describeStore("embedded store", () => {
  const folder = temporaryFolder();
  return Promise.resolve((options) => createSqliteStore(folder, options));
});

test("R43: a second owner of the folder is refused and told what to do; after the first closes it may open", async () => {
  const folder = temporaryFolder();
  const first = await createSqliteStore(folder, quick);
  await expect(createSqliteStore(folder, quick)).rejects.toThrow(
    /Another twopath process uses .*DATABASE_URL/,
  );
  await first.close();
  await (await createSqliteStore(folder, quick)).close();
});

test("R43: a damaged file is refused by name", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "twopath.db"), "this is no database".repeat(100));
  await expect(createSqliteStore(folder, quick)).rejects.toThrow(/twopath\.db.*restore a backup/);
});

test("a desk beside the running server lists and cancels", async () => {
  const folder = temporaryFolder();
  const store = await createSqliteStore(folder, quick);
  await store.queue.enqueue(review(1, "d"), { dedupeKey: "d", group: "g", supersede: false });
  const beside = await openSqliteDesk(folder);
  const { desk } = beside;
  const [job] = await desk.jobs({});
  expect(job).toMatchObject({ state: "waiting", job: { deliveryId: "d" } });
  expect(await desk.cancel(job!.id)).toBe(true);
  expect((await store.queue.job(job!.id))?.state).toBe("cancelled");
  await beside.close();
  await store.close();
});
