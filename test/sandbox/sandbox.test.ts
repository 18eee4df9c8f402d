import { execFileSync, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requestProblems, webhookProblems } from "../support/github-schema.ts";
import { testKey } from "../support/test-settings.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";

interface Received {
  readonly event: string;
  readonly action: string;
  readonly signature: string;
  readonly body: string;
}

let sandbox: Sandbox;
let hook: Server;
let received: Received[];
let folder: string;

beforeEach(async () => {
  received = [];
  folder = mkdtempSync(join(tmpdir(), "sandbox-test-"));
  hook = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks).toString("utf8");
      received.push({
        event: String(request.headers["x-github-event"]),
        action: (JSON.parse(body) as { action: string }).action,
        signature: String(request.headers["x-hub-signature-256"]),
        body,
      });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
  sandbox = await createSandbox({ privateKey: testKey });
  sandbox.webhooks.target = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  sandbox.createUser("alice");
  sandbox.createUser("mallory");
  await sandbox.createRepository({
    name: "acme/spec",
    files: { "spec.md": "- `(A1)` one\n", "docs/a.md": "a\n" },
    collaborators: { alice: "write" },
  });
});

afterEach(async () => {
  await sandbox.close();
  hook.closeAllConnections();
  await new Promise((resolve) => hook.close(resolve));
  rmSync(folder, { recursive: true });
  const problems = [...requestProblems(sandbox.requests), ...webhookProblems(sandbox.webhooks.deliveries)];
  expect([...new Set(problems)]).toEqual([]);
});

async function api(
  method: string,
  path: string,
  body?: unknown,
  token = sandbox.token("acme"),
  headers: Record<string, string> = {},
): Promise<{ status: number; json: Record<string, unknown>; headers: Headers }> {
  const answer = await fetch(sandbox.apiUrl + path, {
    method,
    headers: { authorization: `bearer ${token}`, ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    json: text === "" ? {} : (JSON.parse(text) as Record<string, unknown>),
    headers: answer.headers,
  };
}

/** Not synchronous: the server answers git from this process. */
function run(command: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(command, args).on("close", resolve);
  });
}

async function pull(branch = "change") {
  await sandbox.commit({
    repository: "acme/spec",
    branch,
    files: { "spec.md": "- `(A1)` one\n- `(A2)` two\n" },
    author: "alice",
  });
  return sandbox.openPullRequest({ repository: "acme/spec", head: branch, author: "alice" });
}

test("a real git push opens nothing, moves an open pull request, and the webhooks are signed", async () => {
  const opened = await pull();
  const work = join(folder, "work");
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", work, ...args], { encoding: "utf8", stdio: "pipe" });
  const clone = await run("git", [
    "clone",
    "-q",
    "-b",
    "change",
    sandbox.cloneUrl("acme/spec", "alice"),
    work,
  ]);
  expect(clone).toBe(0);
  writeFileSync(join(work, "spec.md"), "- `(A1)` three\n");
  git("-c", "user.name=Alice", "-c", "user.email=a@example.org", "commit", "-qam", "three");
  const push = await run("git", ["-C", work, "push", "-q"]);
  expect(push).toBe(0);
  await sandbox.webhooks.settled();
  expect(opened.headSha).toBe(git("rev-parse", "HEAD").trim());
  expect(received.filter((each) => each.event === "pull_request").map((each) => each.action)).toEqual([
    "opened",
    "synchronize",
  ]);
  for (const each of received) {
    const expected = createHmac("sha256", sandbox.webhookSecret).update(each.body).digest("hex");
    expect(each.signature).toBe(`sha256=${expected}`);
  }
});

test("files, comments and reactions of a pull request over the API", async () => {
  const { number } = await pull();
  const files = await api("GET", `/repos/acme/spec/pulls/${number}/files`);
  expect(files.json).toMatchObject([{ filename: "spec.md", status: "modified", additions: 1, deletions: 0 }]);
  const comment = await api("POST", `/repos/acme/spec/issues/${number}/comments`, { body: "hello" });
  expect(comment).toMatchObject({
    status: 201,
    json: { body: "hello", user: { login: "twopath[bot]", type: "Bot" } },
  });
  const id = String(comment.json["id"]);
  const path = `/repos/acme/spec/issues/comments/${id}`;
  expect((await api("POST", `${path}/reactions`, { content: "eyes" })).status).toBe(201);
  expect((await api("POST", `${path}/reactions`, { content: "eyes" })).status).toBe(200);
  expect((await api("PATCH", path, { body: "x".repeat(65_537) })).status).toBe(422);
  expect((await api("PATCH", path, { body: "bye" })).json).toMatchObject({ body: "bye" });
});

