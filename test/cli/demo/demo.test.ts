import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../../../bin/twopath.js", import.meta.url));

/** The demo as a stranger starts it, without a key in the environment. */
function demo(...args: readonly string[]): Promise<{ code: number; output: string; errors: string }> {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"] };
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, "demo", ...args], { env, timeout: 80_000 }, (error, output, errors) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), output, errors });
    });
  });
}

test("the demo ends with 0 and shows the table, a design and a code pull request", async () => {
  const { code, output, errors } = await demo("--exit");
  expect(errors).toBe("");
  expect(code).toBe(0);
  expect(output).toContain("8 changed entries: 3 Spec → Code, 3 Spec → Design → Code, 2 nothing to build.");
  expect(output).toMatch(/RT3 +modified +Spec → Code +yes/);
  expect(output).toMatch(/OB3 +added +Spec → Design → Code +“coordinate”/);
  expect(output).toMatch(
    /design PR .*Design for OB3.*\n +http:\/\/127\.0\.0\.1:\d+\/example-org\/relay-spec\/pull\/\d+/,
  );
  for (const target of ["relay-spec", "relay-js"])
    expect(output).toMatch(
      new RegExp(
        `code PR \\(scripted\\) .*${target}#\\d+ +Implement RT3, RT5, RT7\\n +http.*/example-org/${target}/pull/\\d+`,
      ),
    );
  expect(output).not.toContain("\u001b");
}, 90_000);

test("revisions without a repository, and a folder that is none, are refused in one line", async () => {
  const lonely = await demo("--exit", "--head", "HEAD~1");
  expect([lonely.code, lonely.errors.trim()]).toEqual([
    3,
    "twopath: --base and --head go with --repo DIR, the clone that has these revisions.",
  ]);
  const nowhere = await demo("--exit", "--repo", "/", "--base", "main", "--head", "HEAD");
  expect(nowhere.code).toBe(3);
  expect(nowhere.errors).toContain("is not a git repository");
}, 60_000);
