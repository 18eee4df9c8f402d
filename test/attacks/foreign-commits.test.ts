import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { call, type CodeWorld, createCodeWorld } from "../support/code-world.ts";

let world: CodeWorld;
let limit = 20;

beforeAll(async () => {
  world = await createCodeWorld({
    targets: ["one"],
    script: (_target, turn) =>
      [
        call("write_file", { path: "src/batch.ts", content: `// LM1\nexport const x = ${String(limit)};\n` }),
        call("write_file", {
          path: "test/batch.test.ts",
          content: `// LM1\ntest("a", () => {\n  expect(x).toBe(${String(limit)});\n});\n`,
        }),
        call("finish", { summary: "Done." }),
      ][turn - 1] ?? null,
  });
});
afterAll(() => world.close());

test("M2: a commit of the bot that a person amended is the person's, whoever stands as its author", async () => {
  const { sandbox } = world;
  const pull = await world.openSpec();
  await world.say(pull, "/generate --path code");
  const [code] = sandbox.pullRequests("acme/one");
  if (code === undefined) throw new Error(sandbox.comments(pull).at(-1)?.body);
  const folder = mkdtempSync(join(tmpdir(), "amend-"));
  const by = ["-c", "user.name=maintainer", "-c", "user.email=maintainer@acme.example"];
  // Not in step: the repository is served by this very process.
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)("git", ["-C", folder, ...by, ...args])).stdout;
  await git("clone", "-q", "-b", code.headRef, sandbox.cloneUrl("acme/one", "maintainer"), ".");
  writeFileSync(join(folder, "src/batch.ts"), "// LM1\n// by hand\nexport const x = 19;\n");
  await git("commit", "-q", "-a", "--amend", "--no-edit");
  await git("push", "-q", "--force-with-lease");
  await world.settled();
  expect(await git("log", "-1", "--format=%an")).toContain("[bot]");
  limit = 21;
  await world.say(pull, "/generate --path code -- again");
  expect(await sandbox.readFile("acme/one", code.headRef, "src/batch.ts")).toContain("by hand");
  expect(world.table(pull)).toContain("hands-off");
});

test("M2: a branch that somebody made in the bot's name is not built upon", async () => {
  const { sandbox } = world;
  const pull = await world.openSpec();
  const branch = `twopath/design/${String(pull.number)}-lm1`;
  const files = { "design/evil.md": "Planted.\n" };
  await sandbox.commit({ repository: "acme/spec", branch, files, author: "author" });
  await world.settled();
  await world.say(pull, "/generate --path design");
  expect(world.table(pull)).toContain("hands-off");
});
