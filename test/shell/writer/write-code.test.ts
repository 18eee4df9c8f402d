import { codeRequest } from "../../../src/core/code/code-request.ts";
import { ScriptedModel, type ScriptedReply } from "../../../src/shell/model/scripted-model.ts";
import type { FormatFile } from "../../../src/shell/writer/format-on-thread.ts";
import type { Workspace } from "../../../src/shell/writer/workspace.ts";
import type { Look, SecondLook } from "../../../src/shell/judge/second-look.ts";
import { writeCode } from "../../../src/shell/writer/write-code.ts";
import { defaultLimits, type WriteOutcome } from "../../../src/shell/writer/write-outcome.ts";

const tree: Record<string, string> = {
  "src/a.ts": "export const a = 1;\n",
  "test/a.test.ts": "test('a', () => { expect(1).toBe(1); });\n",
};
const facts: Parameters<typeof codeRequest>[0] = {
  target: {
    name: "js",
    language: "typescript",
    sourceFolders: ["src"],
    testFolders: ["test"],
    vectorFolder: null,
    tag: { pattern: "// ID" },
  },
  entries: [
    { id: "AB1", text: "The limit is 42.", previousText: null, fingerprint: "f", file: "spec.md", line: 3 },
  ],
  neighbours: [],
  design: null,
  context: [],
  conventions: [],
  vectors: [],
  note: null,
};
const request = codeRequest(facts);
const once = <T>(_key: string, effect: () => Promise<T>): Promise<T> => effect();

async function run(
  script: readonly ScriptedReply[],
  over: {
    once?: typeof once;
    model?: ScriptedModel;
    request?: typeof request;
    limits?: Partial<typeof defaultLimits>;
    workspace?: Workspace;
    format?: FormatFile;
    secondLook?: SecondLook;
  } = {},
): Promise<WriteOutcome> {
  return await writeCode({
    request: over.request ?? request,
    ...(over.format === undefined ? {} : { format: over.format }),
    workspace: over.workspace ?? {
      commit: "c1",
      tree: () =>
        Promise.resolve([
          ...Object.keys(tree).map((path) => ({ path, kind: "file" as const })),
          { path: "src/link", kind: "symlink" as const },
        ]),
      read: (path) => Promise.resolve(tree[path] ?? null),
    },
    model: over.model ?? new ScriptedModel(script),
    signal: new AbortController().signal,
    once: over.once ?? once,
    limits: { ...defaultLimits, ms: null, repairs: 1, idleTurns: 3, ...over.limits },
    parse: () => Promise.resolve(null),
    ...(over.secondLook === undefined ? {} : { secondLook: over.secondLook }),
  });
}

const call = (name: string, input: unknown): ScriptedReply => ({ tools: [{ name, input }] });
const code = call("write_file", { path: "src/limit.ts", content: "// AB1\nexport const limit = 42;\n" });
const proof = call("write_file", {
  path: "test/limit.test.ts",
  content: "// AB1\ntest('limit', () => { expect(limit).toBe(42); });\n",
});
const finish = call("finish", { summary: "Done." });

