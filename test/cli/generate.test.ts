import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateLocally, type GenerateOptions } from "../../src/cli/generate-locally.ts";
import { UserError } from "../../src/core/user-error.ts";
import { ScriptedModel, type ScriptedReply } from "../../src/shell/model/scripted-model.ts";
import { call } from "../support/code-world.ts";
import { expectGolden } from "../support/golden.ts";
import { createLocalSpec, type LocalSpec } from "../support/local-spec.ts";

const bin = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));
const golden = (name: string): string => fileURLToPath(new URL(`golden/${name}`, import.meta.url));

/** What a good writer of SND1b does. */
const good: readonly ScriptedReply[] = [
  call("write_file", {
    path: "src/size.ts",
    content: "// @spec SND1b\nexport const maxBatchBytes = 65536;\n",
  }),
  call("write_file", {
    path: "test/size.test.ts",
    content:
      '// @spec SND1b\ntest("the vectors", () => {\n  for (const row of read("spec-vectors/SND1b.json").rows) assert.ok(holds(row));\n});\n',
  }),
  call("finish", { summary: "The size of a batch\u001b[31m is limited." }),
];

let world: LocalSpec;
beforeEach(() => {
  world = createLocalSpec();
});
afterEach(() => {
  world.remove();
});

function run(...args: string[]) {
  const env = { ...process.env, ANTHROPIC_API_KEY: "", TWOPATH_WRITER_MODEL: "" };
  return spawnSync(process.execPath, [bin, "generate", ...args, "--target", world.sdk.folder], {
    cwd: world.spec.folder,
    encoding: "utf8",
    env,
  });
}

async function generate(
  script: readonly ScriptedReply[],
  ids: readonly string[] = ["SND1b"],
  more: Partial<GenerateOptions> = {},
) {
  const printed: Uint8Array[] = [];
  const notes: string[] = [];
  const model = new ScriptedModel(script);
  const repo = world.spec.folder;
  const options = { repo, base: "main", head: "change", target: world.sdk.folder, ...more };
  const code = await generateLocally(ids, options, {
    model,
    print: (result) => printed.push(Buffer.from(result)),
    note: (line) => notes.push(line),
  });
  return { code, model, notes, printed: Buffer.concat(printed).toString("utf8") };
}

test("--dry-run says what it would take, needs no key and writes nothing", () => {
  const before = state();
  const { status, stdout } = run("SND1a", "SND1b", "--dry-run");
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^2 entries: SND1a and SND1b\nbranch twopath-SND1a-SND1b\ntest vectors: test\/spec-vectors\/SND1b\.json\ncode to look at first: src\/.*\nfirst request about [\d,]+ tokens, at most \$\d+\.\d\d with its answer/,
  );
  expect(state()).toEqual(before);
});

test("a refused write that the change needed is in the commit, the output and the exit code", async () => {
  const refused = call("write_file", { path: "package.json", content: "{}" });
  const { code, notes } = await generate([refused, ...good]);
  expect(code).toBe(1);
  const [incomplete] = notes.filter((line) => line.startsWith("Incomplete"));
  expect(incomplete).toMatch(/^Incomplete, a write was refused: package\.json: the path is a manifest/);
  const message = world.sdk.git("log", "-1", "--format=%B", "--all", "--grep=SND1b");
  expect(message).toContain("Incomplete, these writes were refused:\n- package.json:");
});

/** Everything of the target's clone that a user would notice. */
function state(): readonly string[] {
  const { git } = world.sdk;
  return [
    git("status", "--porcelain"),
    git("symbolic-ref", "HEAD"),
    git("for-each-ref"),
    git("stash", "list"),
  ];
}

test("--show-request prints the first request as it would be sent, and needs no key", () => {
  const before = state();
  const { status, stdout, stderr } = run("SND1a", "SND1b", "--show-request", "--note", "keep it synchronous");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expectGolden(stdout, golden("generate-request.json"));
  expect(state()).toEqual(before);
});

