import { call, type CodeWorld, createCodeWorld } from "../support/code-world.ts";

const question = "Per connection or in total? @acme/everyone <img src=x>";
const asked = call("ask", { entry: "LM1", quote: "in one batch", question });
let world: CodeWorld;
afterEach(() => world.close());

test("a question of the writer stands once on the entry's line of the spec's pull request, and opens nothing", async () => {
  world = await createCodeWorld({ targets: ["one"], script: () => asked });
  const pull = await world.openSpec();
  await world.say(pull, "/generate --path code");
  expect(world.sandbox.reviewComments(pull)).toMatchObject([{ path: "spec.md", line: 3 }]);
  const [comment] = world.sandbox.reviewComments(pull);
  expect(comment?.body).toContain("Per connection or in total?");
  expect(comment?.body).not.toContain(" @acme/everyone");
  expect(comment?.body).not.toContain("<img");
  expect(world.table(pull)).toMatch(/\| one \|.*\| asked/);
  expect(world.sandbox.pullRequests("acme/one")).toHaveLength(0);
  await world.say(pull, "/generate --path code");
  expect(world.sandbox.reviewComments(pull)).toHaveLength(1);
});

test("what a private target's code led to ask is not said on a public pull request", async () => {
  world = await createCodeWorld({ targets: ["one"], script: () => asked, privateTargets: true });
  const pull = await world.openSpec();
  await world.say(pull, "/generate --path code");
  const said = [...world.sandbox.reviewComments(pull), ...world.sandbox.comments(pull)];
  expect(said.map(({ body }) => body).join("\n")).not.toContain("Per connection");
});
