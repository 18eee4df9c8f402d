import { createCodeWorld } from "../support/code-world.ts";
import { interrupted, type Meanwhile } from "../support/meanwhile.ts";

/** The same delivery, of a comment that was made some seconds earlier by GitHub's clock. */
function earlier(body: string): string {
  return body.replaceAll(/"(created|updated)_at":"([^"]+)"/g, (_, what: string, at: string) => {
    const before = new Date(Date.parse(at) - 5000).toISOString().replace(/\.\d+Z$/, "Z");
    return `"${what}_at":"${before}"`;
  });
}

test("H1: a /cancel that is delivered late stops nothing that was ordered after it was said", async () => {
  const world = await createCodeWorld({ targets: ["one"] });
  const { sandbox } = world;
  const { webhooks } = sandbox;
  const meanwhile: Meanwhile = { once: null };
  interrupted(world.model, meanwhile);
  try {
    const pull = await world.openSpec();
    const { target } = webhooks;
    webhooks.target = null;
    const from = webhooks.deliveries.length;
    sandbox.comment(pull, "maintainer", "/cancel");
    await webhooks.settled();
    const held = webhooks.deliveries.slice(from);
    webhooks.target = target;
    meanwhile.once = async () => {
      for (const delivery of held)
        await webhooks.send({ ...delivery, body: earlier(delivery.body), guid: `late-${delivery.guid}` });
    };
    await world.say(pull, "/generate --path code");
    expect(sandbox.pullRequests("acme/one")).toHaveLength(1);
    expect(world.table(pull)).not.toContain("cancelled");
  } finally {
    await world.close();
  }
});
