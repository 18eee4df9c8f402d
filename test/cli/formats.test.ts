import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createLocalSpec, type LocalSpec } from "../support/local-spec.ts";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));

let world: LocalSpec;
beforeAll(() => {
  world = createLocalSpec();
});
afterAll(() => {
  world.remove();
});

function run(...args: string[]) {
  return spawnSync(process.execPath, [bin, ...args], { cwd: world.spec.folder, encoding: "utf8" });
}

const revisions = ["--base", "main", "--head", "change"];

test("explain --format json gives what review tells of the entry, with its evidence", () => {
  const { status, stdout } = run("explain", "SND1b", ...revisions, "--format", "json");
  expect(status).toBe(0);
  const said = JSON.parse(stdout) as { changes: object[] };
  expect(said).toMatchObject({ version: 1, changes: [{ id: "SND1b", kind: "added" }] });
  const review = JSON.parse(run("review", ...revisions, "--format", "json").stdout) as { changes: object[] };
  expect(review.changes).toContainEqual(said.changes[0]);
});

test("review --format github ends with the verdict, for the log of a workflow run", () => {
  const { status, stdout } = run("review", ...revisions, "--format", "github");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^2 changed entries: .*\.$/m);
});

test("setup without an address explains what is missing", () => {
  const { status, stderr } = run("setup");
  expect(status).toBe(2);
  expect(stderr).toContain("setup needs --webhook-url https://HOST");
  expect(stderr).toContain("twopath demo");
});