describe("writeCode", () => {
  it("returns what was written, with nothing left to verify", async () => {
    const outcome = await run([code, proof, finish]);
    expect(outcome).toMatchObject({ outcome: "files", unverified: [], origin: "scripted", turns: 3 });
    expect(outcome.outcome === "files" && outcome.files.map(({ path }) => path)).toEqual([
      "src/limit.ts",
      "test/limit.test.ts",
    ]);
  });

  it("keeps a program a program, and the line endings of a file", async () => {
    const workspace = {
      commit: "c1",
      tree: () =>
        Promise.resolve([{ path: "src/run.ts", kind: "file" as const, isExecutable: true as const }]),
      read: () => Promise.resolve("#!/usr/bin/env node\r\nexport const limit = 1;\r\n"),
    };
    const edit = call("replace_text", {
      path: "src/run.ts",
      old_text: "node\nexport const limit = 1;",
      new_text: "node\n// AB1\nexport const limit = 42;",
    });
    const outcome = await run([edit, proof, finish], { workspace });
    expect(outcome.outcome === "files" && outcome.files[0]).toEqual({
      path: "src/run.ts",
      content: "#!/usr/bin/env node\r\n// AB1\r\nexport const limit = 42;\r\n",
      isExecutable: true,
    });
  });

  it("formats what was written at the end, and says once where it looks different", async () => {
    const model = new ScriptedModel([code, proof, finish, finish]);
    const format = ({ path, content }: { path: string; content: string }): Promise<string | null> =>
      Promise.resolve(path.startsWith("src/") ? content.replace("42", "0x2a") : null);
    const formatting = [
      { path: ".prettierrc", text: "{}" },
      { path: ".editorconfig", text: "[*]\nmax_line_length = 30\n" },
    ];
    const outcome = await run([], { model, format, request: codeRequest({ ...facts, formatting }) });
    expect(JSON.stringify(model.requests.at(-1)?.messages.at(-1))).toContain(
      "test/limit.test.ts:2 has 49 characters; at most 30 are usual here",
    );
    expect(outcome.outcome === "files" && outcome.files[0]?.content).toBe(
      "// AB1\nexport const limit = 0x2a;\n",
    );
    expect(outcome).toMatchObject({ unverified: [] });
  });

  it("finishes in the reply that writes last, but not after a call that failed there", async () => {
    const both = (first: ScriptedReply): ScriptedReply => ({
      tools: [first, finish].flatMap((reply) => ("tools" in reply ? reply.tools : [])),
    });
    expect(await run([code, both(proof)])).toMatchObject({ outcome: "files", unverified: [], turns: 2 });
    const absent = call("replace_text", { path: "src/none.ts", old_text: "41", new_text: "42" });
    const model = new ScriptedModel([code, both(absent), both(proof)]);
    expect(await run([], { model })).toMatchObject({ outcome: "files", unverified: [], turns: 3 });
    expect(JSON.stringify(model.requests[2]?.messages.at(-1))).toContain(
      "a call before it in the same reply failed",
    );
  });

  it("says what is missing once, then reports it", async () => {
    const outcome = await run([code, finish, finish]);
    expect(outcome).toMatchObject({ outcome: "files", unverified: ["AB1 is not tagged (// AB1) in a test"] });
  });

  it.each(["truncated", "refused", "context-full", "unknown"] as const)(
    "R39: runs no tool when the reply is %s",
    async (stop) => {
      const outcome = await run([
        { stop, tools: [{ name: "write_file", input: { path: "src/x.ts", content: "x" } }] },
      ]);
      expect(outcome).toMatchObject({ outcome: "stopped", turns: 1 });
    },
  );

  it.each([
    ".github/workflows/x.yml",
    ".GitHub/workflows/x.yml",
    "./.github/workflows/x.yml",
    "src/../.github/workflows/x.yml",
    "src/../../etc/passwd",
    "/etc/passwd",
    "C:/x.ts",
    "src\\..\\x.ts",
    "src/%2e%2e/x.ts",
    "\uFF0Egithub/workflows/x.yml",
    "src/.github /x.yml",
    "src/link/x.ts",
    "src//x.ts",
    "package.json",
    "src/package.json",
    "CODEOWNERS",
    "src/A.ts",
    "docs/x.md",
  ])("refuses to write %s", async (path) => {
    const outcome = await run([call("write_file", { path, content: "x" }), code, proof, finish]);
    expect(outcome.refusals).toHaveLength(1);
    expect(outcome.outcome === "files" && outcome.files.map((file) => file.path)).toEqual([
      "src/limit.ts",
      "test/limit.test.ts",
    ]);
  });

  it("says a refused write that nothing took the place of, and none that was mended or moved", async () => {
    const refused = call("write_file", { path: "package.json", content: "{}" });
    const outside = call("write_file", { path: "lib/limit.ts", content: "export {};\n" });
    const secret = call("write_file", { path: "src/limit.ts", content: `t = "ghp_${"a1B2".repeat(9)}"` });
    expect(
      await run([refused, outside, secret, code, proof, finish], { limits: { idleTurns: 9 } }),
    ).toMatchObject({
      outcome: "files",
      unresolved: [{ rule: "path-protected", path: "package.json" }],
    });
    expect(await run([outside, secret, code, proof, finish])).toMatchObject({ unresolved: [] });
  });

  it("M3: refuses 30 places that tools execute, says each, and takes source in folders called like them", async () => {
    const places = [
      ...[
        ".github/workflows/ci.yml",
        "package.json",
        "Jenkinsfile",
        "Makefile",
        "AGENTS.md",
        "CLAUDE.local.md",
      ],
      ...[
        "test/setupTests.ts",
        "jest.config.ts",
        "vite.config.mts",
        "webpack.prod.js",
        "test/conftest.py",
        "x.pth",
      ],
      ...[
        "build.rs",
        "magefile.go",
        "Rakefile",
        "Dangerfile",
        ".husky/pre-commit",
        "binding.gyp",
        "mise.toml",
      ],
      ...[
        "src/META-INF/services/x",
        "sitecustomize.py",
        ".cursor/rules/x.mdc",
        "build.gradle.kts",
        "CMakeLists.txt",
      ],
      ...["Directory.Build.props", "project/plugins.sbt", "opencode.json", ".env", "Dockerfile", "go.mod"],
    ];
    const tries = places.map((path) => call("write_file", { path, content: "x" }));
    const source = ["src/hooks/hook.ts", "src/secrets/manager.ts", "src/workflows/run.ts"];
    const written = source.map((path) => call("write_file", { path, content: "export const x = 1;\n" }));
    const outcome = await run([...tries, ...written, code, proof, finish], {
      limits: { idleTurns: 40 },
    });
    expect(places).toHaveLength(30);
    expect(outcome.outcome === "files" && outcome.unresolved.map(({ path }) => path)).toEqual(places);
    expect(outcome.outcome === "files" && outcome.files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(source),
    );
  });

  it("refuses secrets, invisible characters and tests that assert nothing", async () => {
    const token = `ghp_${"a1B2".repeat(9)}`;
    const outcome = await run([
      call("write_file", { path: "src/s.ts", content: `const t = "${token}";` }),
      call("write_file", { path: "src/h.ts", content: "const a = 1; // \u202E" }),
      code,
      call("write_file", {
        path: "test/e.test.ts",
        content: "test('x', () => { expect(true).toBe(true); });",
      }),
      proof,
      finish,
    ]);
    expect(outcome.refusals.map(({ rule }) => rule)).toEqual(["secret", "hidden-character", "no-assertion"]);
    expect(JSON.stringify(outcome)).not.toContain(token);
  });

  const vector = {
    path: "test/spec-vectors/AB1.json",
    content: '{"limit":42}\n',
    entries: ["AB1"],
    describes: "1 row",
    source: { file: "spec.md", line: 3, endLine: 3 },
  };

  it.each([
    ["rewrites", call("write_file", { path: "test/spec-vectors/AB1.json", content: '{"limit":1}\n' })],
    ["empties", call("write_file", { path: "test/spec-vectors/AB1.json", content: "" })],
    ["deletes", call("delete_file", { path: "test/spec-vectors/AB1.json" })],
    ["replaces by bytes", call("write_file", { path: "test/spec-vectors/AB1.json", content: "\0\u0001" })],
  ])("a model that %s a vector leaves it as the spec says, byte for byte", async (_what, weakened) => {
    const reads = call("write_file", {
      path: "test/limit.test.ts",
      content: "// AB1\ntest('limit', () => { expect(limit).toBe(read('AB1.json').limit); });\n",
    });
    const withVector = codeRequest({ ...facts, vectors: [vector] });
    const outcome = await run([weakened, code, reads, finish], { request: withVector });
    expect(outcome).toMatchObject({ outcome: "files", unverified: [] });
    const files = outcome.outcome === "files" ? outcome.files : [];
    expect(files.map(({ path }) => path)).toEqual([vector.path, "src/limit.ts", "test/limit.test.ts"]);
    expect(files[0]?.content).toBe(vector.content);
  });

  it("stops when a second file, told from a vector by its case alone, stays", async () => {
    const twin = call("write_file", { path: "test/spec-vectors/ab1.json", content: "{}\n" });
    const outcome = await run([twin, code, proof, finish, finish], {
      request: codeRequest({ ...facts, vectors: [vector] }),
    });
    expect(outcome).toMatchObject({ outcome: "stopped", reason: "guard" });
  });

  it("refuses bytes that are no text", async () => {
    const bytes = call("write_file", { path: "src/table.ts", content: "const a = 1;\0\u0001\u0002" });
    const outcome = await run([bytes, code, proof, finish]);
    expect(outcome.refusals).toHaveLength(1);
    expect(outcome.outcome === "files" && outcome.files.map(({ path }) => path)).toEqual([
      "src/limit.ts",
      "test/limit.test.ts",
    ]);
  });

  it("an entry is not tagged by the tag of another one that begins like it", async () => {
    const other = call("write_file", {
      path: "src/limit.ts",
      content: "// AB12\nexport const limit = 42;\n",
    });
    expect(await run([other, proof, finish, finish])).toMatchObject({
      unverified: ["AB1 is not tagged (// AB1) in the code"],
    });
  });

  it("takes nothing to do for an answer, and asks neither tag nor vector of it", async () => {
    const reason = { entry: "AB1", because: "The limit is 42 already and tested." };
    const idle = call("finish", { summary: "Nothing.", nothing_to_do: [reason] });
    expect(await run([idle])).toMatchObject({ outcome: "nothing", nothingToDo: [reason] });
    const withVector = codeRequest({ ...facts, vectors: [vector] });
    expect(await run([idle], { request: withVector })).toMatchObject({ outcome: "nothing" });
    const entries = [...facts.entries, { ...request.entries[0]!, id: "AB2" }];
    const two = codeRequest({ ...facts, entries });
    const half = call("finish", { summary: "Half.", nothing_to_do: [{ ...reason, entry: "AB2" }] });
    expect(await run([code, proof, half], { request: two })).toMatchObject({
      outcome: "files",
      nothingToDo: [{ entry: "AB2" }],
      unverified: [],
    });
  });

  it("does not take it for an entry that nobody asked for", async () => {
    const idle = call("finish", {
      summary: "x",
      nothing_to_do: [{ entry: "ZZ9", because: "Because of that." }],
    });
    expect(await run([idle, idle])).toMatchObject({ outcome: "stopped", reason: "nothing-written" });
  });

  it("counts the code base's own way of citing where nobody configured one", async () => {
    const habit = { form: "// @spec ID", source: [], tests: [] };
    const target = { ...facts.target, tag: { pattern: "// ID", assumed: true as const } };
    const own = codeRequest({ ...facts, target, habit });
    expect(own.target.tag.pattern).toBe("// @spec ID");
    const titled = call("write_file", {
      path: "test/limit.test.ts",
      content: "test('AB1 - the limit', () => { expect(limit).toBe(42); });\n",
    });
    expect(await run([code, titled, finish], { request: own })).toMatchObject({ unverified: [] });
    expect(await run([code, titled, finish, finish])).toMatchObject({
      unverified: ["AB1 is not tagged (// AB1) in a test"],
    });
  });

  it("sends a file's text once when it was read or written again, and says when a search was cut", async () => {
    const long = `${"// a line of this file\n".repeat(900)}export const a = 1;\n`;
    tree["src/long.ts"] = long;
    const read = call("read_file", { path: "src/long.ts", from_line: null, to_line: null });
    const look = call("search", { text: "a line", prefix: "src/" });
    const model = new ScriptedModel([read, read, look, code, proof, finish]);
    await run([], { model, limits: { idleTurns: 9 } });
    delete tree["src/long.ts"];
    const sent = model.requests.map(({ messages }) => JSON.stringify(messages));
    const times = (text: string | undefined): number => (text ?? "").split("export const a = 1;").length - 1;
    expect(sent.map(times)).toEqual([0, 1, 1, 1, 1, 1]);
    expect(sent[3]).toContain("lines not shown, by file: src/long.ts (880)");
    expect(sent[2]).toContain("not shown again");
  });

  it("R40: answers malformed tool input and goes on", async () => {
    const bad = [call("write_file", { path: 1 }), call("rm", {}), call("constructor", {})];
    expect(await run([...bad.slice(0, 1), code, ...bad.slice(1), proof, finish])).toMatchObject({
      outcome: "files",
    });
  });

  it("returns a question with its span only when the words are the entry's", async () => {
    const asked = { entry: "AB1", quote: "The limit", question: "Per connection or in total?" };
    expect(await run([call("ask", asked)])).toMatchObject({
      outcome: "question",
      entry: "AB1",
      quote: "The limit",
    });
    expect(await run([call("ask", { ...asked, quote: "invented" })])).toMatchObject({ quote: null });
  });

  it("stops without progress", async () => {
    const look = call("search", { text: "limit", prefix: "" });
    expect(await run([look, look, look, look])).toMatchObject({ outcome: "stopped", reason: "no-progress" });
  });

  it("never pays a finished turn twice after a crash", async () => {
    const paid = new Map<string, unknown>();
    const remember = async <T>(key: string, effect: () => Promise<T>): Promise<T> => {
      if (!paid.has(key)) paid.set(key, await effect());
      return paid.get(key) as T;
    };
    const model = new ScriptedModel([code, proof]);
    await expect(run([], { once: remember, model })).rejects.toThrow("Nothing is scripted");
    const second = new ScriptedModel([finish]);
    expect(await run([], { once: remember, model: second })).toMatchObject({ outcome: "files", turns: 3 });
    expect(second.requests).toHaveLength(1);
  });
});

