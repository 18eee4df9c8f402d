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
      'import { again } from "../src/retry.js";\n// RET1\ntest("429", () => {\n  assert.ok(again(429));\n});\n// RET2\ntest("more", () => {\n  assert.ok(again(1));\n});\n',
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

test("it shows each demand of the entries that the target names, what is missing first", () => {
  const { status, stdout } = run();
  expect(status).toBe(0);
  expect(stdout).toBe(
    [
      "test/retry.test.js:7  demand-named-only: RET2.1 is named only: Its tests neither use nor assert `503`.",
      "",
      "demand  kind   state       code            test                  words",
      "RET1.1  value  shown       src/retry.js:3  test/retry.test.js:3  A response with status 429 is tried again.",
      "RET2.1  value  named only  src/retry.js:3  test/retry.test.js:7  Status 503 as well.",
      "",
      "2 entries, 2 demands: 0 not found, 1 named only, 1 shown; 1 finding. This was read, not run: whether it works is for the tests to say.",
      "",
    ].join("\n"),
  );
});

test("--fail-on missing ends with 1 only when a demand is not shown", () => {
  expect(run("RET1", "--fail-on", "missing").status).toBe(0);
  expect(run("RET2", "--fail-on", "missing").status).toBe(1);
  expect(run("RET*", "--fail-on", "finding").status).toBe(1);
});

test("Markdown and JSON say the same", () => {
  const { stdout } = run("RET2", "--format", "markdown");
  expect(stdout).toContain(
    "| <code>RET2.1</code> | named only | <code>src/retry.js:3</code> | <code>test/retry.test.js:7</code> | Status 503 as well. |",
  );
  const report = JSON.parse(run("RET2", "--format", "json").stdout) as {
    version: number;
    entries: { id: string; demands: { state: string; quote: string }[] }[];
  };
  expect(report.version).toBe(1);
  expect(report.entries).toMatchObject([
    {
      id: "RET2",
      demands: [{ state: "named only", quote: "Status 503 as well.", values: [{ text: "503" }] }],
    },
  ]);
});

test("bare IDs as headings are named as they are written, and data beside the spec is looked for", () => {
  const files = {
    "pw/spec/pw.md":
      "# Passwords\n\n## PW-1\n\nA shorter password than 12 characters is refused with `password.short`.\n\n## PW-2\n\nThe words of [words.json](words.json) are refused.\n",
    "pw/spec/words.json": '["qwerty", "letmein"]',
    "pw/src/check.js":
      'import words from "./words.js";\n// PW-1\nexport function check(text) {\n  if (text.length < 12) throw new Error("password.short");\n  // PW-2\n  if (words.includes(text)) throw new Error("password.common");\n}\n',
    "pw/test/check.test.js":
      'import { check } from "../src/check.js";\n// PW-1\ntest("short", () => {\n  expect(() => check("12345678901")).toThrow("password.short");\n});\n// PW-2\ntest("common", () => {\n  expect(() => check("qwerty")).toThrow("password.common");\n});\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const args = ["PW-1", "PW-2", "--spec", "pw/spec", "--target", "pw", "--format", "json"];
  const { stdout, stderr } = spawnSync(process.execPath, [bin, "conformance", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
  expect(findings.map(({ rule }) => rule)).toEqual(["vector-unread"]);
});

test("a folder without code, or whose code names no entry, is no success", () => {
  mkdirSync(join(folder, "empty"), { recursive: true });
  mkdirSync(join(folder, "foreign/src"), { recursive: true });
  writeFileSync(join(folder, "foreign/src/a.js"), "export const a = 1;\n");
  const check = (target: string) =>
    spawnSync(process.execPath, [bin, "conformance", "--target", target, "--spec", "spec.md"], {
      cwd: folder,
      encoding: "utf8",
    });
  expect(check("empty")).toMatchObject({ status: 3, stderr: expect.stringContaining("no code") as string });
  expect(check("foreign")).toMatchObject({
    status: 3,
    stderr: expect.stringContaining("nothing was checked") as string,
  });
});

test("vectors of the spec are looked for in the target", () => {
  const at = (path: string, text: string): void => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  at(
    "table/spec.md",
    "- `(RET1)` Waits as the table says:\n\n  | try | ms |\n  | --- | --- |\n  | 2 | 500 |\n  | 3 | 1500 |\n",
  );
  at("table/sdk/src/wait.js", "// RET1\nexport const wait = (n) => (n - 1) * 500;\n");
  const reading =
    'import { wait } from "../src/wait.js";\nimport rows from "./vectors/RET1.json";\n// RET1\ntest("waits", () => {\n  for (const [n, ms] of rows) assert.equal(wait(n), ms);\n});\n';
  at("table/sdk/test/wait.test.js", reading);
  const check = () =>
    spawnSync(
      process.execPath,
      [bin, "conformance", "--target", "table/sdk", "--spec", "table/spec.md", "--fail-on", "missing"],
      { cwd: folder, encoding: "utf8" },
    );
  expect(check().stdout).toContain("vector-missing");
  at("table/sdk/test/vectors/RET1.json", "[[2, 500], [3, 1500]]\n");
  expect(check()).toMatchObject({ status: 0, stdout: expect.not.stringContaining("vector-") as string });
  at("table/sdk/test/vectors/RET1.json", "[[2, 500], [3, 1000]]\n");
  expect(check()).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("`3`, `1500` is not in it") as string,
  });
});

test("what changed in the spec is checked with --base, and an exemption with its reason is kept", () => {
  const clone = join(folder, "clone");
  const git = (...args: string[]) =>
    spawnSync("git", ["-C", clone, "-c", "user.name=a", "-c", "user.email=a@b.c", ...args], {
      encoding: "utf8",
    });
  mkdirSync(join(clone, "sdk/src"), { recursive: true });
  writeFileSync(
    join(clone, "spec.md"),
    "- `(RET1)` Status 429 is tried again.\n- `(RET2)` Status 503 as well.\n",
  );
  writeFileSync(
    join(clone, "sdk/src/retry.js"),
    "// RET1\nexport const again = (status) => status === 429;\n",
  );
  git("init", "-q");
  git("add", ".");
  git("commit", "-q", "-m", "first");
  writeFileSync(
    join(clone, "spec.md"),
    "- `(RET1)` Status 429 is tried again.\n- `(RET2)` Status 504 as well.\n",
  );
  const check = () =>
    spawnSync(
      process.execPath,
      [bin, "conformance", "--target", "sdk", "--spec", ".", "--base", "HEAD", "--fail-on", "missing"],
      { cwd: clone, encoding: "utf8" },
    );
  expect(check()).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("RET2.1 is not found") as string,
  });
  git(
    "commit",
    "-q",
    "--allow-empty",
    "-m",
    "no retries\n\nDoes-Not-Apply: RET2 because the gateway does it",
  );
  expect(check()).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("RET2 does not apply here: the gateway does it") as string,
  });
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

test("--design shows the judge what was decided", () => {
  writeFileSync(join(folder, "decided.md"), "## Decisions\n\nEvery other status is passed on at once.\n");
  const { stdout, status } = run("RET1", "--design", "decided.md", "--show-request");
  expect(status).toBe(0);
  expect(stdout).toContain("Every other status is passed on at once.");
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
  expect(check()).toContain("RET1.1  value  shown");
  target("    tagPattern: 'spec:(?<id>RET[0-9]+)'\n");
  expect(check()).toContain("untagged-source: No source file names RET1.");
  target("    tagPattern: '// (?<id>RET[0-9]+)$'\n");
  expect(check()).toContain("RET1.1  value  shown");
});
