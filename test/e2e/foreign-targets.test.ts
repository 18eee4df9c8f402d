import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Server } from "../../src/compose.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { readSettings } from "../../src/settings.ts";
import { ScriptedModel } from "../../src/shell/model/scripted-model.ts";
import { requestProblems } from "../support/github-schema.ts";
import { createWatchedSandbox } from "../support/watched-sandbox.ts";
import { startWatchedServer } from "../support/watched-server.ts";
import { some } from "../support/repetitions.ts";

/** Whoever writes a spec's configuration asks questions about a repository that they cannot read. */
const code = { "src/db.ts": 'const PASSWORD = "hunter2-Tango"; // PK1\n' };
const optsIn = "specs: [acme/spec]\n";

let sandbox: Sandbox;
let server: Server;
let folder: string;

async function begin(
  environment: Readonly<Record<string, string>> = {},
  isPrivate = false,
  replace: Parameters<typeof startWatchedServer>[1] = {},
): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), "foreign-"));
  sandbox = await createWatchedSandbox();
  for (const login of ["mallory", "victim"]) sandbox.createUser(login);
  await sandbox.createRepository({
    name: "acme/spec",
    isPrivate,
    files: { "spec.md": "# Lock\n\n- `(PK1)` The lock opens within 2 s.\n" },
    collaborators: { mallory: "write" },
  });
  const settings = {
    ...sandbox.settings,
    HOST: "127.0.0.1",
    PORT: "0",
    TWOPATH_DATA_DIR: folder,
    LOG_LEVEL: "fatal",
  };
  server = await startWatchedServer(readSettings({ ...settings, ...environment }), replace);
  sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
}

afterEach(async () => {
  await server.stop(5_000);
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
  expect(requestProblems(sandbox.requests)).toEqual([]);
});

interface Repository {
  readonly name: string;
  readonly config?: string;
  readonly isPrivate?: boolean;
  readonly writers?: readonly string[];
}

async function repository({ name, config, isPrivate = true, writers = [] }: Repository): Promise<void> {
  const files = config === undefined ? code : { ...code, ".github/twopath.yml": config };
  const collaborators = Object.fromEntries(["victim", ...writers].map((login) => [login, "write" as const]));
  await sandbox.createRepository({ name, isPrivate, files, collaborators });
  await settled();
  before = sandbox.requests.length;
}

async function settled(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await sandbox.webhooks.settled();
    await server.tools.queue.idle();
  }
}

let asked = 0;
/** Requests that were made before the first question. */
let before = 0;

