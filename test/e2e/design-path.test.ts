import { ScriptedModel, type ScriptedReply } from "../../src/shell/model/scripted-model.ts";
import type { ModelRequest } from "../../src/core/model-request.ts";
import { type Acme, acme, specAfter, specBefore } from "../support/acme.ts";

const config = "spec: [spec.md]\ntargets:\n  - name: own\n    path: lib\n    language: typescript\n";
const files = { "spec.md": specBefore, ".github/twopath.yml": config, "lib/src/index.ts": "export {};\n" };

/** The text of the one user message. */
function asked(request: ModelRequest): string {
  return request.messages
    .flatMap((message) => (message.role === "user" ? message.content : []))
    .map((part) => (part.type === "text" ? part.text : part.content))
    .join("\n");
}

let world: Acme;
let model: ScriptedModel;
interface Edit {
  readonly old_text: string;
  readonly new_text: string;
}
/** Replies to requests for a revision, in order; none left: nothing is changed. */
let edits: Edit[][] = [];
/** Replies to requests for a draft; none left: refused. */
let drafts: ScriptedReply[] = [];
let beforeReply: (() => Promise<void>) | null = null;

beforeEach(async () => {
  edits = [];
  drafts = [];
  beforeReply = null;
  model = new ScriptedModel((request, slot) => {
    if (slot.startsWith("design/")) return drafts.shift() ?? { stop: "refused" };
    if (request.purpose === "design")
      return { text: JSON.stringify({ edits: edits.shift() ?? [], summary: "Written down." }) };
    const turn = Number(slot.split("/").at(-1));
    const tag = "// CN2\n";
    return (
      [
        {
          tools: [
            {
              name: "write_file",
              input: { path: "lib/src/pool.ts", content: `${tag}export const pool = 1;\n` },
            },
          ],
        },
        {
          tools: [
            {
              name: "write_file",
              input: {
                path: "lib/test/pool.test.ts",
                content: `${tag}test("CN2", () => { expect(pool).toBe(1); });\n`,
              },
            },
          ],
        },
        { tools: [{ name: "finish", input: { summary: "Done." } }] },
      ][turn - 1] ?? null
    );
  });
  const complete = model.complete.bind(model);
  model.complete = async (request, options) => {
    const wait = beforeReply;
    beforeReply = null;
    if (wait !== null) await wait();
    return complete(request, options);
  };
  world = await acme(files, { model });
}, 120_000);

afterEach(async () => {
  await world.close();
}, 120_000);

async function openDesign() {
  const pull = await world.openSpecPullRequest();
  world.sandbox.comment(pull, "maintainer", "/generate CN2 --path design");
  await world.settled();
  const [design] = world.sandbox.pullRequests("acme/spec").slice(1);
  if (design === undefined) throw new Error("There is no design pull request.");
  return { pull, design };
}

const fast: Edit = { old_text: "## Intent\n", new_text: "## Intent\n\nAt most 5 ms (`CN2`).\n" };
const path = "design/cn2.md";
const read = (branch: string): Promise<string | null> => world.sandbox.readFile("acme/spec", branch, path);