test("--design puts the document into the request; one that is not there is named", () => {
  const design = join(world.spec.folder, "size.md");
  writeFileSync(design, "# Design: `SND1b`\n\n## Decisions\n\nA batch is closed at 60 KiB.\n");
  const { status, stdout } = run("SND1b", "--show-request", "--design", design);
  expect(status).toBe(0);
  const { messages } = JSON.parse(stdout) as { messages: unknown };
  expect(JSON.stringify(messages)).toContain("A batch is closed at 60 KiB.");
  const missing = run("SND1b", "--show-request", "--design", "nowhere.md");
  expect(missing.status).toBe(3);
  expect(missing.stderr).toContain('The design "nowhere.md" cannot be read');
});

test("without a key it says so, and what to do", () => {
  const { status, stderr } = run("SND1b");
  expect(status).toBe(3);
  expect(stderr).toMatch(/^twopath: .*ANTHROPIC_API_KEY is not set\. .*--show-request.*\n$/);
});

test("code, tests and vectors go to a new branch; nothing else of the clone changes", async () => {
  const { sdk, spec } = world;
  writeFileSync(join(sdk.folder, "src/batch.ts"), "unfinished work of the user\n");
  sdk.git("add", "src/batch.ts");
  const before = [
    sdk.git("status", "--porcelain"),
    sdk.git("symbolic-ref", "HEAD"),
    sdk.git("rev-parse", "HEAD"),
  ];
  const { code, printed, notes } = await generate(good);
  expect(code).toBe(0);
  const commit = sdk.git("rev-parse", "twopath-SND1b").trim();
  expect(printed).toBe(
    `twopath-SND1b ${commit}\n  test/spec-vectors/SND1b.json\n  src/size.ts\n  test/size.test.ts\n`,
  );
  expect([
    sdk.git("status", "--porcelain"),
    sdk.git("symbolic-ref", "HEAD"),
    sdk.git("rev-parse", "HEAD"),
  ]).toEqual(before);
  expect(sdk.git("diff", "--name-status", "main", commit)).toBe(
    "A\tsrc/size.ts\nA\ttest/size.test.ts\nA\ttest/spec-vectors/SND1b.json\n",
  );
  expect(JSON.parse(sdk.git("show", `${commit}:test/spec-vectors/SND1b.json`))).toMatchObject({
    entries: ["SND1b"],
    columns: ["sizes", "refused"],
  });
  expect(sdk.git("log", "-1", "--format=%an <%ae> %P", commit)).toBe(
    `Ann Author <ann@example.org> ${sdk.git("rev-parse", "main")}`,
  );
  const message = sdk.git("log", "-1", "--format=%B", commit);
  expectGolden(
    message.replaceAll(spec.git("rev-parse", "change").trim(), "(commit)"),
    golden("generate-commit.txt"),
  );
  expect(notes.join("\n")).toContain(
    "scripted, 3 turns, 0 input tokens, $0.00: The size of a batch is limited.",
  );
});

test("an existing branch is refused before the model is asked", async () => {
  world.sdk.git("branch", "mine");
  const before = state();
  const asked = generate(good, ["SND1b"], { branch: "mine" });
  await expect(asked).rejects.toThrow(
    new UserError(
      "The branch mine exists already and is left as it is. Give another name with --branch, or delete it.",
    ),
  );
  await expect(generate([], ["SND1b"], { branch: "no..name" })).rejects.toThrow(
    '"no..name" is no name for a branch',
  );
  expect(state()).toEqual(before);
});

test("a patch applies as it is, and leaves nothing in the clone", async () => {
  const { git, folder } = world.sdk;
  git("config", "diff.noprefix", "true");
  const objects = git("count-objects");
  const { printed } = await generate(good, ["SND1b"], { patch: "-" });
  expect([git("count-objects"), git("for-each-ref", "--format=%(refname)")]).toEqual([
    objects,
    "refs/heads/main\n",
  ]);
  git("config", "--unset", "diff.noprefix");
  execFileSync("git", ["-C", folder, "apply", "--index", "-"], { input: printed });
  expect(readFileSync(join(folder, "src/size.ts"), "utf8")).toContain("maxBatchBytes = 65536");

  const file = join(folder, "../change.patch");
  git("reset", "-q", "--hard");
  await generate(good, ["SND1b"], { patch: file });
  expect(readFileSync(file, "utf8")).toBe(printed);
});

