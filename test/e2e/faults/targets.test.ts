import { ScriptedModel, type ScriptedReply } from "../../../src/shell/model/scripted-model.ts";
import { createSpecWorld, type SpecWorld } from "../../support/spec-world.ts";

const config =
  "spec: [spec.md]\ntargets:\n" +
  "  - name: js\n    repository: acme/sdk-js\n    language: typescript\n" +
  "  - name: ts\n    repository: acme/sdk-ts\n    language: typescript\n";
const call = (name: string, input: unknown): ScriptedReply => ({ tools: [{ name, input }] });
const script: readonly ScriptedReply[] = [
  call("write_file", { path: "src/port.ts", content: "// CN1\nexport const port = 8443;\n" }),
  call("write_file", {
    path: "test/port.test.ts",
    content: '// CN1\ntest("port", () => {\n  expect(port).toBe(8443);\n});\n',
  }),
  call("finish", { summary: "The port is 8443." }),
];
const collaborators = { maintainer: "write" } as const;
const files = {
  ".github/twopath.yml": "specs: [acme/spec]\n",
  "src/port.ts": "// CN1\nexport const port = 443;\n",
};
let world: SpecWorld;

beforeEach(async () => {
  const model = new ScriptedModel((_request, slot) => script[Number(slot.split("/").at(-1)) - 1] ?? null);
  world = await createSpecWorld({ model, queue: { pollMs: 20, backoffMs: 10, backoffLimitMs: 50 } });
  const { sandbox } = world;
  const change = { ".github/twopath.yml": config };
  await sandbox.commit({ repository: "acme/spec", branch: "main", files: change, author: "author" });
  await sandbox.createRepository({ name: "acme/sdk-js", files, collaborators });
});
afterEach(async () => {
  await world.close();
});

async function generate(pull: Awaited<ReturnType<SpecWorld["openPullRequest"]>>): Promise<string> {
  world.sandbox.comment(pull, "maintainer", "/generate CN1 --path code");
  await world.settled();
  return world.said(pull).at(-1) ?? "";
}

test("R20, R46: a target that is not found fails alone; once it is there, only it gets a pull request", async () => {
  const pull = await world.openPullRequest();
  await world.settled();
  const said = await generate(pull);
  expect(said).toMatch(/\| js \|.*opened/);
  expect(said).toMatch(/\| ts \|.*failed.*is no target of this spec/);
  expect(world.sandbox.pullRequests("acme/sdk-js")).toHaveLength(1);
  await world.sandbox.createRepository({ name: "acme/sdk-ts", files, collaborators });
  await world.settled();
  const again = await generate(pull);
  expect(again).toMatch(/\| js \|.*unchanged/);
  expect(again).toMatch(/\| ts \|.*opened/);
  expect(world.sandbox.pullRequests("acme/sdk-js")).toHaveLength(1);
  expect(world.sandbox.pullRequests("acme/sdk-ts")).toHaveLength(1);
});

test("R30: of two replies with one marker the older is edited and the other removed", async () => {
  const pull = await world.openPullRequest();
  await world.settled();
  const { sandbox } = world;
  sandbox.webhooks.held = true;
  const { id } = sandbox.comment(pull, "maintainer", "/help");
  const delivery = sandbox.webhooks.deliveries.at(-1);
  const url = `${sandbox.apiUrl}/repos/acme/spec/issues/${String(pull.number)}/comments`;
  const headers = { authorization: `token ${sandbox.token("acme")}`, "content-type": "application/json" };
  for (let i = 0; i < 2; i++) {
    const body = JSON.stringify({ body: `<!-- twopath:reply ${String(id)} -->\n\nhalf` });
    await (await fetch(url, { method: "POST", headers, body })).arrayBuffer();
  }
  sandbox.webhooks.held = false;
  if (delivery !== undefined) await sandbox.webhooks.send(delivery);
  await world.settled();
  const replies = world.said(pull).filter((body) => body.includes(`twopath:reply ${String(id)}`));
  expect(replies).toHaveLength(1);
  expect(replies[0]).toContain("/generate");
});

test.each([
  ["archived", "POST /repos/{owner}/{repo}/git/trees", 403, "Repository was archived so is read-only."],
  ["empty", "GET /repos/{owner}/{repo}/git/ref/{ref}", 409, "Git Repository is empty."],
])(
  "R35: a target that is %s fails alone and at once, and says what to do",
  async (word, route, status, message) => {
    await world.sandbox.createRepository({ name: "acme/sdk-ts", files, collaborators });
    const effect = { status, message };
    world.sandbox.fault({ route, path: "/repos/acme/sdk-ts/", times: Infinity, effect });
    const pull = await world.openPullRequest();
    await world.settled();
    const said = await generate(pull);
    expect(said).toMatch(/\| js \|.*opened/);
    expect(said).toMatch(new RegExp(`\\| ts \\|.*failed.*is ${word}.*/retry`));
    const jobs = await world.server.tools.queue.jobs({});
    expect(jobs.map(({ attempt }) => attempt).filter((attempt) => attempt > 1)).toEqual([]);
  },
);

test("R35: installed on an empty repository, the App asks nothing and does not try again", async () => {
  const effect = { status: 409, message: "Git Repository is empty." };
  const route = "GET /repos/{owner}/{repo}/git/ref/{ref}";
  world.sandbox.fault({ route, path: "/repos/fresh/new/", times: Infinity, effect });
  world.sandbox.createUser("fresh");
  await world.sandbox.createRepository({ name: "fresh/new", files: {}, collaborators: {} });
  await world.settled();
  const jobs = await world.server.tools.queue.jobs({});
  const installed = jobs.filter(({ kind }) => kind === "installed");
  expect(installed.map(({ state, attempt }) => [state, attempt])).toContainEqual(["done", 1]);
  expect(installed.filter(({ state }) => state !== "done")).toEqual([]);
  expect(world.sandbox.pullRequests("fresh/new")).toEqual([]);
});
