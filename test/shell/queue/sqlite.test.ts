import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { openStore, openStoreAdmin, type Store } from "../../../src/shell/queue/store.ts";
import { temporaryFolder } from "../../support/test-settings.ts";
import { describeStore, quick } from "./contract.ts";

const open = (folder: string): Promise<Store> => openStore({ type: "sqlite", folder }, quick);

describeStore("embedded store", () => ({ type: "sqlite", folder: temporaryFolder() }));

test("R43: a second owner of the folder is refused and told what to do; after the first closes it may open", async () => {
  const folder = temporaryFolder();
  const first = await open(folder);
  await expect(open(folder)).rejects.toThrow(/Another twopath process uses .*DATABASE_URL/);
  await first.close();
  await (await open(folder)).close();
});

test("R43: a damaged file is refused by name", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "twopath.db"), "this is no database".repeat(100));
  await expect(open(folder)).rejects.toThrow(/twopath\.db.*restore a backup/);
});

test("no store is made where there is none to be listed", async () => {
  const opening = openStoreAdmin({ type: "sqlite", folder: temporaryFolder() }, () => undefined);
  await expect(opening).rejects.toThrow(/There is no store in/);
});
