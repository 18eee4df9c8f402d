import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "conformance-run-"));
  cpSync(join(root, "demo/seed/relay-js"), join(folder, "relay-js"), { recursive: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]) {
  const spec = join(root, "demo/seed/relay-spec");
  const all = [join(root, "bin/twopath.js"), "conformance", "--target", "relay-js", "--spec", spec, ...args];
  return spawnSync(process.execPath, all, { cwd: folder, encoding: "utf8" });
}

test("--run tries small changes in a copy: a test that does not notice one is a finding", () => {
  const before = readFileSync(join(folder, "relay-js/src/retry.js"), "utf8");
  const { stdout, stderr, status } = run("RT1", "RT3", "--run", "npm test", "--fail-on", "finding");
  expect(status).toBe(1);
  expect(stdout).toContain(
    "mutation-survived: The tests pass although the limit is moved by one (`>=` is `>`) (RT1.1).",
  );
  expect(stdout).toMatch(/Mutations: \d+ tried, [1-9]\d* killed, [1-9]\d* survived, 0 slow\./);
  expect(stderr).toContain("RT3.1  src/retry.js:19  the condition is turned around: killed");
  expect(readFileSync(join(folder, "relay-js/src/retry.js"), "utf8")).toBe(before);
});

test("a command that fails anyway says nothing about mutations", () => {
  const { status, stderr } = run("RT1", "--run", "exit 7");
  expect(status).toBe(3);
  expect(stderr).toContain("without any mutation");
});

test("--show-request prints what a judge would be asked, and needs no key", () => {
  const { stdout, status } = run("RT1", "--show-request");
  expect(status).toBe(0);
  expect(JSON.stringify(JSON.parse(stdout))).toContain("A delivery that failed with");
});

test("the matrix of demands is Markdown, JSON and a page", () => {
  const trace = (...args: string[]) =>
    spawnSync(
      process.execPath,
      [
        join(root, "bin/twopath.js"),
        "trace",
        "relay-js",
        "--spec",
        join(root, "demo/seed/relay-spec"),
        "--matrix",
        ...args,
      ],
      {
        cwd: folder,
        encoding: "utf8",
      },
    ).stdout;
  expect(trace()).toContain("| <code>RT3</code> | 1/1 |");
  expect(JSON.parse(trace("--format", "json"))).toMatchObject({
    version: 1,
    targets: [{ target: "relay-js" }],
  });
  expect(trace("--format", "page")).toContain('<tr><th scope="row">RT3</th><td class="all">1/1</td></tr>');
});
