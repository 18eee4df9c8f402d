import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeBundle } from "./support/make-bundle.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The second reader of Markdown (ADR 0123) is some 480 kB of it, which do not get smaller. */
const maxBytes = 2_300_000;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "package-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("the packed package is small, holds what it needs, and reviews a repository", async () => {
  const checkout = join(folder, "checkout");
  for (const path of [
    "package.json",
    "README.md",
    "LICENSE",
    ".env.example",
    "app.yml",
    "bin",
    "docs",
    "schema",
    "demo",
  ])
    cpSync(join(root, path), join(checkout, path), { recursive: true });
  makeBundle(join(checkout, "bundle"));
  const manifest = join(root, "scripts/published-manifest.mjs");
  execFileSync(process.execPath, [manifest, "--root", checkout]);
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
    ".env.example",
    "docs/github-action.md",
    "docs/dialects/prose.md",
    "schema/twopath.schema.json",
  ])
    expect(paths).toContain(path);
  expect(
    paths.filter((path) => /^(?:src|dist|test|bench|node_modules|docs\/adr)\/|\.env$/.test(path)),
  ).toEqual([]);

  execFileSync(process.execPath, [manifest, "--root", checkout, "--restore"]);
  expect(readFileSync(join(checkout, "package.json"), "utf8")).toBe(
    readFileSync(join(root, "package.json"), "utf8"),
  );

  execFileSync("tar", ["-xzf", join(folder, filename), "-C", folder]);
  const published = JSON.parse(readFileSync(join(folder, "package/package.json"), "utf8")) as object;
  expect(published).not.toHaveProperty("scripts");
  expect(published).not.toHaveProperty("devDependencies");
  const clone = join(folder, "clone");
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", "-C", clone, ...args]);
  execFileSync("git", ["init", "-q", "-b", "main", clone]);
  writeFileSync(join(clone, "spec.md"), "- `(A1)` One.\n");
  git("add", ".");
  git("commit", "-qm", "one");
  writeFileSync(join(clone, "spec.md"), "- `(A1)` One.\n- `(A2)` The limit is 5.\n");
  git("commit", "-qam", "two");
  // As the hook and the Action run it: with nothing installed beside it.
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [join(folder, "package/bin/twopath.js"), ...words], {
      cwd: clone,
      encoding: "utf8",
    });
  const review = run("review", "--base", "HEAD~1");
  expect(review.status).toBe(0);
  expect(review.stdout).toContain("A2");

  // What npm would install beside it, and no more.
  const { dependencies } = published as { dependencies: Readonly<Record<string, string>> };
  mkdirSync(join(folder, "package/node_modules"));
  for (const name of Object.keys(dependencies))
    symlinkSync(join(root, "node_modules", name), join(folder, "package/node_modules", name));
  const demo = run("demo", "--exit");
  expect(demo).toMatchObject({ status: 0, stderr: "" });
  expect(demo.stdout).toContain("design PR");

  expect(await firstWords("setup", "--webhook-url", "https://bot.test")).toContain("Open http://127.0.0.1:");
});

/** Of a command that stays up: then it is ended. */
async function firstWords(...words: string[]): Promise<string> {
  const child = spawn(process.execPath, [join(folder, "package/bin/twopath.js"), ...words], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const said of child.stdout) {
    child.kill();
    return String(said);
  }
  return "";
}

test("only one place finds the files of the package: in the bundle, sources stand in other folders", () => {
  const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .filter((path) =>
      /new URL\([`"']\.\.[^)]*import\.meta/.test(readFileSync(join(root, "src", path), "utf8")),
    );
  expect(sources).toEqual([]);
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