test("spec, design, human edit, revision, merge: the code is made from spec and design; then both go stale", async () => {
  const { pull, design } = await openDesign();
  expect([design.draft, design.baseRef]).toEqual([true, "change"]);
  const first = (await read(design.headRef)) ?? "";
  expect(first).toContain("status: draft");

  const human = first.replace("None yet.", "We share one pool. None else yet.");
  await world.sandbox.commit({
    repository: "acme/spec",
    branch: design.headRef,
    files: { [path]: human },
    author: "maintainer",
  });
  edits = [[fast]];
  world.sandbox.comment(design, "maintainer", "/revise write down that a call takes at most 5 ms");
  await world.settled();
  expect(world.ours(design).at(-1)?.body).toContain("Changed in [a new commit]");
  const revised = (await read(design.headRef)) ?? "";
  expect(revised).toContain("At most 5 ms");
  expect(revised).toContain("We share one pool.");
  expect(asked(model.requests.at(-1) as ModelRequest)).toContain("Several components share one connection");

  await world.sandbox.merge(design, "maintainer");
  await world.settled();
  const [code] = world.sandbox
    .pullRequests("acme/spec")
    .filter(({ headRef }) => headRef.startsWith("twopath/code/"));
  expect(code?.draft).toBe(true);
  expect(code?.body).toMatch(/\*\*Read first\*\*[^]*cn2\.md still lists \d open question/);
  const written = model.requests.find(({ purpose }) => purpose === "write");
  const given = written?.documents.find(({ title }) => title === "design")?.text ?? "";
  expect(given).toContain("We share one pool.");
  expect(given).toContain("At most 5 ms");
  expect(given).toContain("status: accepted");
  expect(asked(written as ModelRequest)).toContain("Several components share one connection");

  expect(await read(code?.headRef ?? "")).toContain("status: accepted");
  world.sandbox.comment(pull, "maintainer", "/generate CN2 --path design");
  await world.settled();
  const newer = world.sandbox.pullRequests("acme/spec").at(-1)?.headRef ?? "";
  expect(await world.sandbox.readFile("acme/spec", newer, "design/cn2-1.md")).toContain("status: draft");
  expect(await read(newer)).toMatch(/^---\nstatus: superseded\n[^]*We share one pool/);

  await world.change({ "spec.md": specAfter.replace("keeps", "always keeps") });
  await world.settled();
  if (code === undefined) throw new Error("There is no code pull request.");
  expect(world.ours(code).some(({ body }) => body.includes("**Stale**") && body.includes("CN2"))).toBe(true);
  expect(pull.number).toBe(1);
}, 120_000);

test("an open design is marked stale when its entry changes", async () => {
  const { design } = await openDesign();
  await world.change({ "spec.md": specAfter.replace("keeps", "always keeps") });
  await world.settled();
  const note = world.ours(design).find(({ body }) => body.includes("**Stale**"))?.body;
  expect(note).toContain("What changed in CN2");
  expect(note).toContain("<ins>always</ins> keeps");
  const stale = (await read(design.headRef)) ?? "";
  expect(stale).toMatch(/^---\nstatus: stale\n/);
  expect(stale).toMatch(/id: "CN2"\n {4}fingerprint: "[0-9a-f]+"\n {4}now: "[0-9a-f]+"\n/);
  await world.change({ "spec.md": specAfter });
  await world.settled();
  expect(await read(design.headRef)).toMatch(/^---\nstatus: draft\n/);
  expect(await read(design.headRef)).not.toContain("    now: ");
}, 120_000);

test("a commit that comes while the model works is kept, and the revision goes on top of it", async () => {
  const { design } = await openDesign();
  edits = [[fast], [fast]];
  beforeReply = async () => {
    const now = (await read(design.headRef)) ?? "";
    await world.sandbox.commit({
      repository: "acme/spec",
      branch: design.headRef,
      files: { [path]: now.replace("None yet.", "Decided at lunch.") },
      author: "author",
    });
  };
  world.sandbox.comment(design, "maintainer", "/revise at most 5 ms");
  await world.settled();
  const now = (await read(design.headRef)) ?? "";
  expect(now).toContain("At most 5 ms");
  expect(now).toContain("Decided at lunch.");
}, 120_000);

test("nothing is put on top of a commit by somebody without write access", async () => {
  const { design } = await openDesign();
  await world.sandbox.commit({
    repository: "acme/spec",
    branch: design.headRef,
    files: { "note.txt": "hello\n" },
    author: "stranger",
  });
  edits = [[{ old_text: "## Intent\n", new_text: "## Intent\n\nNow.\n" }]];
  world.sandbox.comment(design, "maintainer", "/revise do it");
  await world.settled();
  expect(world.ours(design).at(-1)?.body).toContain("has no write access here");
  expect(await read(design.headRef)).not.toContain("Now.");
}, 120_000);

const draft = {
  interfaces: [
    { language: "TypeScript", entries: ["CN2"], text: "export interface Pool {\n  share(): void;\n}" },
  ],
  abstractions: [
    { name: "Pool", entries: ["CN2"], text: "Lends the one connection to each component." },
    { name: "Clock", entries: ["CN9"], text: "Invented." },
  ],
  dataFlow: [{ entries: ["CN2"], text: "A component asks the pool and gives back what it got." }],
  ...{ diagrams: [], platform: [], performance: [], questions: [] },
  tests: [{ entries: ["CN2"], text: "Two components get the same connection." }],
};

