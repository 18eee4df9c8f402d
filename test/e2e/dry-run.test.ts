import { createCodeWorld } from "../support/code-world.ts";

test("/generate --dry-run says entries, branch, files, tokens and cost; no model is asked and nothing is opened", async () => {
  const world = await createCodeWorld({ targets: ["one"] });
  try {
    const pull = await world.openSpec();
    const asked = world.model.requests.length;
    await world.say(pull, "/generate --path code --dry-run");
    expect(world.model.requests).toHaveLength(asked);
    expect(world.sandbox.pullRequests("acme/one")).toEqual([]);
    const table = world.table(pull).replaceAll("\\", "").replaceAll("&#8203;", "");
    expect(table).toContain("skipped: dry run, nothing was asked or written. 1 entry: LM1;");
    expect(table).toMatch(
      /branch twopath\/code\/\d+-lm1; code to look at first: src\/batch\.ts; first request/,
    );
    expect(table).toMatch(/first request about [\d,]+ tokens/);
  } finally {
    await world.close();
  }
}, 120_000);
