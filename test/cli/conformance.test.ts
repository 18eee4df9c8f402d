import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "conformance-"));
  const files = {
    "spec.md": "- `(RET1)` A response with status 429 is tried again.\n- `(RET2)` Status 503 as well.\n",
    "sdk/src/retry.js": "// RET1\n// RET2\nexport const again = (status) => [429, 503].includes(status);\n",
    "sdk/test/retry.test.js":
      '// RET1\ntest("429", () => {\n  assert.ok(again(429));\n});\n// RET2\ntest("more", () => {\n  assert.ok(again(1));\n});\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  return spawnSync(process.execPath, [bin, "conformance", "--target", "sdk", "--spec", "spec.md", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
}

test("it shows each entry that the target names, and what does not hold", () => {
  const { status, stdout } = run();
  expect(status).toBe(0);
  expect(stdout).toBe(
    [
      "entry  source  tests  tests hold its values",
      "RET1   1       1      yes",
      "RET2   1       1      no",
      "",
      "test/retry.test.js:5  no-proof: No test tagged RET2 holds a value or name of the entry or reads its test data.",
      "2 entries: 1 finding.",
      "",
    ].join("\n"),
  );
});

test("--fail-on finding ends with 1 only when there is one", () => {
  expect(run("RET1", "--fail-on", "finding").status).toBe(0);
  expect(run("RET2", "--fail-on", "finding").status).toBe(1);
});

test("an unknown entry is an error that says where to look", () => {
  const { status, stderr } = run("RET9");
  expect(status).toBe(3);
  expect(stderr).toContain("twopath entries");
});

test("--design names what the code is to declare", () => {
  const declaring = (name: string): string =>
    `## Public interfaces\n\n### TypeScript\n\n\`\`\`ts\nexport declare class ${name} {\n  again(status: number): boolean;\n}\n\`\`\`\n`;
  writeFileSync(join(folder, "kept.md"), declaring("again"));
  writeFileSync(join(folder, "lost.md"), declaring("RetryPolicy"));
  expect(run("RET1", "--design", "kept.md").stdout).not.toContain("interface-missing");
  const { stdout, status } = run("RET1", "--design", "lost.md", "--fail-on", "finding");
  expect(status).toBe(1);
  expect(stdout).toContain("interface-missing: The design declares RetryPolicy;");
  const missing = run("RET1", "--design", "nowhere.md");
  expect(missing.status).toBe(3);
  expect(missing.stderr).toContain('The design "nowhere.md" cannot be read');
});

test("where the configuration says how tags are found, nothing else counts", () => {
  const spec = join(folder, "configured");
  mkdirSync(join(spec, ".github"), { recursive: true });
  writeFileSync(join(spec, "spec.md"), "- `(RET1)` A response with status 429 is tried again.\n");
  const target = (more: string): void => {
    writeFileSync(
      join(spec, ".github/twopath.yml"),
      `targets:\n  - name: sdk\n    repository: acme/sdk\n${more}`,
    );
  };
  const check = () => run("RET1", "--spec", "configured").stdout;
  target("");
  expect(check()).toContain("RET1   1       1      yes");
  target("    tagPattern: 'spec:(?<id>RET[0-9]+)'\n");
  expect(check()).toContain("untagged-source: No source file names RET1.");
  target("    tagPattern: '// (?<id>RET[0-9]+)$'\n");
  expect(check()).toContain("RET1   1       1      yes");
});
