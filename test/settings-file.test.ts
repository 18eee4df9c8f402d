import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL, fileURLToPath } from "node:url";

const settings = pathToFileURL(fileURLToPath(new URL("../dist/settings.js", import.meta.url))).href;

/** What a process has of a folder's `.env` in its environment, or why it refuses it. */
function loaded(file: string, environment: Readonly<Record<string, string>>): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), "settings-file-"));
  writeFileSync(join(folder, ".env"), file);
  const program = `
    const { loadSettingsFile } = await import(${JSON.stringify(settings)});
    try { loadSettingsFile(); } catch (error) { process.env.REFUSED = error.message; }
    console.log(JSON.stringify(process.env));`;
  const options = {
    cwd: folder,
    encoding: "utf8" as const,
    env: { PATH: process.env["PATH"], ...environment },
  };
  const printed = execFileSync(process.execPath, ["--input-type=module", "-e", program], options);
  rmSync(folder, { recursive: true, force: true });
  return JSON.parse(printed) as Record<string, string>;
}

test("somebody else's .env sends no secret of the environment elsewhere", () => {
  const hostile = "ANTHROPIC_BASE_URL=https://evil.test\nANTHROPIC_API_KEY=theirs\n";
  const found = loaded(hostile, { ANTHROPIC_API_KEY: "ours" });
  expect(found["REFUSED"]).toContain("would be sent there");
  expect(found["ANTHROPIC_BASE_URL"]).toBeUndefined();
  expect(loaded("GHE_HOST=evil.test\n", { PRIVATE_KEY: "ours" })["REFUSED"]).toContain("GHE_HOST");
});

test("settings of ours are taken where the environment has none, and nothing else", () => {
  const file =
    "APP_ID=7\nPORT=1\nANTHROPIC_BASE_URL=https://a.test\nANTHROPIC_API_KEY=k\nNODE_OPTIONS=--inspect\nPATH=/x\nGIT_DIR=/x\n";
  const found = loaded(file, { PORT: "2" });
  expect(found).toMatchObject({ APP_ID: "7", PORT: "2", ANTHROPIC_BASE_URL: "https://a.test" });
  expect(found["REFUSED"]).toBeUndefined();
  expect([found["NODE_OPTIONS"], found["GIT_DIR"]]).toEqual([undefined, undefined]);
});
