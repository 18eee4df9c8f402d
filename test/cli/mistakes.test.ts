import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/test-settings.ts";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));
let clone: string;
let empty: string;

beforeAll(() => {
  [clone, empty] = [temporaryFolder(), temporaryFolder()];
  mkdirSync(join(clone, "spec"));
  writeFileSync(join(clone, "spec/features.md"), "- `(RET1)` Requests use HTTPS.\n");
  writeFileSync(
    join(clone, "spec/limits.md"),
    [1, 2, 3].map((n) => `- \`(LIM${String(n)})\` The limit is ${String(n)}.\n`).join(""),
  );
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", "-C", clone, ...args]);
  git("init", "-q", "-b", "trunk");
  git("add", ".");
  git("commit", "-qm", "spec");
});

interface Run {
  readonly folder?: string;
  readonly path?: string;
}

/** As in a shell where nothing is set up. */
function run(line: string, { folder = clone, path = process.env["PATH"] ?? "" }: Run = {}) {
  const { status, stderr } = spawnSync(process.execPath, [bin, ...line.split(" ")], {
    cwd: folder,
    env: { PATH: path },
    encoding: "utf8",
  });
  expect(stderr).not.toMatch(/internal error|^\s+at /m);
  return { status, stderr };
}

test.each([
  ["reveiw", 2, "(Did you mean review?)"],
  ["review --haed HEAD", 2, "(Did you mean --head?)"],
  ["review --format xml", 2, "Allowed choices are table, json, markdown, github, sarif."],
  ["review --judge-within soon", 2, "a number of seconds"],
  [
    "review",
    3,
    'There is no revision "main" in the clone ".". Name one that there is, or git fetch it first.',
  ],
  ["review --repo /nowhere", 3, 'The folder "/nowhere" is not a git repository. Name one with --repo DIR.'],
  ["review --base trunk --only NOPE", 3, "--only names NOPE, which is no changed entry."],
  ["review --base trunk --judge", 3, "ANTHROPIC_API_KEY is not set"],
  ["entries nowhere.md", 3, "nowhere.md could not be read. Check the path."],
  ["entries spec", 3, "spec could not be read. It is a folder: name its files, as spec/*.md."],
  ["explain NOPE --base trunk", 3, "`twopath review` lists them."],
  ["generate RET1 --base trunk", 2, "--target"],
  ["trace /nowhere", 3, 'The target "/nowhere" does not exist.'],
  ["conformance --target spec", 3, "Name the target's folder with --target."],
  ["context --target . --changes nowhere.json", 3, 'The changes in "nowhere.json" cannot be read: ENOENT'],
  ["demands NOPE", 3, "`twopath entries FILE` lists what it has."],
  ["jobs list", 3, "Set TWOPATH_DATA_DIR"],
  ["serve", 3, "APP_ID is missing. It stands on the App's settings page."],
  ["setup", 2, "setup needs --webhook-url https://HOST."],
  ["setup --webhook-url bot.example.org", 3, "It begins with https:// and a host."],
  ["completion tcsh", 2, "there is one for bash, zsh, fish"],
  ["init --for-spec spec", 3, "Write the spec as owner/name"],
])("%s ends with %i and says what to do", (line, status, said) => {
  const end = run(line);
  expect(end.stderr).toContain(said);
  expect(end.status).toBe(status);
});

test("outside a clone it asks for one", () => {
  const end = run("review", { folder: empty });
  expect(end).toEqual({ status: 3, stderr: expect.stringContaining("Name one with --repo DIR.") as string });
});

test.each(["review", "demo --exit"])("%s without git asks for git", (line) => {
  const end = run(line, { path: empty });
  expect(end).toEqual({ status: 3, stderr: expect.stringContaining("Install git") as string });
});

test("init writes over nothing", () => {
  expect(run("init").status).toBe(0);
  expect(run("init")).toEqual({
    status: 3,
    stderr: expect.stringContaining(".github/twopath.yml is there already.") as string,
  });
});
