import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { noteOverrides } from "../../src/shell/job/overrides.ts";
import { queueDefaults } from "../../src/shell/queue/queue-options.ts";
import { openStore } from "../../src/shell/queue/store.ts";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));
const repository = { installationId: 1, id: 2, owner: "acme", name: "spec" };
const decision = (id: string) => ({
  id,
  path: "code" as const,
  by: "ann",
  at: "2026-05-01T10:00:00.000Z",
  because: "the order is fixed",
  fingerprint: "f1",
  recommended: "design" as const,
});

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "overrides-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("decisions of every pull request come out as JSON, with what was recommended", async () => {
  const store = await openStore(
    { type: "sqlite", folder },
    {
      ...queueDefaults,
      clock: { now: () => new Date() },
      redact: (text) => text,
      onError: () => undefined,
    },
  );
  const { values } = store;
  await noteOverrides(values, repository, 7, 1, new Map([["A1", decision("A1")]]));
  await noteOverrides(values, repository, 7, 2, new Map([["A2", decision("A2")]]));
  await noteOverrides(values, repository, 9, 3, new Map([["B1", decision("B1")]]));
  await noteOverrides(values, repository, 7, 4, new Map([["A1", null]]));
  await values.set("overridesish", { not: "one" });
  await store.close();
  const env = { ...process.env, TWOPATH_DATA_DIR: folder, DATABASE_URL: "" };
  const run = spawnSync(process.execPath, [bin, "overrides"], { encoding: "utf8", env });
  expect(run.stderr).toBe("");
  expect(JSON.parse(run.stdout)).toEqual({
    version: 1,
    overrides: [
      { repository: "acme/spec", pullRequest: 7, ...decision("A2") },
      { repository: "acme/spec", pullRequest: 9, ...decision("B1") },
    ],
  });
});
