import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { queueDefaults } from "../../src/shell/queue/queue-options.ts";
import { openStore } from "../../src/shell/queue/store.ts";
import { temporaryFolder } from "../support/test-settings.ts";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));
const folder = temporaryFolder();

const jobs = (...words: string[]) => {
  const env = { PATH: process.env["PATH"] ?? "", TWOPATH_DATA_DIR: folder };
  return spawnSync(process.execPath, [bin, "jobs", ...words], { encoding: "utf8", env });
};

beforeAll(async () => {
  const store = await openStore(
    { type: "sqlite", folder },
    {
      ...queueDefaults,
      clock: { now: () => new Date("2026-03-01T12:00:00Z") },
      redact: (text) => text,
      onError: () => undefined,
    },
  );
  const repository = { installationId: 1, id: 2, owner: "acme", name: "spec" };
  await store.queue.enqueue(
    { kind: "review", repository, pullRequest: 7, headSha: "a".repeat(40), deliveryId: "delivery-1" },
    { dedupeKey: "delivery-1", group: "acme/spec#7", supersede: false },
  );
  await store.close();
});

test("jobs are listed, shown, cancelled and put back on the queue", () => {
  const listed = jobs("list");
  expect(listed.stderr).toBe("");
  expect(listed.stdout).toMatch(/acme\/spec.*7/);
  const id = /^\s*(\d+)\s/m.exec(listed.stdout)?.[1] ?? "";
  const shown = jobs("show", id);
  expect(shown.status).toBe(0);
  expect(shown.stdout).toContain("delivery-1");
  expect(jobs("cancel", id).status).toBe(0);
  expect(jobs("list", "--state", "cancelled").stdout).toContain("acme/spec");
  expect(jobs("retry", id).status).toBe(0);
  expect(jobs("list", "--state", "waiting").stdout).toContain("acme/spec");
});

test("a job that does not exist is named, with the next step", () => {
  const shown = jobs("show", "999");
  expect(shown.status).toBe(3);
  expect(shown.stderr).toMatch(/999.*jobs list/s);
});