test("where code and tests share a folder, a file's own name says which it is", async () => {
  const target = { ...request.target, language: "go" as const, sourceFolders: [""], testFolders: [""] };
  const beside = codeRequest({ ...request, target });
  const limit = call("write_file", { path: "limit.go", content: "// AB1\nconst limit = 42\n" });
  const limitTest = call("write_file", {
    path: "limit_test.go",
    content: "// AB1\nfunc TestLimit(t *testing.T) { assert.Equal(t, limit, 42) }\n",
  });
  expect(await run([limit, limitTest, finish], { request: beside })).toMatchObject({ unverified: [] });
  expect(await run([limit, finish, finish], { request: beside })).toMatchObject({
    unverified: ["AB1 is not tagged (// AB1) in a test"],
  });
});

describe("a second look", () => {
  const look = (verdict: "met" | "not met", notMet: readonly string[]): Look => ({
    judged: [
      {
        ...{ id: "AB1", why: null, costUsd: 0.01, tokens: 100 },
        demands: [{ number: 1, verdict, because: "the limit is 41", code: null, test: null, mutation: null }],
      },
    ],
    notMet,
  });
  const unmet = look("not met", ['AB1, "The limit is 42.": the limit is 41']);
  const wrong = call("write_file", { path: "src/limit.ts", content: "// AB1\nexport const limit = 41;\n" });
  const limitIn = (outcome: WriteOutcome): string | null | undefined =>
    outcome.outcome === "files" ? outcome.files.find(({ path }) => path === "src/limit.ts")?.content : null;

  it("gives what is not met back once, and looks again at those entries alone", async () => {
    const asked: (readonly string[] | null)[] = [];
    const looks = [unmet, look("met", [])];
    const model = new ScriptedModel([wrong, proof, finish, code, finish]);
    const outcome = await run([], {
      model,
      secondLook: (_files, only) => {
        asked.push(only === null ? null : [...only]);
        return Promise.resolve(looks.shift() ?? unmet);
      },
    });
    expect(asked).toEqual([null, ["AB1"]]);
    expect(JSON.stringify(model.requests.at(-1)?.messages)).toContain("the limit is 41");
    expect(limitIn(outcome)).toContain("42");
    expect(outcome).toMatchObject({
      outcome: "files",
      looked: { isRepaired: true, tokens: 200, judged: [{ demands: [{ verdict: "met" }] }] },
    });
  });

  it("leaves what nobody has anything against alone", async () => {
    const secondLook: SecondLook = () => Promise.resolve(look("met", []));
    expect(await run([code, proof, finish], { secondLook })).toMatchObject({
      turns: 3,
      looked: { isRepaired: false, tokens: 100 },
    });
  });

  it("keeps the change when the repair comes to no end", async () => {
    const secondLook: SecondLook = () => Promise.resolve(unmet);
    const outcome = await run([wrong, proof, finish, { stop: "truncated" }], { secondLook });
    expect(limitIn(outcome)).toContain("41");
    expect(outcome).toMatchObject({ outcome: "files", looked: { isRepaired: false } });
  });
});
