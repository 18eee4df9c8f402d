import { createCodeWorld } from "../support/code-world.ts";

test("a merged design is followed by code made from spec and design, and not twice", async () => {
  const world = await createCodeWorld({ targets: ["one"] });
  try {
    const spec = await world.openSpec();
    await world.say(spec, "/generate --path design");
    const design = world.sandbox.pullRequests("acme/spec").at(-1);
    if (design === undefined) throw new Error("no design pull request");
    expect(world.sandbox.pullRequests("acme/one")).toHaveLength(0);
    await world.sandbox.merge(design, "maintainer");
    await world.settled();
    const [code] = world.sandbox.pullRequests("acme/one");
    expect(code?.draft).toBe(true);
    expect(code?.body).toContain("by maintainer");
    expect(
      world.model.requests.find(({ purpose }) => purpose === "write")?.documents.map(({ title }) => title),
    ).toContain("design");
    expect(world.table(design)).toContain("| opened |");
    const turns = world.model.requests.length;
    await world.say(design, "/generate");
    expect(world.table(design)).toContain("| unchanged |");
    expect(world.model.requests).toHaveLength(turns);
    expect(world.sandbox.pullRequests("acme/one")).toHaveLength(1);
  } finally {
    await world.close();
  }
});
