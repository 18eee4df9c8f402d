import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "demands-"));
  writeFileSync(
    join(folder, "spec.md"),
    "- `(NT1)` A note has at most 280 characters. A longer one fails with code `note_too_long`.\n- `(NT2)` This clause has been deleted.\n",
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  return spawnSync(process.execPath, [bin, "demands", "--spec", "spec.md", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
}

test("each demand is listed in the spec's words, with the values it fixes", () => {
  expect(run("NT*").stdout).toBe(
    [
      "demand  kind              words                                          values",
      "NT1.1   value             A note has at most 280 characters.             280",
      "NT1.2   error             A longer one fails with code `note_too_long`.  note_too_long",
      "NT2     asks for nothing",
      "",
    ].join("\n"),
  );
});

test("JSON has the span of each", () => {
  const { entries } = JSON.parse(run("NT1", "--format", "json").stdout) as {
    entries: { demands: unknown[] }[];
  };
  expect(entries[0]?.demands[0]).toMatchObject({ number: 1, kind: "value", start: 0, end: 34 });
});
