import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));

test("--help exits 0 and names the program", () => {
  const run = spawnSync(process.execPath, [bin, "--help"], { encoding: "utf8" });
  expect(run.status).toBe(0);
  expect(run.stdout).toContain("Usage: twopath");
});

test("an unknown subcommand is a usage error", () => {
  const run = spawnSync(process.execPath, [bin, "nope"], { encoding: "utf8" });
  expect(run.status).toBe(2);
});