test("a commit by the git data API becomes a branch and a draft pull request; nothing is forced", async () => {
  const repo = "/repos/acme/spec/git";
  const main = await api("GET", `${repo}/ref/heads/main`);
  const head = (main.json["object"] as { sha: string }).sha;
  const base = await api("GET", `${repo}/commits/${head}`);
  const tree = await api("POST", `${repo}/trees`, {
    base_tree: (base.json["tree"] as { sha: string }).sha,
    tree: [
      { path: "design/a.md", mode: "100644", type: "blob", content: "# A\n" },
      { path: "docs/a.md", mode: "100644", type: "blob", sha: null },
    ],
  });
  const commit = await api("POST", `${repo}/commits`, {
    message: "Design",
    tree: tree.json["sha"],
    parents: [head],
  });
  const ref = "refs/heads/twopath/design/1-a";
  expect((await api("POST", `${repo}/refs`, { ref, sha: commit.json["sha"] })).status).toBe(201);
  expect((await api("POST", `${repo}/refs`, { ref, sha: commit.json["sha"] })).status).toBe(422);
  const back = await api("PATCH", `${repo}/${ref}`, { sha: head });
  expect(back).toMatchObject({ status: 422, json: { message: "Update is not a fast forward" } });
  const opened = await api("POST", "/repos/acme/spec/pulls", {
    head: "twopath/design/1-a",
    base: "main",
    title: "Design",
    draft: true,
  });
  expect(opened).toMatchObject({ status: 201, json: { draft: true, changed_files: 2 } });
  expect(await sandbox.readFile("acme/spec", "twopath/design/1-a", "design/a.md")).toBe("# A\n");
  expect(await sandbox.readFile("acme/spec", "twopath/design/1-a", "docs/a.md")).toBeNull();
});

test("a token does only what it was limited to, and expires", async () => {
  const { number } = await pull();
  await sandbox.createRepository({ name: "acme/private", files: { a: "a" }, isPrivate: true });
  const limited = sandbox.token("acme", { repositories: ["spec"], permissions: { contents: "read" } });
  const comments = `/repos/acme/spec/issues/${number}/comments`;
  expect((await api("POST", comments, { body: "x" }, limited)).status).toBe(403);
  expect((await api("GET", "/repos/acme/spec/contents/spec.md", undefined, limited)).status).toBe(200);
  expect((await api("GET", "/repos/acme/private/contents/a", undefined, limited)).status).toBe(404);
  sandbox.world.skipTime(3_600_000);
  expect((await api("GET", "/repos/acme/spec", undefined, limited)).status).toBe(401);
});

test("permissions of users", async () => {
  const ask = async (login: string) =>
    (await api("GET", `/repos/acme/spec/collaborators/${login}/permission`)).json["permission"];
  expect([await ask("alice"), await ask("mallory"), await ask("acme")]).toEqual(["write", "read", "admin"]);
});

test("an unchanged answer is 304, and lists are paged with links", async () => {
  const opened = await pull();
  for (let i = 0; i < 5; i++) sandbox.comment(opened, "mallory", `n ${i}`);
  const path = `/repos/acme/spec/issues/${opened.number}/comments`;
  const first = await api("GET", `${path}?per_page=2`);
  expect(first.headers.get("link")).toContain('rel="next"');
  const etag = first.headers.get("etag") ?? "";
  const again = await api("GET", `${path}?per_page=2`, undefined, undefined, { "if-none-match": etag });
  expect(again.status).toBe(304);
});

test("a fault after the commit loses the answer, not the effect; the next request is well", async () => {
  const { number } = await pull();
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  sandbox.fault({ route, when: "after", effect: { status: 502 } });
  sandbox.fault({ route, nth: 2, effect: { reset: true } });
  const path = `/repos/acme/spec/issues/${number}/comments`;
  expect((await api("POST", path, { body: "once" })).status).toBe(502);
  await expect(api("POST", path, { body: "never" })).rejects.toThrow("fetch failed");
  expect((await api("POST", path, { body: "well" })).status).toBe(201);
  expect(sandbox.comments(sandbox.pullRequests("acme/spec")[0]!).map((each) => each.body)).toEqual([
    "once",
    "well",
  ]);
});

