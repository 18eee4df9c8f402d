import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBundle } from "./support/make-bundle.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const maxBytes = 2_000_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "package-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("the packed package is small, holds what it needs, and reviews a repository", () => {
  const checkout = join(folder, "checkout");
  for (const path of ["package.json", "README.md", "LICENSE", "app.yml", "bin", "schema", "demo"])
    cpSync(join(root, path), join(checkout, path), { recursive: true });
  makeBundle(join(checkout, "bundle"));
  const packed = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], {
      cwd: checkout,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  ) as readonly { filename: string; files: readonly { path: string }[] }[];
  const [{ filename, files } = { filename: "", files: [] }] = packed;
  expect(statSync(join(folder, filename)).size).toBeLessThan(maxBytes);
  const paths = files.map(({ path }) => path);
  for (const path of [
    "LICENSE",
    "bin/twopath.js",
    "bundle/twopath.js",
    "bundle/action.js",
    "bundle/THIRD_PARTY_LICENSES.txt",
    "app.yml",
    "schema/twopath.schema.json",
  ])
    expect(paths).toContain(path);
  expect(paths.filter((path) => /^(?:src|dist|test|bench|node_modules)\/|\.env$/.test(path))).toEqual([]);

  execFileSync("tar", ["-xzf", join(folder, filename), "-C", folder]);
  // What npm would install beside it is what is installed here.
  symlinkSync(join(root, "node_modules"), join(folder, "package/node_modules"));
  const clone = join(folder, "clone");
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", "-C", clone, ...args]);
  execFileSync("git", ["init", "-q", "-b", "main", clone]);
  writeFileSync(join(clone, "spec.md"), "- `(A1)` One.\n");
  git("add", ".");
  git("commit", "-qm", "one");
  writeFileSync(join(clone, "spec.md"), "- `(A1)` One.\n- `(A2)` The limit is 5.\n");
  git("commit", "-qam", "two");
  const review = spawnSync(
    process.execPath,
    [join(folder, "package/bin/twopath.js"), "review", "--base", "HEAD~1"],
    {
      cwd: clone,
      encoding: "utf8",
    },
  );
  expect(review.status).toBe(0);
  expect(review.stdout).toContain("A2");
});

test("npm run sbom lists what runs in production and nothing else, as CycloneDX", () => {
  const printed = execFileSync("npm", ["run", "--silent", "sbom"], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const { bomFormat, components } = JSON.parse(printed) as {
    bomFormat: string;
    components: readonly { name: string }[];
  };
  const names = components.map(({ name }) => name);
  expect(bomFormat).toBe("CycloneDX");
  expect(names).toEqual(expect.arrayContaining(["probot", "@octokit/rest", "remark-parse"]));
  for (const name of ["jest", "nock", "typescript", "mermaid"]) expect(names).not.toContain(name);
});
