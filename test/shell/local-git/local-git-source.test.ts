import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../../src/core/user-error.ts";
import { gatherFiles } from "../../../src/shell/gather-files.ts";
import { LocalGitSource } from "../../../src/shell/local-git/local-git-source.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-git-"));
  git("init", "-q", "-b", "main");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com"];
  execFileSync("git", ["-C", folder, ...identity, ...args], { stdio: "pipe" });
}
function commit(files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  git("add", "-A");
  git("commit", "-q", "-m", "change");
}

test("reads blobs of any content, in the order asked", async () => {
  commit({ "a.md": "one\n", "b.md": "", "ü ö.md": "zwei\nblob 3\n" });
  const source = new LocalGitSource(folder);
  const files = await source.list(await source.resolve("HEAD"));
  expect(files.map(({ path, size }) => [path, size])).toEqual([
    ["a.md", 4],
    ["b.md", 0],
    ["ü ö.md", 12],
  ]);
  const blobs = files.map(({ blob }) => blob).reverse();
  const read = await source.read([...blobs, ...blobs]);
  const expected = ["zwei\nblob 3\n", "", "one\n"];
  expect(read.map((bytes) => new TextDecoder().decode(bytes))).toEqual([...expected, ...expected]);
});

test("an unknown revision and a folder without a repository are told apart", async () => {
  commit({ "a.md": "one\n" });
  await expect(new LocalGitSource(folder).resolve("--help")).rejects.toThrow(/no revision "--help"/);
  const elsewhere = mkdtempSync(join(tmpdir(), "no-git-"));
  const attempt = new LocalGitSource(elsewhere).resolve("HEAD");
  await expect(attempt).rejects.toThrow(UserError);
  await expect(attempt).rejects.toThrow(/not a git repository/);
  rmSync(elsewhere, { recursive: true });
});

test("gathers spec and test data, and reports what cannot be read", async () => {
  commit({ "spec.md": "text\n", "README.md": "about\n", "broken.md": Buffer.from([0xff, 0xfe, 0x41]) });
  git("tag", "before");
  commit({ "spec.md": "changed\n", "login.feature": "Feature: login\n" });
  const source = new LocalGitSource(folder);
  const gathered = await gatherFiles(source, await source.resolve("before"), await source.resolve("HEAD"));
  expect(gathered.baseFiles).toEqual([
    { path: "README.md", text: "about\n" },
    { path: "spec.md", text: "text\n" },
  ]);
  expect(gathered.headFiles).toEqual([
    { path: "README.md", text: "about\n" },
    { path: "spec.md", text: "changed\n" },
  ]);
  expect(gathered.testFiles).toEqual([{ path: "login.feature", text: "Feature: login\n" }]);
  expect(gathered.unread.map(({ rule, file }) => [rule, file])).toEqual([["unreadable-file", "broken.md"]]);
});
