import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { type CodeWorld, createCodeWorld, openDesign } from "../support/code-world.ts";
import { failCheck } from "../support/fail-check.ts";
import { interrupted, type Meanwhile } from "../support/meanwhile.ts";

/*
 * A target that withdraws its consent, or that a public spec may not name any more, gets nothing more from the spec: no note, no
 * closing, no word on its checks. And nothing is opened for a spec pull request that was closed meanwhile.
 */
let world: CodeWorld;
const meanwhile: Meanwhile = { once: null };

beforeEach(async () => {
  world = await createCodeWorld({ targets: ["one"], replace: { queue: { maxAttempts: 1 } } });
  interrupted(world.model, meanwhile);
});
afterEach(() => world.close());

async function openCode(): Promise<{ readonly spec: PullRequest; readonly code: PullRequest }> {
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path code");
  const code = world.sandbox.pullRequests("acme/one").at(-1);
  if (code === undefined) throw new Error("no code");
  return { spec, code };
}

const ends = {
  "that withdrew": () =>
    world.sandbox.commit({
      ...{ repository: "acme/one", branch: "main", author: "maintainer" },
      files: { ".github/twopath.yml": "specs: []\n" },
    }),
  "that turned private": () => {
    world.sandbox.world.repository("acme/one").isPrivate = true;
    return Promise.resolve();
  },
};

test.each(Object.keys(ends) as (keyof typeof ends)[])(
  "in a target %s nothing is written when the spec moves, its design is merged, checks fail, or it is closed and opened again",
  async (how) => {
    const { spec, code } = await openCode();
    const { design } = await openDesign(world);
    await ends[how]();
    await world.settled();
    const { sandbox } = world;
    const from = sandbox.requests.length;
    await sandbox.commit({
      ...{ repository: "acme/spec", branch: spec.headRef, author: "author" },
      files: { "spec.md": "# Limits\n\n- `(LM1)` The client MUST send at most 98 messages in one batch.\n" },
    });
    await world.settled();
    await failCheck(sandbox, code, { path: "src/batch.ts", line: 1, message: "boom" });
    await world.settled();
    await sandbox.merge(design, "maintainer");
    await world.settled();
    await sandbox.closePullRequest(spec, "author");
    await world.settled();
    await sandbox.reopen(spec, "author");
    await sandbox.closePullRequest(spec, "author");
    await world.settled();
    const isOfCi = (body: unknown): boolean => JSON.stringify(body ?? "").includes('"unit tests"');
    const written = sandbox.requests
      .slice(from)
      .filter(({ method, path }) => method !== "GET" && path.startsWith("/repos/acme/one/"))
      .filter(({ body }) => !isOfCi(body));
    expect(written.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
    expect(code.state).toBe("open");
  },
);

test("where it still takes part, its pull request is closed with the spec's", async () => {
  const { spec, code } = await openCode();
  await world.sandbox.closePullRequest(spec, "author");
  await world.settled();
  expect(code.state).toBe("closed");
});

test.each(["on the spec", "on its design"])(
  "code that was ordered %s is not opened once the spec pull request was closed unmerged",
  async (where) => {
    const opened = where === "on the spec" ? null : await openDesign(world);
    const spec = opened?.spec ?? (await world.openSpec());
    meanwhile.once = async () => {
      await world.sandbox.closePullRequest(spec, "maintainer");
      await world.sandbox.webhooks.settled();
    };
    await world.say(opened?.design ?? spec, "/generate --path code --accept-open");
    expect(meanwhile.once).toBeNull();
    expect(world.sandbox.pullRequests("acme/one")).toEqual([]);
  },
);
