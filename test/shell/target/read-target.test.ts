import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readSpec } from "../../../src/shell/target/read-spec.ts";
import { readTarget } from "../../../src/shell/target/read-target.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "target-"));
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function git(...args: string[]): string {
  const author = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
  return execFileSync("git", ["-C", root, ...author, ...args], { encoding: "utf8" }).trim();
}

function commitAll(): string {
  git("add", "--all");
  git("commit", "-q", "-m", "change");
  return git("rev-parse", "HEAD");
}

test("a folder: code only, no dependencies, no links, in byte order", () => {
  for (const path of ["src/b.ts", "src/a.ts", "node_modules/x/x.js", "README.md", ".git/hook.js"])
    write(path, "1");
  symlinkSync(join(root, "src/a.ts"), join(root, "src/link.ts"));
  expect(readTarget(root).map(({ path }) => path)).toEqual(["src/a.ts", "src/b.ts"]);
});

test("a revision is read as it was, also when the folder has moved on", () => {
  git("init", "-q");
  write("src/a.ts", "old");
  const first = commitAll();
  write("src/a.ts", "new");
  commitAll();
  expect(readTarget(root, first)).toEqual([{ path: "src/a.ts", text: "old" }]);
  expect(readTarget(join(root, ".git"))).toEqual([{ path: "src/a.ts", text: "new" }]);
  expect(() => readTarget(root, "nowhere")).toThrow('There is no revision "nowhere"');
});

test("a file whose content is not there is left out, the rest is read", () => {
  git("init", "-q");
  write("src/a.ts", "kept");
  write("src/b.ts", "lost");
  const commit = commitAll();
  const blob = git("rev-parse", `${commit}:src/b.ts`);
  rmSync(join(root, ".git/objects", blob.slice(0, 2), blob.slice(2)));
  expect(readTarget(root, commit)).toEqual([{ path: "src/a.ts", text: "kept" }]);
});

test("a spec folder is read by its configuration, now and at a revision", () => {
  git("init", "-q");
  write(".github/twopath.yml", "spec: ['spec/*.md']\n");
  write("spec/a.md", "- `(PK1)` Old.\n- `(PK2)` Same.\n");
  write("notes.md", "- `(XX1)` Not spec.\n- `(XX2)` Not spec.\n");
  const first = commitAll();
  write("spec/a.md", "- `(PK1)` New.\n- `(PK2)` Same.\n");
  const texts = (revision?: string) =>
    readSpec(root, revision).entries.map(({ id, text }) => `${id} ${text}`);
  expect(texts()).toEqual(["PK1 New.", "PK2 Same."]);
  expect(texts(first)).toEqual(["PK1 Old.", "PK2 Same."]);
});
