import { generateLocally } from "../../src/cli/generate-locally.ts";
import { ScriptedModel } from "../../src/shell/model/scripted-model.ts";
import { call } from "../support/code-world.ts";
import { createLocalSpec, type LocalSpec } from "../support/local-spec.ts";

let world: LocalSpec;
beforeEach(() => {
  world = createLocalSpec();
});
afterEach(() => {
  world.remove();
});

const code = call("write_file", {
  path: "src/size.mjs",
  content: "// @spec SND1b\nexport const maxBatchBytes = 65536;\n",
});
const tests = (value: number) =>
  call("write_file", {
    path: "test/size.test.mjs",
    content: `// @spec SND1b
import assert from "node:assert";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const size = await import("../src/size.mjs").catch(() => ({}));

test("the largest batch", () => {
  assert.equal(size.maxBatchBytes, ${value});
});

test("the vectors", () => {
  assert.equal(JSON.parse(readFileSync("test/spec-vectors/SND1b.json", "utf8")).rows.length, 2);
});
`,
  });

/** Has it written, and tried by a command. */
async function tried(value: number, command: string) {
  const notes: string[] = [];
  const model = new ScriptedModel([code, tests(value), call("finish", { summary: "Done." })]);
  const ended = await generateLocally(
    ["SND1b"],
    {
      ...{ repo: world.spec.folder, base: "main", head: "change", target: world.sdk.folder },
      ...{ run: command, branch: "made" },
    },
    { model, print: () => undefined, note: (line) => notes.push(line) },
  );
  return { ended, notes, message: world.sdk.git("log", "-1", "--format=%B", "made") };
}

test("--run names each new test that passes although the code of the change is taken back", async () => {
  const before = world.sdk.git("status", "--porcelain");
  const { ended, notes, message } = await tried(65_536, "node --test test/*.mjs");
  const unnoticed = "`test/size.test.mjs`: the test `the vectors` passes without the code of the change too.";
  expect(ended).toBe(1);
  expect(notes).toContain("test/size.test.mjs: the largest batch: fails without the code");
  expect(notes).toContain(`Not verified: ${unnoticed}`);
  expect(notes).toContain("Verified: 1 new test fails there when the code of the change is taken back.");
  expect(notes.join()).not.toContain("nothing was run");
  expect(message).toContain(`- ${unnoticed}`);
  expect(world.sdk.git("status", "--porcelain")).toBe(before);
});

test("--run with a command that fails says so, and nothing about the tests", async () => {
  const { ended, notes, message } = await tried(1, "node --test test/*.mjs");
  const failed = "`node --test test/*.mjs` fails in a copy with the change, so no test was tried without it.";
  expect(ended).toBe(1);
  expect(notes).toContain(`Not verified: ${failed}`);
  expect(message).toContain(`- ${failed}`);
});
