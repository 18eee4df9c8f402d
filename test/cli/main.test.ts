import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/test-settings.ts";

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

test("to start fast, --help loads no subcommand, and a subcommand none of the others", () => {
  expect(loadedBy("--help")).toEqual(
    ["exit-code", "main", "show-controls", "subcommands"].map((name) => `cli/${name}.js`),
  );
  expect(loadedBy("serve", "--help")).toContain("cli/serve.js");
  expect(loadedBy("serve", "--help")).not.toContain("cli/review.js");
});

/** The modules of the command line that a run loads, as the engine's coverage tells them. */
function loadedBy(...words: string[]): readonly string[] {
  const folder = temporaryFolder();
  spawnSync(process.execPath, [bin, ...words], { env: { ...process.env, NODE_V8_COVERAGE: folder } });
  const urls = readdirSync(folder).flatMap((file) => {
    const { result } = JSON.parse(readFileSync(join(folder, file), "utf8")) as { result: { url: string }[] };
    return result.map(({ url }) => url);
  });
  return urls.flatMap((url) => /\/dist\/(cli\/.*)$/.exec(url)?.[1] ?? []).toSorted();
}