test("a model drafts the design; what fails a check is marked; the same again costs nothing", async () => {
  const reply = { text: JSON.stringify(draft) };
  drafts = [reply, reply];
  const { pull, design } = await openDesign();
  const document = (await read(design.headRef)) ?? "";
  expect(document).toContain("- `Pool`: Lends the one connection to each component. (`CN2`)");
  expect(document).toMatch(/\*\*Check failed\*\* \(it cites "CN9", which is no entry .*`Clock`: Invented\./);
  expect(document).toContain("```typescript\nexport interface Pool {");
  expect(design.body).toContain("Written from a scripted reply, by no live model");
  expect(design.body).toContain("1 statement failed a check");
  expect(model.requests.map(({ purpose }) => purpose)).toEqual(["design", "design"]);
  const mine = world.ours(pull).at(-1)?.body;
  expect(mine).toContain("| opened |");
  world.sandbox.comment(pull, "maintainer", "/generate CN2 --path design");
  await world.settled();
  expect(world.ours(pull).at(-1)?.body).toContain("| unchanged |");
  expect(model.requests).toHaveLength(2);
}, 120_000);

test("a model that refuses leaves the design as the spec gives it, and the pull request says so", async () => {
  const { design } = await openDesign();
  expect(design.body).toContain("No model drafted it: the model refused.");
  expect(await read(design.headRef)).not.toContain("Drafted by a model");
}, 120_000);

const line = async (branch: string, text: string): Promise<number> =>
  ((await read(branch)) ?? "").split("\n").findIndex((one) => one.includes(text)) + 1;

test("/revise in a review thread changes the design, answers there, and /generate leaves it so", async () => {
  const { pull, design } = await openDesign();
  edits = [[fast]];
  const at = { path, line: await line(design.headRef, "## Intent") };
  const thread = world.sandbox.reviewComment(design, "maintainer", "/revise at most 5 ms", at);
  await world.settled();
  expect(await read(design.headRef)).toContain("At most 5 ms");
  const [, answer] = world.sandbox.reviewComments(design);
  expect(answer?.inReplyTo).toBe(thread.id);
  expect(answer?.body).toMatch(/Changed in \[a new commit\]\(.*\), 1 place under \*Intent\*: Written down/);
  expect(world.sandbox.reactions(thread)).toEqual(["eyes"]);
  expect(asked(model.requests.at(-1) as ModelRequest)).toContain(
    '<data kind="beside">\n"## Intent"\n</data>',
  );

  world.sandbox.reviewComment(design, "stranger", "/revise drop it all", { ...at, inReplyTo: thread.id });
  await world.settled();
  expect(world.sandbox.reviewComments(design)).toHaveLength(3);
  expect(world.ours(design).at(-1)?.body).toContain("write access");

  const before = await read(design.headRef);
  await world.change({ "spec.md": specAfter.replace("keeps", "always keeps") });
  world.sandbox.comment(pull, "maintainer", "/generate CN2 --path design");
  await world.settled();
  expect(world.ours(pull).at(-1)?.body).toContain("| unchanged: it was revised as people asked");
  const body = (text: string | null): string => text?.slice(text.indexOf("\n---\n")) ?? "";
  expect(body(await read(design.headRef))).toBe(body(before));
}, 120_000);

test("code that would not parse is told to the model once, then nothing is changed", async () => {
  const { design } = await openDesign();
  const broken = { ...fast, new_text: "## Intent\n\n```ts\nexport interface {\n```\n" };
  edits = [[broken], [broken]];
  world.sandbox.comment(design, "maintainer", "/revise add an interface");
  await world.settled();
  expect(world.ours(design).at(-1)?.body).toContain(
    "Nothing was changed: the TypeScript code would be wrong: it does not parse as typescript, at or near line 1.",
  );
  expect(await read(design.headRef)).not.toContain("export interface {");
  edits = [[broken], [fast]];
  world.sandbox.comment(design, "maintainer", "/revise add an interface again");
  await world.settled();
  expect(await read(design.headRef)).toContain("At most 5 ms");
}, 120_000);
