import { parseRepoConfig } from "../../src/core/repo-config.ts";
import { acme, type Acme, specBefore } from "../support/acme.ts";

let world: Acme;
afterEach(() => world.close());

function redeliverAll(): Promise<unknown> {
  const { sandbox } = world;
  const deliveries = sandbox.webhooks.deliveries.filter(({ event }) => event === "installation");
  return Promise.all(deliveries.map(({ id }) => sandbox.webhooks.redeliver(id)));
}

test("installed: one draft pull request with a configuration made from the repository; closed means never again", async () => {
  world = await acme({ "README.md": "# Acme\n" });
  const { sandbox } = world;
  sandbox.createUser("fresh");
  const files = { "spec/a.md": specBefore, "src/index.ts": "export {};\n" };
  const repository = await sandbox.createRepository({ name: "fresh/spec", files, collaborators: {} });
  await world.settled();
  const [opened, ...more] = sandbox.pullRequests("fresh/spec");
  if (!opened) throw new Error("no onboarding pull request");
  expect(more).toHaveLength(0);
  expect(opened).toMatchObject({ draft: true, headRef: "twopath/onboarding" });
  const text = await sandbox.readFile("fresh/spec", "twopath/onboarding", ".github/twopath.yml");
  expect(parseRepoConfig(text)).toMatchObject({ spec: ["spec/**/*.md"] });
  await redeliverAll();
  await world.settled();
  expect(sandbox.pullRequests("fresh/spec")).toHaveLength(1);
  await sandbox.closePullRequest(opened, "fresh");
  await sandbox.deleteBranch("fresh/spec", "twopath/onboarding", "fresh");
  sandbox.uninstall("fresh");
  sandbox.install(repository);
  await world.settled();
  expect(sandbox.pullRequests("fresh/spec")).toHaveLength(1);
});

test("nothing is asked where there is no spec, or where a configuration stands", async () => {
  world = await acme({ "README.md": "# Acme\n", "docs/guide.md": "# Guide\n\nHow to use it.\n" });
  const { sandbox } = world;
  sandbox.createUser("set");
  const files = { "spec/a.md": specBefore, ".github/twopath.yml": "spec: [spec/*.md]\n" };
  await sandbox.createRepository({ name: "set/spec", files, collaborators: {} });
  await world.settled();
  expect(sandbox.pullRequests("acme/spec")).toHaveLength(0);
  expect(sandbox.pullRequests("set/spec")).toHaveLength(0);
});
