import type { LoggedRequest } from "../../src/sandbox/http/request-log.ts";
import { type CodeWorld, createCodeWorld } from "../support/code-world.ts";

let world: CodeWorld;

beforeAll(async () => {
  world = await createCodeWorld({ targets: ["one"], replace: { queue: { maxAttempts: 1 } } });
  const pull = await world.openSpec();
  await world.say(pull, "/generate --path code");
  await world.say(pull, "/generate --path design");
  await world.say(pull, "/explain LM1");
}, 120_000);
afterAll(() => world.close());

interface Minted {
  readonly repositoryIds: readonly number[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly used: readonly LoggedRequest[];
}

function minted(): readonly Minted[] {
  const { requests } = world.sandbox;
  const mints = requests.filter(({ path, status }) => path.endsWith("/access_tokens") && status === 201);
  return mints.map(({ body, answer }) => {
    const asked = (body ?? {}) as { repository_ids?: number[]; permissions?: Record<string, string> };
    const { token } = answer as { token: string };
    const used = requests.filter(({ headers }) => headers["authorization"] === `token ${token}`);
    return { repositoryIds: asked.repository_ids ?? [], permissions: asked.permissions ?? {}, used };
  });
}

test("a token reaches one repository, and there what its work takes", () => {
  const tokens = minted();
  expect(tokens.length).toBeGreaterThan(4);
  for (const { repositoryIds, permissions } of tokens) {
    const looksUp = Object.keys(permissions).join() === "metadata";
    expect(repositoryIds).toHaveLength(looksUp ? 0 : 1);
    expect(Object.keys(permissions)).not.toEqual([]);
  }
});

test("who reads holds no right to write, who comments none to commit, and who commits none to write check runs", () => {
  const tokens = minted();
  const writes = ({ permissions }: Minted): string =>
    Object.entries(permissions)
      .filter(([, level]) => level === "write")
      .map(([name]) => name)
      .sort()
      .join(" ");
  expect([...new Set(tokens.map(writes))].sort()).toEqual([
    "",
    "checks",
    "contents pull_requests",
    "issues pull_requests",
  ]);
  for (const token of tokens) {
    const routes = token.used
      .map(({ route }) => route ?? "")
      .filter((route) => !route.startsWith("GET ") && route !== "POST /graphql");
    if (writes(token) === "") expect(routes).toEqual([]);
    for (const route of routes) {
      const isCommit = /\/git\//.test(route);
      if (isCommit) expect([route, token.permissions["contents"]]).toEqual([route, "write"]);
      if (/check-runs/.test(route)) expect([route, token.permissions["checks"]]).toEqual([route, "write"]);
      else expect([route, token.permissions["checks"]]).toEqual([route, undefined]);
    }
  }
});

test("an installation that has not granted everything is served as far as it goes", async () => {
  const { sandbox } = world;
  const installation = sandbox.world.installationOf(sandbox.world.repository("acme/spec"));
  if (installation === undefined) throw new Error("not installed");
  const held = { ...installation.permissions };
  try {
    delete (installation.permissions as Record<string, string>)["checks"];
    sandbox.world.tokens.clear();
    const pull = await world.openSpec();
    const said = sandbox.comments(pull).filter(({ author }) => author.login.endsWith("[bot]"));
    expect(said.map(({ body }) => body).join("\n")).toContain("1 changed entry");
  } finally {
    Object.assign(installation.permissions, held);
  }
});
