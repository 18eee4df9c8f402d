import { call, type CodeWorld, createCodeWorld } from "../support/code-world.ts";

const question = "Per connection or in total? @acme/everyone <img src=x>";
const asked = call("ask", { entry: "LM1", quote: "in one batch", question });
let world: CodeWorld;
afterEach(() => world.close());

test("what a private target's code led to ask is not said on a public pull request", async () => {
  world = await createCodeWorld({ targets: ["one"], script: () => asked, privateTargets: true });
  const pull = await world.openSpec();
  await world.say(pull, "/generate --path code");
  const said = [...world.sandbox.reviewComments(pull), ...world.sandbox.comments(pull)];
  expect(said.map(({ body }) => body).join("\n")).not.toContain("Per connection");
});
