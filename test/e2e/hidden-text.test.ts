import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { ScriptedModel, type ScriptedReply } from "../../src/shell/model/scripted-model.ts";
import { acme, type Acme } from "../support/acme.ts";
import { call } from "../support/code-world.ts";
import { hiddenTexts } from "../support/hidden-texts.ts";
import { expectNothingLive } from "../support/nothing-live.ts";

const live = "@evil Closes #12345 ![x](https://evil.test/b.png) /merge https://evil.test/x";
/** Each way of hiding in a file of its own, as some hide whatever follows. */
const texts = hiddenTexts
  // Half a surrogate pair cannot stand in a file of UTF-8.
  .filter(([hidden]) => !/\p{Cs}/u.test(hidden))
  .map(([hidden], at) => {
    const id = `HT${String(at + 10)}`;
    return { id, path: `spec/${id}.md`, text: `- \`(${id})\` The client ${live} waits 5 s. ${hidden}\n` };
  });
const before = texts.map(({ id, path }) => [path, `- \`(${id})\` The client waits.\n`] as const);
let world: Acme;
afterEach(() => world.close());

test("S13, S16: whatever an author hides or makes live is dead in every posted body, and what was hidden is reported", async () => {
  world = await acme(Object.fromEntries(before));
  const { sandbox, settled } = world;
  await world.change(Object.fromEntries(texts.map(({ path, text }) => [path, text])));
  const pull = await sandbox.openPullRequest({
    ...{ repository: "acme/spec", head: "change", author: "author" },
    ...{ title: `${live} a\u202eb`, body: live },
  });
  await settled();
  sandbox.comment(pull, "maintainer", "/explain HT*\n/explain HT99@evil\n/gen@evil");
  sandbox.comment(pull, "maintainer", "/generate HT10 HT14 --path design -- @evil closes #12345");
  await settled();
  expect(sandbox.pullRequests("acme/spec").length).toBeGreaterThan(1);
  const posted = postedBodies();
  expect(posted.length).toBeGreaterThan(5);
  for (const body of posted) expectNothingLive(body, `${sandbox.url}/acme/`);
  const review = posted.filter((body) => body.includes("twopath:review") || body.includes("Hidden text"));
  expect(texts.length).toBeGreaterThanOrEqual(32);
  const all = review.join("\n");
  const unreported = texts.filter(({ id, path, text }) => {
    // A file with a NUL is no text: it is refused as a whole, by name.
    if (text.includes("\0")) return !all.includes(`${path}:1`);
    return !new RegExp(`\\[${id}\\]\\([^)]*\\): Hidden text was removed`).test(all);
  });
  expect(unreported.map(({ text }) => text)).toEqual([]);
}, 120_000);

/** The same in three files of about a dozen entries, each one work package; what hides all that follows comes last. */
const together = hiddenTexts
  .filter(([hidden]) => !/[\p{Cs}\0]/u.test(hidden))
  .toSorted(([, a], [, b]) => Number(a === "a") - Number(b === "a"))
  .map(([hidden], at) => {
    const file = at % 3;
    return { file: `${String(file)}.md`, id: `HU${String(file)}${String(at + 10)}`, hidden };
  });
const fileOf = (text: (one: (typeof together)[number]) => string): Record<string, string> =>
  Object.fromEntries(
    ["0.md", "1.md", "2.md"].map((path) => [
      path,
      together
        .filter(({ file }) => file === path)
        .map((one) => `- \`(${one.id})\` ${text(one)}\n`)
        .join(""),
    ]),
  );

/** A model that says the same in all its words and names a file so; in the second target it asks. */
function hostileModel(): ScriptedModel {
  const tags = together.map(({ id }) => `// ${id}\n`).join("");
  const said = `${live} ${together.map(({ hidden }) => hidden).join(" ")}`;
  const write = (path: string, content: string): ScriptedReply => call("write_file", { path, content });
  const writing = [
    write("src/@evil-closes-#12345.ts", `${tags}export const wait = 5;\n`),
    write("test/wait.test.ts", `${tags}test("waits", () => {\n  expect(wait).toBe(5);\n});\n`),
    call("finish", { summary: said }),
  ];
  return new ScriptedModel((request, slot) => {
    const [, target, turn] = slot.split("/");
    if (target === "one") return writing[Number(turn) - 1] ?? null;
    const entry = together.find(({ id }) => JSON.stringify(request).includes(id))?.id;
    return call("ask", { entry, quote: "The client", question: said });
  });
}

test("S13, S16: it is dead too in code pull requests, progress, a model's question, the status and the notes", async () => {
  const targets = ["one", "two", "gone"].map((name) => `  - { name: ${name}, repository: acme/${name} }\n`);
  const config = { ".github/twopath.yml": `spec: ["*.md"]\ntargets:\n${targets.join("")}` };
  const model = hostileModel();
  world = await acme(
    { ...fileOf(() => "The client waits."), ...config },
    { model, queue: { maxAttempts: 1 } },
  );
  const { sandbox } = world;
  for (const name of ["acme/one", "acme/two"])
    await sandbox.createRepository({
      name,
      files: { ".github/twopath.yml": "specs: [acme/spec]\n", "src/a.ts": "// A1\n" },
      collaborators: { maintainer: "write" },
    });
  const branch = "@evil/closes-#12345";
  await world.change(
    // Two of the files say the same once nothing is hidden.
    fileOf(({ hidden, file }) => `The client ${live} waits ${file === "0.md" ? "4" : "5"} s. ${hidden}`),
    branch,
  );
  const pull = await sandbox.openPullRequest({
    ...{ repository: "acme/spec", head: branch, author: "author" },
    ...{ title: live, body: live },
  });
  await world.settled();
  await say(pull, "/generate --path code -- @evil closes #12345 <img src=x>");
  const opened = sandbox.pullRequests("acme/one");
  expect(opened.map(({ body }) => body?.includes("evil"))).toEqual([true, true]);
  expect(sandbox.reviewComments(pull)).toHaveLength(2);
  await say(pull, "/status\n/explain HU*");
  await world.change(
    fileOf(({ hidden }) => `The client ${live} waits 6 s. ${hidden}`),
    branch,
  );
  await world.settled();
  const posted = postedBodies();
  const kinds = [
    "twopath:review",
    "twopath:reply",
    "twopath:follow-up",
    "| asked |",
    "| opened |",
    "Not read: ",
  ];
  expect(kinds.filter((kind) => !posted.some((body) => body.includes(kind)))).toEqual([]);
  for (const body of posted) expectNothingLive(body, `${sandbox.url}/acme/`);
}, 120_000);

async function say(pull: PullRequest, body: string): Promise<void> {
  world.sandbox.comment(pull, "maintainer", body);
  await world.settled();
}

/** Comments, titles and descriptions of pull requests, messages of commits, check runs. */
function postedBodies(): readonly string[] {
  const { requests } = world.sandbox;
  const ours = requests.filter(({ actor, method }) => actor.startsWith("installation") && method !== "GET");
  return ours.flatMap(({ body }) => {
    const {
      body: text,
      title,
      message,
      output,
    } = (body ?? {}) as {
      body?: string;
      title?: string;
      message?: string;
      output?: { summary?: string; text?: string };
    };
    return [text, title, message, output?.summary, output?.text].filter((one) => one !== undefined);
  });
}
