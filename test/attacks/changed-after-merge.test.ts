import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { call, openDesign } from "../support/code-world.ts";
import { failCheck } from "../support/fail-check.ts";
import { createTwoBases, type TwoBases } from "../support/two-bases.ts";

/*
 * Once a spec is merged, another pull request may change its entries or take them back, and no page of the first one shows it. What
 * goes on without an order in words does not build the text that is gone.
 */

let world: TwoBases;
beforeEach(async () => {
  world = await createTwoBases();
});
afterEach(() => world.close());

const entry = (limit: number): string =>
  `- \`(LM1)\` The client MUST send at most ${String(limit)} messages in one batch.\n`;
const laterTexts = {
  changed: `# Limits\n\n${entry(500)}`,
  reverted: `# Limits\n\n${entry(10)}`,
  deleted: "# Limits\n\nNothing.\n",
} as const;
const beside = "- `(LM2)` A batch MUST be sent within 5 seconds.\n";

/** The spec is merged, and then another pull request that leaves this text. */
async function mergedThenChanged(spec: PullRequest, text: string): Promise<void> {
  await world.sandbox.merge(spec, "maintainer");
  await world.settled();
  const author = "author";
  const repository = "acme/spec";
  await world.sandbox.commit({
    repository,
    branch: "later",
    from: "main",
    author,
    files: { "spec.md": text },
  });
  const later = await world.sandbox.openPullRequest({ repository, head: "later", author });
  await world.settled();
  await world.sandbox.merge(later, "maintainer");
  await world.settled();
}

const said = "has another text of <code>LM1</code>, or none";

describe.each(Object.entries(laterTexts))("an entry that is %s in the branch by now", (_how, text) => {
  test("is not built by the merge of its design, its retry or a /generate there, but by --accept-stale", async () => {
    const { spec, design } = await openDesign(world);
    await mergedThenChanged(spec, text);
    const asked = world.model.requests.length;
    await world.sandbox.merge(design, "maintainer");
    await world.settled();
    await world.say(design, "/retry");
    await world.say(design, "/generate --accept-open");
    expect(world.made("acme/one")).toEqual([]);
    expect(world.model.requests).toHaveLength(asked);
    expect(world.said(design)).toContain(said);
    await world.say(design, "/generate --accept-open --accept-stale");
    expect(world.made("acme/one")).toHaveLength(1);
  });

  test("is neither repaired nor revised in code that stands", async () => {
    const spec = await world.openSpec();
    await world.say(spec, "/generate --path code");
    const [code] = world.made("acme/one");
    if (code === undefined) throw new Error("no code");
    await mergedThenChanged(spec, text);
    const head = code.headSha;
    const asked = world.model.requests.length;
    world.mending = [
      call("write_file", {
        path: "src/batch.ts",
        content: "// LM1 again\nexport const largestBatch = 20;\n",
      }),
      call("finish", { summary: "Said again." }),
      call("finish", { summary: "Said again." }),
    ];
    await failCheck(world.sandbox, code, { path: "src/batch.ts", line: 1, message: "failuresToMend" });
    await world.settled();
    await world.say(code, "/revise failuresToMend now");
    expect(code.headSha).toBe(head);
    expect(world.model.requests).toHaveLength(asked);
    expect(world.said(code).split(said)).toHaveLength(3);
  });
});

test("an entry beside it may change, and a document may move it", async () => {
  const { spec, design } = await openDesign(world);
  await mergedThenChanged(spec, `# Limits\n\n${beside}\n## Batches\n\n${entry(20)}`);
  await world.sandbox.merge(design, "maintainer");
  await world.settled();
  expect(world.made("acme/one")).toHaveLength(1);
});
