import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { type CodeWorld, createCodeWorld } from "../support/code-world.ts";

/*
 * GitHub answers for a repository that it has blocked, or that it cannot serve, with an error; for one that nobody has, with
 * "not found". What is said is the same, but where the repository may be named: there the work is tried again.
 */

let world: CodeWorld;
afterEach(() => world.close());

const config = ".github/twopath.yml";
const code = { "src/batch.ts": "// LM1\n", "test/a.txt": "a\n" };
const lookup = { route: "GET /repos/{owner}/{repo}", path: "/repos/acme/vault" } as const;
const content = {
  route: "GET /repos/{owner}/{repo}/contents/{path}",
  path: "/repos/acme/vault/contents/",
} as const;

interface Broken {
  readonly where: { readonly route: string; readonly path: string };
  readonly status: number;
}

const broken: readonly Broken[] = [lookup, content].flatMap((where) =>
  [403, 451, 500].map((status) => ({ where, status })),
);

function breakOff({ where, status }: Broken): void {
  world.sandbox.fault({ ...where, times: 999, effect: { status, message: "Repository access blocked" } });
}

/** What differs from run to run is taken out. */
function compared(said: readonly string[]): string {
  return said
    .join("\n")
    .replaceAll(/\b[0-9a-f]{6,40}\b|[0-9a-f]*&#8203;[0-9a-f]*/g, "SHA")
    .replaceAll(/\d+/g, "N");
}

const saidOn = (pull: PullRequest): string =>
  compared(
    world.sandbox
      .comments(pull)
      .flatMap(({ author, body }) => (author.login === "twopath[bot]" ? [body] : [])),
  );

async function say(pull: PullRequest, body: string, login: string): Promise<void> {
  world.sandbox.comment(pull, login, body);
  await world.settled();
}

interface Vault {
  readonly files: Readonly<Record<string, string>> | null;
  readonly broken?: Broken;
  readonly isSpecPrivate?: boolean;
}

async function withVault({ files, isSpecPrivate = false }: Vault): Promise<void> {
  world = await createCodeWorld({ targets: [], replace: { queue: { maxAttempts: 1 } } });
  world.sandbox.world.repository("acme/spec").isPrivate = isSpecPrivate;
  if (files === null) return;
  const made = { name: "acme/vault", isPrivate: true, collaborators: {} };
  await world.sandbox.createRepository({ ...made, files: { ...code, ...files } });
}

/** What a spec's author is told who names acme/vault as a target. */
async function asTarget(vault: Vault): Promise<string> {
  await withVault(vault);
  const target = "{ name: vault, repository: acme/vault, language: typescript }";
  const files = { [config]: `spec: [spec.md]\ntargets:\n  - ${target}\n` };
  await world.sandbox.commit({ repository: "acme/spec", branch: "main", author: "author", files });
  if (vault.broken !== undefined) breakOff(vault.broken);
  const spec = await world.openSpec();
  for (const words of ["/generate --path code", "/generate --path design", "/status", "/explain LM1"])
    await say(spec, words, "author");
  return saidOn(spec);
}

const unwilling = { [config]: "specs: [acme/other]\n" };

test.each(broken.filter(({ where }) => where === lookup))(
  "a private name is as an absent one to a public spec, whatever breaks off: $status",
  async (one) => {
    const absent = await asTarget({ files: null });
    await world.close();
    expect(absent).toContain("is no target of this spec");
    expect(await asTarget({ files: unwilling, broken: one })).toBe(absent);
  },
);

test.each(broken)("and to a private spec that it does not name: $where.route, $status", async (one) => {
  const absent = await asTarget({ files: null, isSpecPrivate: true });
  await world.close();
  expect(await asTarget({ files: unwilling, broken: one, isSpecPrivate: true })).toBe(absent);
});

/** What somebody is told in a repository of their own, which names acme/vault as its spec. */
async function asSpec(vault: Vault): Promise<string> {
  await withVault(vault);
  const { sandbox } = world;
  sandbox.createUser("mallory");
  const own = { name: "acme/own", isPrivate: true, collaborators: { mallory: "write" } } as const;
  await sandbox.createRepository({ ...own, files: { ...code, [config]: "specs: [acme/vault]\n" } });
  const author = "mallory";
  await sandbox.commit({
    repository: own.name,
    branch: "more",
    author,
    files: { "src/more.ts": "// LM1\n" },
  });
  const pull = await sandbox.openPullRequest({ repository: own.name, head: "more", author });
  await world.settled();
  if (vault.broken !== undefined) breakOff(vault.broken);
  await say(pull, "/verify", author);
  return saidOn(pull);
}

const specOfOwn = { [config]: "spec: [spec.md]\ntargets:\n  - { name: a, repository: acme/own }\n" };
const right = {
  route: "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
  path: "/repos/acme/vault/",
} as const;

test.each([lookup, right].flatMap((where) => [403, 451, 500].map((status) => ({ where, status }))))(
  "a private spec that one may not read is as an absent one to /verify: $where.route, $status",
  async (one) => {
    const absent = await asSpec({ files: null });
    await world.close();
    expect(absent).not.toBe("");
    expect(await asSpec({ files: specOfOwn, broken: one })).toBe(absent);
  },
);

test("a target that could be named when GitHub last answered is tried again, and not given up", async () => {
  world = await createCodeWorld({ targets: ["one"] });
  const spec = await world.openSpec();
  const path = "/repos/acme/one";
  world.sandbox.fault({ ...lookup, path, times: 2, effect: { status: 502, message: "Bad gateway." } });
  await world.say(spec, "/generate --path code");
  for (let waits = 0; waits < 100 && world.sandbox.pullRequests("acme/one").length === 0; waits += 1) {
    await new Promise((resume) => setTimeout(resume, 100));
    await world.settled();
  }
  expect(world.sandbox.pullRequests("acme/one")).toHaveLength(1);
  expect(world.table(spec)).not.toContain("is no target");
});
