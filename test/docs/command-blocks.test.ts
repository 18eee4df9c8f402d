import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = join(root, "bin/twopath.js");

/** Lines that are no command of ours, or that another part of the test run runs: each with where. */
const runElsewhere: readonly (readonly [RegExp, string])[] = [
  [
    /^(npm ci && )?npm (ci|test|run (demo|check|bench|test:long|golden:update).*)$/,
    "a script of package.json; .ci/run calls it",
  ],
  [/^npm (run sbom|pack|install --save-dev PATH_TO_THE_CHECKOUT.*)$/, "test/package.test.ts"],
  [/^npx twopath demo /, "test/cli/demo runs it; it stays up"],
  [/^docker compose up --build$/, "needs a container engine; compose.yaml is read by a test"],
  [/^cp node_modules\/twopath\/\.env\.example \.env$/, "test/package.test.ts finds it in the package"],
  [
    /^npx twopath (serve|jobs .*|doctor|setup.*)$/,
    "test/cli and test/process.test.ts run them against a store",
  ],
  [/^npm (?:test|run test:file) -- test\/(?:core\/command|cli\/main\.test\.ts)$/, "part of what the CI runs"],
  [/^git (fetch|push) origin /, "git alone; test/e2e/action-ledger.test.ts reads the same ref"],
  [/^eval /, "test/cli/completion.test.ts"],
];

const docs = readdirSync(join(root, "docs")).filter((name) => name.endsWith(".md"));
const pages = ["README.md", "CONTRIBUTING.md", ...docs.map((name) => join("docs", name))];

/** Every line of every `sh` and `bash` block, without comments and without the ways of finding the program. */
const commands = pages.flatMap((page) => {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```(?:ba)?sh\n([\s\S]*?)^```/gm)].flatMap((block) =>
    (block[1] ?? "")
      .split("\n")
      .map((line) =>
        line
          .replace(/(?:^|\s+)#.*$/, "")
          .replace(/^exec /, "")
          .trim(),
      )
      .filter((line) => line !== "")
      .map((line) => ({
        page,
        line: line.replace(/^npx --no-install /, "").replace(/^(?=twopath )/, "npx "),
      })),
  );
});

let clone: string;

beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), "docs-"));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...args], { cwd: clone });
  git("init", "-q", "-b", "main");
  mkdirSync(join(clone, "spec"));
  const commit = (text: string) => {
    writeFileSync(join(clone, "spec/features.md"), text);
    git("add", ".");
    git("commit", "-qm", "spec");
  };
  commit("# Retries\n\n- `(RET1)` Requests use HTTPS.\n");
  git("branch", "-q", "origin/main");
  git("checkout", "-q", "-b", "my-change");
  commit("# Retries\n\n- `(RET1)` Requests use HTTPS.\n- `(RET2)` The client waits 1000 ms.\n");
});

afterAll(() => {
  rmSync(clone, { recursive: true, force: true });
});

function elsewhere(line: string): string | undefined {
  return runElsewhere.find(([pattern]) => pattern.test(line))?.[1];
}

test("the pages have commands", () => {
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.some(({ line }) => elsewhere(line) === undefined)).toBe(true);
});

test.each(commands.filter(({ line }) => elsewhere(line) === undefined))("$page: $line", ({ line }) => {
  const words = line.replace("PATH_TO_A_SPEC_FILE", "spec/features.md").split(" ");
  expect(words.slice(0, 2)).toEqual(["npx", "twopath"]);
  const run = spawnSync(process.execPath, [bin, ...words.slice(2)], { cwd: clone, encoding: "utf8" });
  expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: "" });
});

test("every script a page names exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object };
  const named = commands.flatMap(({ line }) => /npm run ([a-z:]+)/.exec(line)?.[1] ?? []);
  for (const name of [...named, "test", "start"]) expect(Object.keys(scripts)).toContain(name);
});
