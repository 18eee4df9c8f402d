import { createCodeWorld } from "../support/code-world.ts";

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
  const complete = world.model.complete.bind(world.model);
  let whileTheModelWorks: (() => Promise<unknown>) | null = null;
  world.model.complete = async (...call) => {
    const then = whileTheModelWorks;
    whileTheModelWorks = null;
    await then?.();
    return complete(...call);
  };
  try {
    const pull = await world.openSpec();
    const { target } = webhooks;
    webhooks.target = null;
    const from = webhooks.deliveries.length;
    sandbox.comment(pull, "maintainer", "/cancel");
    await webhooks.settled();
    const held = webhooks.deliveries.slice(from);
    webhooks.target = target;
    whileTheModelWorks = async () => {
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
