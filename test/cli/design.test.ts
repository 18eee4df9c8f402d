import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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

function design(...args: string[]) {
  return spawnSync(process.execPath, [bin, "design", ...args, "--base", "main", "--head", "change"], {
    cwd: world.spec.folder,
    encoding: "utf8",
    env: { ...process.env, ANTHROPIC_API_KEY: "", TWOPATH_WRITER_MODEL: "" },
  });
}

test("the document of an entry is printed, without a key", () => {
  const { status, stdout } = design("SND1b");
  expect(status).toBe(0);
  expect(stdout).toContain("# Design: ");
  expect(stdout).toContain("- `SND1b` ([spec.md:5](");
});

test("--show-request prints what --draft would send, and needs no key", () => {
  const { status, stdout, stderr } = design("SND1b", "--show-request", "--note", "keep it <b>small</b>");
  expect([status, stderr]).toEqual([0, ""]);
  const [body, ...more] = JSON.parse(stdout) as {
    messages: { content: { text: string }[] }[];
    system: unknown;
  }[];
  expect(more).toEqual([]);
  const text = body?.messages[0]?.content.map((part) => part.text).join("\n") ?? "";
  expect(text).toContain('"id":"SND1b"');
  expect(text).toContain("keep it <b>small");
  expect(JSON.stringify(body?.system)).not.toContain("SND1b");
});

test("--draft without a key says what to do", () => {
  const { status, stderr } = design("SND1b", "--draft");
  expect(status).toBe(3);
  expect(stderr).toMatch(/ANTHROPIC_API_KEY is not set\. .*--show-request/);
});

test("what counts as the spec is what the base's configuration says", () => {
  const { git, folder } = world.spec;
  git("checkout", "-q", "main");
  mkdirSync(join(folder, ".github"), { recursive: true });
  writeFileSync(join(folder, ".github/twopath.yml"), 'spec: ["elsewhere/**/*.md"]\n');
  git("add", ".");
  git("commit", "-qm", "configure");
  const { status, stderr } = design("SND1b");
  expect(status).toBe(3);
  expect(stderr).toContain("SND1b");
});