test("a fork's pull request, its head deleted, and a merge", async () => {
  const fork = await sandbox.fork("acme/spec", "mallory");
  await sandbox.commit({
    repository: "mallory/spec",
    branch: "evil",
    files: { "spec.md": "x\n" },
    author: "mallory",
  });
  const opened = await sandbox.openPullRequest({
    repository: "acme/spec",
    head: "mallory:evil",
    author: "mallory",
  });
  expect(opened.headRepository).toBe(fork);
  expect((await api("GET", `/repos/acme/spec/git/commits/${opened.headSha}`)).status).toBe(200);
  await sandbox.deleteBranch("mallory/spec", "evil", "mallory");
  expect(opened.state).toBe("closed");
  const mine = await pull();
  await sandbox.merge(mine, "alice");
  expect(await sandbox.readFile("acme/spec", "main", "spec.md")).toContain("(A2)");
});

test("the other routes answer as GitHub describes them", async () => {
  const opened = await pull();
  const repo = "/repos/acme/spec";
  const created = await api("POST", `${repo}/check-runs`, {
    name: "twopath",
    head_sha: opened.headSha,
    status: "completed",
    conclusion: "neutral",
    output: { title: "t", summary: "s" },
    actions: [{ label: "Generate", description: "Open it", identifier: "generate" }],
  });
  const id = String(created.json["id"]);
  expect(created.status).toBe(201);
  expect((await api("PATCH", `${repo}/check-runs/${id}`, { conclusion: "success" })).status).toBe(200);
  sandbox.pressButton(sandbox.checks("acme/spec")[0]!, "generate", "alice");
  const sha = opened.headSha;
  const line = { body: "?", commit_id: sha, path: "spec.md", line: 2, side: "RIGHT" };
  expect((await api("POST", `${repo}/pulls/${opened.number}/comments`, line)).status).toBe(201);
  for (const path of [
    "",
    "/pulls",
    `/pulls/${opened.number}`,
    `/pulls/${opened.number}/commits`,
    `/pulls/${opened.number}/comments`,
    "/contents/spec.md",
    "/contents/docs",
    "/commits",
    `/commits/${sha}`,
    `/commits/${sha}/check-runs`,
    "/compare/main...change",
    `/git/trees/${sha}?recursive=1`,
  ])
    expect([path, (await api("GET", repo + path)).status]).toEqual([path, 200]);
  const archive = await fetch(`${sandbox.apiUrl}${repo}/tarball/${sha}`, {
    headers: { authorization: `bearer ${sandbox.token("acme")}` },
  });
  expect((await archive.arrayBuffer()).byteLength).toBeGreaterThan(100);
  await sandbox.setDraft(opened, "alice", true);
  await sandbox.setDraft(opened, "alice", false);
  await sandbox.edit(opened, "alice", { title: "New" });
  await sandbox.closePullRequest(opened, "alice");
  await sandbox.reopen(opened, "alice");
  sandbox.editComment(sandbox.comment(opened, "mallory", "a"), "mallory", "b");
  sandbox.uninstall("acme");
});

test.each(["merge", "squash", "rebase"] as const)(
  "the button merges by %s, as GitHub does",
  async (method) => {
    const branch = `by-${method}`;
    const place = { repository: "acme/spec", author: "alice" };
    await sandbox.commit({ ...place, branch, files: { [`${method}-1.md`]: "one\n" } });
    await sandbox.commit({ ...place, branch, files: { [`${method}-2.md`]: "two\n" } });
    const opened = await sandbox.openPullRequest({ ...place, head: branch });
    await sandbox.commit({ ...place, branch: "main", files: { [`${method}-3.md`]: "three\n" } });
    const { store } = sandbox.world.repository("acme/spec");
    const base = (await store.resolve("main")) ?? "";
    const sha = await sandbox.merge(opened, "alice", method);
    expect(await store.resolve("main")).toBe(sha);
    for (const at of [1, 2, 3])
      expect(await sandbox.readFile("acme/spec", "main", `${method}-${at}.md`)).not.toBeNull();
    const made = (await store.commits([`${base}..${sha}`])).map(({ parents }) => parents);
    const numbers = { merge: [2, 1, 1], squash: [1], rebase: [1, 1] };
    expect(made.map(({ length }) => length).sort()).toEqual([...numbers[method]].sort());
    expect(await store.isAncestor(opened.headSha, sha)).toBe(method === "merge");
  },
);

test("what has come into the base with another pull request is merged, too", async () => {
  const place = { repository: "acme/spec", author: "alice" };
  await sandbox.commit({ ...place, branch: "inner", files: { "inner.md": "one\n" } });
  await sandbox.commit({ ...place, branch: "outer", from: "inner", files: { "outer.md": "two\n" } });
  const inner = await sandbox.openPullRequest({ ...place, head: "inner" });
  const outer = await sandbox.openPullRequest({ ...place, head: "outer" });
  const sha = await sandbox.merge(outer, "alice");
  expect([inner.state, inner.mergedAt !== null, inner.mergeCommitSha]).toEqual(["closed", true, sha]);
});
