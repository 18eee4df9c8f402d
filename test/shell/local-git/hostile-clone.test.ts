import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LocalGitSource } from "../../../src/shell/local-git/local-git-source.ts";
import { findClone } from "../../../src/shell/local-git/find-clone.ts";
import { readTarget } from "../../../src/shell/target/read-target.ts";

/** A repository that came from somebody else, whose configuration runs a program wherever git lets it. */
let root: string;
let canary: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "hostile-"));
  canary = join(root, "ran");
  const program = join(root, "program.sh");
  writeFileSync(program, `#!/bin/sh\ntouch ${canary}\nexit 1\n`);
  chmodSync(program, 0o755);
  git(root, "init", "-q", "-b", "main", "origin");
  const origin = join(root, "origin");
  mkdirSync(join(origin, "src"));
  writeFileSync(join(origin, "src/a.ts"), "one\n");
  writeFileSync(join(origin, "spec.md"), "# A\n\n- `(AB1)` One.\n");
  git(origin, "add", "-A");
  git(origin, "commit", "-q", "-m", "one");
  git(origin, "config", "uploadpack.allowFilter", "true");
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function git(folder: string, ...args: string[]): string {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
  const options = { encoding: "utf8" as const, stdio: "pipe" as const };
  return execFileSync("git", ["-C", folder, ...who, ...args], options).trim();
}

/** A clone that holds no file's content, and asks a program for it. */
function partialClone(...options: string[]): string {
  const clone = join(root, "partial");
  git(root, "clone", "-q", "--filter=blob:none", "--no-checkout", ...options, `file://${root}/origin`, clone);
  for (const [name, value] of [
    ["remote.origin.uploadpack", join(root, "program.sh")],
    ["protocol.allow", "always"],
    ["protocol.file.allow", "always"],
    ["core.fsmonitor", join(root, "program.sh")],
    ["core.hooksPath", root],
    ["core.sshCommand", join(root, "program.sh")],
  ] as const)
    git(clone, "config", name, value);
  return clone;
}

/** The same as plain files, committed into a clone as anybody may. */
function bareInClone(): string {
  const bare = partialClone("--bare");
  const clone = join(root, "clone");
  git(root, "init", "-q", clone);
  renameSync(bare, join(clone, "docs"));
  return join(clone, "docs");
}

test("git itself would run the program", () => {
  const clone = partialClone();
  expect(() => git(clone, "show", "HEAD:src/a.ts")).toThrow();
  expect(existsSync(canary)).toBe(true);
});

test("what a partial clone does not hold is missing, and nothing is fetched", async () => {
  const clone = partialClone();
  const source = new LocalGitSource(clone);
  const files = await source.list(await source.resolve("HEAD"));
  expect(files.map(({ path }) => path)).toEqual(["spec.md", "src/a.ts"]);
  await expect(source.read(files.map(({ blob }) => blob))).rejects.toThrow(/is not in .*git fetch/);
  expect(() => readTarget(clone, "HEAD")).toThrow(
    /partial clone: the content of src\/a\.ts is not in it.*git fetch/,
  );
  expect(existsSync(canary)).toBe(false);
});

test("a bare repository inside a clone is not read, whoever asks", async () => {
  const bare = bareInClone();
  expect(() => readTarget(bare)).toThrow(/inside the clone/);
  await expect(new LocalGitSource(bare).resolve("HEAD")).rejects.toThrow(/inside the clone/);
  await expect(findClone(bare, "--target")).rejects.toThrow(/inside the clone/);
  await expect(findClone(join(bare, "refs"), "--target")).rejects.toThrow(/in no git clone/);
  expect(existsSync(canary)).toBe(false);
});

test("a bare repository of one's own is read", async () => {
  git(root, "clone", "-q", "--bare", "origin", "own.git");
  const source = new LocalGitSource(join(root, "own.git"));
  expect((await source.list(await source.resolve("HEAD"))).map(({ size }) => size)).toEqual([20, 4]);
  expect(readTarget(join(root, "own.git")).map(({ path }) => path)).toEqual(["src/a.ts"]);
});