test("a program stays one", async () => {
  const { git, folder } = world.sdk;
  writeFileSync(join(folder, "src/run.ts"), "export {};\n");
  git("add", ".");
  git("update-index", "--chmod=+x", "src/run.ts");
  git("commit", "-qm", "program");
  await generate([call("write_file", { path: "src/run.ts", content: "// @spec SND1b\n" }), ...good]);
  expect(git("ls-tree", "twopath-SND1b", "src/run.ts")).toMatch(/^100755 /);
});

test.each([
  ["a folder of neither code nor tests", "docs/size.md"],
  ["a workflow", ".github/workflows/ci.yml"],
  ["a path out of the clone", "src/../../size.ts"],
  ["a test vector", "test/spec-vectors/SND1b.json"],
])("a write to %s is refused, and never on the branch", async (_what, path) => {
  const { model } = await generate([call("write_file", { path, content: "x\n" }), ...good]);
  expect(JSON.stringify(model.requests[1]?.messages.at(-1))).toContain("Refused: ");
  const files = world.sdk.git("diff", "--name-only", "main", "twopath-SND1b").trim().split("\n");
  expect(files).toEqual(["src/size.ts", "test/size.test.ts", "test/spec-vectors/SND1b.json"]);
  expect(existsSync(join(world.sdk.folder, "../size.ts"))).toBe(false);
});

test("an obedient model that writes nothing allowed leaves no branch", async () => {
  const finish = call("finish", { summary: "Done." });
  const hook = call("write_file", { path: ".git/hooks/post-commit", content: "x\n" });
  const script = [hook, finish, finish, finish];
  const before = state();
  await expect(generate(script)).rejects.toThrow("Nothing was written: ");
  expect(state()).toEqual(before);
});

test("a question ends with 1 and writes nothing", async () => {
  const before = state();
  const question = { entry: "SND1b", quote: "sum of the sizes", question: "Are headers\u001b[2J counted?" };
  const { code, notes } = await generate([call("ask", question)]);
  expect(code).toBe(1);
  expect(notes).toEqual([
    'A question about SND1b ("sum of the sizes"), instead of a guess:',
    "Are headers counted?",
    "Nothing was written. Say which is meant in the entry, or with --note.",
  ]);
  expect(state()).toEqual(before);
});

test("an unknown entry, and a target that is no clone, are errors with the next step", async () => {
  await expect(generate(good, ["SND9"])).rejects.toThrow(/No changed entry is called "SND9"\. /);
  await expect(generate(good, ["SND1b"], { target: join(world.sdk.folder, "..") })).rejects.toThrow(
    /is in no git clone\. Name the folder of one with --target DIR\./,
  );
});

test("code beside its spec is built on the change; a folder that nobody configured is read as it looks", async () => {
  const { spec } = world;
  spec.commit({
    "py/client/size.py": "limit = 1\n",
    "py/tests/test_size.py": "def test_size():\n    assert limit == 1\n",
  });
  const { printed, notes } = await generate(
    [
      call("write_file", { path: "py/client/size.py", content: "# SND1b\nlimit = 65536\n" }),
      call("write_file", {
        path: "py/tests/test_size.py",
        content:
          '# SND1b\ndef test_size():\n    for row in read("SND1b.json")["rows"]:\n        assert holds(row)\n',
      }),
      call("finish", { summary: "Done." }),
    ],
    ["SND1b"],
    { target: join(spec.folder, "py"), branch: "twopath/SND1b" },
  );
  expect(notes[0]).toBe(
    "Target worked out from its files: code may go into py/client, tests into py/tests. `targets` in .github/twopath.yml sets other folders.",
  );
  expect(printed).toContain(
    "  py/tests/spec-vectors/SND1b.json\n  py/client/size.py\n  py/tests/test_size.py\n",
  );
  expect(spec.git("rev-parse", "twopath/SND1b~")).toBe(spec.git("rev-parse", "change"));
});

test("a target that nobody described and whose files leave open what is meant is asked for", async () => {
  const { spec } = world;
  spec.commit({ "all/a.py": "a = 1\n", "all/b.ts": "export const b = 1;\n" });
  const asked = generate(good, ["SND1b"], { target: join(spec.folder, "all") });
  await expect(asked).rejects.toThrow(
    'Which code is meant? The configuration describes no such target, and "all" holds Python (1 file) and TypeScript (1 file). ' +
      "Name a folder of one language with --target, or the target with its language under targets in .github/twopath.yml.",
  );
});