/** What the bot says of PK1 where the configuration names this target. */
async function ask(target: string): Promise<string> {
  asked += 1;
  const branch = `change-${String(asked)}`;
  const config = `spec: [spec.md]\ntargets:\n  - { name: sdk, ${target} }\n`;
  const place = { repository: "acme/spec", author: "mallory" };
  await sandbox.commit({ ...place, branch: "main", files: { ".github/twopath.yml": config } });
  const text = "# Lock\n\n- `(PK1)` The lock opens within 3 s.\n";
  await sandbox.commit({ ...place, branch, from: "main", files: { "spec.md": text } });
  const pull = await sandbox.openPullRequest({ ...place, head: branch });
  await settled();
  return commentOn(pull)
    .replaceAll(pull.headSha, "HEAD")
    .replaceAll(/(?:pull|#)\/?\d+/g, "PULL");
}

function commentOn(pull: PullRequest): string {
  const bodies = sandbox.comments(pull).filter(({ author }) => author.login === "twopath[bot]");
  expect(bodies).toHaveLength(1);
  return bodies[0]?.body ?? "";
}

/** Requests that read what a repository holds. */
function contentReads(name: string): readonly string[] {
  return sandbox.requests
    .slice(before)
    .map(({ path }) => path)
    .filter((path) => path.startsWith(`/repos/${name}/`) && !path.endsWith("/installation"));
}

test("a repository of another owner gets no question, and the bot's words are those for one that is not there", async () => {
  await begin();
  await repository({ name: "victim/vault", config: optsIn });
  const absent = await ask("repository: victim/nothing");
  expect(absent).toContain("sdk not read");
  expect(await ask("repository: victim/vault")).toBe(absent);
  expect(await ask('repository: victim/vault, tagPattern: "(PK1|PASSWORD)"')).toBe(absent);
  expect(contentReads("victim/vault")).toEqual([]);
});

const withoutConsent = [
  ["without a configuration", undefined],
  ["that names another spec", "specs: [acme/other]\n"],
  ["whose configuration is broken", "specs: [acme/spec]\nnonsense: 1\n"],
  ["that names the spec as its own target only", "targets:\n  - { name: spec, repository: acme/spec }\n"],
  ["that names a spec of a like name", "specs: [acme/spec2, acme-x/spec]\n"],
  ["that is private while the spec is public", optsIn],
] as const;
test.each(some(withoutConsent, 2))(
  "a private repository of the same owner %s is as one that is not there",
  async (_, config) => {
    await begin();
    await repository({ name: "acme/vault", ...(config === undefined ? {} : { config }) });
    const absent = await ask("repository: acme/nothing");
    expect(await ask("repository: acme/vault")).toBe(absent);
    expect(
      contentReads("acme/vault").filter((path) => !/\/contents\/\.github(?:%2Ftwopath\.yml)?\?/.test(path)),
    ).toEqual([]);
  },
);

test("a repository that names the spec on another branch than its default one is none", async () => {
  await begin();
  await repository({ name: "acme/vault" });
  const branch = { repository: "acme/vault", branch: "opt-in", author: "victim" };
  await sandbox.commit({ ...branch, files: { ".github/twopath.yml": optsIn } });
  expect(await ask("repository: acme/vault")).toBe(await ask("repository: acme/nothing"));
});

test("an owner that the operator does not serve is none", async () => {
  await begin({ TWOPATH_ALLOWED_OWNERS: "acme" });
  await repository({ name: "victim/vault", config: optsIn, isPrivate: false });
  expect(await ask("repository: victim/vault")).toBe(await ask("repository: victim/nothing"));
  expect(contentReads("victim/vault")).toEqual([]);
});

test("an error before a target is admitted says nothing of it", async () => {
  await begin();
  await repository({ name: "acme/vault" });
  const absent = await ask("repository: acme/nothing");
  const route = "/repos/{owner}/{repo}/contents/{path}";
  sandbox.fault({ route, path: "/repos/acme/vault/", nth: 1, times: 9, effect: { status: 500 } });
  expect(await ask("repository: acme/vault")).toBe(absent);
});

test("in public, /generate for a private repository says the same as for one that is not there", async () => {
  await begin({}, false, { model: new ScriptedModel(() => null) });
  await repository({ name: "acme/vault", config: optsIn });
  const answer = async (target: string): Promise<string> => {
    await ask(`repository: ${target}, language: typescript`);
    const pull = sandbox.pullRequests("acme/spec").at(-1);
    if (pull === undefined) throw new Error("no pull request");
    sandbox.comment(pull, "mallory", "/generate all --path code --target sdk");
    await settled();
    return (sandbox.comments(pull).at(-1)?.body ?? "").replaceAll(/\d+/g, "N").replaceAll(target, "TARGET");
  };
  const absent = await answer("acme/nothing");
  expect(absent).toContain("is no target of this spec");
  expect(await answer("acme/vault")).toBe(absent);
});

test.each([
  ["nobody who may not write there", false],
  ["who may write there", true],
])("a design shows the code of a private target to %s", async (_who, mayWrite) => {
  const requests: string[] = [];
  const model = new ScriptedModel((request) => {
    requests.push(JSON.stringify(request));
    return null;
  });
  await begin({}, true, { model });
  await repository({ name: "acme/vault", config: optsIn, writers: mayWrite ? ["mallory"] : [] });
  await ask("repository: acme/vault, language: typescript");
  const pull = sandbox.pullRequests("acme/spec").at(-1);
  if (pull === undefined) throw new Error("no pull request");
  sandbox.comment(pull, "mallory", "/generate all --path design");
  await settled();
  expect(requests.filter((request) => request.includes('"design"'))).not.toEqual([]);
  expect(requests.some((request) => request.includes("hunter2"))).toBe(mayWrite);
});

test("a private target that names a private spec is cited", async () => {
  await begin({}, true);
  await repository({ name: "acme/vault", config: optsIn });
  expect(await ask("repository: acme/vault")).toContain("sdk (1)");
});

test("what finds citations in a target is the target's own word", async () => {
  await begin();
  await repository({ name: "acme/vault", config: optsIn, isPrivate: false });
  const question = `tagPattern: '(?<id>PK1)$'`;
  expect(await ask(`repository: acme/vault, ${question}`)).toContain("sdk (1)");
  // The spec's own pattern and tag would find nothing here.
  expect(await ask(`repository: acme/vault, tagPattern: '^(?<id>never)'`)).toContain("sdk (1)");
  const own = "specs:\n  - { repository: acme/spec, tagPattern: '^(?<id>never)' }\n";
  const change = { repository: "acme/vault", branch: "main", author: "victim" };
  await sandbox.commit({ ...change, files: { ".github/twopath.yml": own } });
  expect(await ask("repository: acme/vault, path: ''")).toContain("no target");
});

/** Ways to name a private repository that did not ask for it, or to get at what it holds; VAULT stands for its name. */
const forms = [
  ["repository: ACME/VAULT"],
  ["repository: acme/VAULT.git"],
  ["repository: acme/VAULT/"],
  ["repository: ./acme/VAULT"],
  ["repository: acme/./VAULT"],
  ["repository: acme/x/../VAULT"],
  ["repository: 'acme/VAULT '"],
  ["repository: acme%2FVAULT"],
  ["repository: https://github.com/acme/VAULT"],
  ["repository: acme/VAULT, path: src"],
  ["repository: acme/VAULT, source: ['../**', '**']"],
  ["repository: acme/VAULT, files: [src/db.ts]"],
  ["repository: acme/VAULT, tag: '// ID', language: typescript"],
  ["path: ../VAULT"],
  ['repository: "acme/VAULT\\u200b"'],
  ["repository: \uff41cme/VAULT"],
  ["repository: acme/VAULT?ref=main"],
  ["repository: acme/VAULT#main"],
  ["repository: acme/VAULT@main"],
  ["repository: git@github.com:acme/VAULT"],
  ["repository: acme/VAULT, test: ['**'], path: src/db.ts"],
  ["repository: acme/VAULT }\n  - { name: twin, repository: acme/VAULT"],
] as const;
test.each(some(forms, 4))(
  "C2: %s says no more of a repository that is there than of one that is not",
  async (form) => {
    await begin();
    await repository({ name: "acme/vault" });
    const said = async (name: string): Promise<string> =>
      (await ask(form.replace("VAULT", name))).replaceAll(new RegExp(name, "gi"), "NAME");
    expect(await said("vault")).toBe(await said("absentee"));
    expect(
      contentReads("acme/vault").filter((path) => !/\/contents\/\.github(?:%2Ftwopath\.yml)?\?/.test(path)),
    ).toEqual([]);
  },
);

test("C2: a vault that names every spec of its owner by a pattern names none", async () => {
  await begin();
  await repository({ name: "acme/vault", config: "specs: ['acme/*', '*/spec', acme]\n" });
  const absent = await ask("repository: acme/absentee");
  expect((await ask("repository: acme/vault")).replaceAll("vault", "absentee")).toBe(absent);
});

test("C2: a target that the head alone names is none, and neither is one behind another of the same name", async () => {
  await begin({}, true);
  await repository({ name: "acme/vault", config: optsIn });
  const place = { repository: "acme/spec", author: "mallory", branch: "by-head", from: "main" };
  const files = {
    "spec.md": "# Lock\n\n- `(PK1)` The lock opens within 4 s.\n",
    ".github/twopath.yml": "spec: [spec.md]\ntargets:\n  - { name: sdk, repository: acme/vault }\n",
  };
  await sandbox.commit({ ...place, files });
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "by-head", author: "mallory" });
  await settled();
  expect(commentOn(pull)).not.toContain("sdk (1)");
  expect(contentReads("acme/vault")).toEqual([]);
});

test("C2: a command says no more of it either", async () => {
  await begin();
  await repository({ name: "acme/vault" });
  const answers: string[] = [];
  for (const name of ["vault", "absentee"]) {
    await ask(`repository: acme/${name}`);
    const pull = sandbox.pullRequests("acme/spec").at(-1);
    if (pull === undefined) throw new Error("no pull request");
    for (const command of ["/generate --path code", "/status", "/retry"]) {
      sandbox.comment(pull, "mallory", command);
      await settled();
    }
    const said = sandbox.comments(pull).filter(({ author }) => author.login === "twopath[bot]");
    answers.push(
      said
        .map(({ body }) => body)
        .join("\n")
        .replaceAll(pull.headSha, "HEAD")
        .replaceAll(pull.headSha.slice(0, 12), "HEAD")
        .replaceAll(new RegExp(name, "gi"), "NAME")
        .replaceAll(/\d+/g, "N"),
    );
  }
  expect(answers[0]).toBe(answers[1]);
  expect(
    contentReads("acme/vault").filter((path) => !/\/contents\/\.github(?:%2Ftwopath\.yml)?\?/.test(path)),
  ).toEqual([]);
});
