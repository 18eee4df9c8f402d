import { type Acme, acme } from "../support/acme.ts";

const config = 'spec: ["specs/**/*.md"]\n';
const heading = "# Feature Specification: Seats\n\n## Requirements\n\n### Functional Requirements\n\n";
const before = `${heading}- **FR-001**: System MUST hold a seat for 10 minutes.\n`;
const after = `${before}- **FR-002**: System MUST offer a seat to whoever waits [NEEDS CLARIFICATION: in which order?].\n`;
const folder = "specs/004-seats";
const spec = `${folder}/spec.md`;

let world: Acme;
afterEach(async () => {
  await world.close();
}, 120_000);

async function generate(files: Readonly<Record<string, string>>) {
  world = await acme({ ".github/twopath.yml": config, [spec]: before, ...files }, {});
  await world.change({ [spec]: after });
  const pull = await world.openSpecPullRequest();
  world.sandbox.comment(pull, "maintainer", "/generate FR-002 --path design");
  await world.settled();
  const [design] = world.sandbox.pullRequests("acme/spec").slice(1);
  const reply = world.ours(pull).at(-1)?.body ?? "";
  return { design, reply };
}

test("the design of a feature lies in its folder, under its name", async () => {
  const { design } = await generate({});
  expect(design?.headRef).toBe("twopath/design/1-seats");
  const text = await world.sandbox.readFile("acme/spec", design?.headRef ?? "", `${folder}/design.md`);
  expect(text).toMatch(/^---\nstatus: draft\n[^]*## Open questions\n\n[^]*\n1\. /);
}, 120_000);

test("the team's plan gets the open decisions, and no design is written beside it", async () => {
  const plan = "# Implementation Plan\n\nOne queue per room.\n";
  const { design } = await generate({ [`${folder}/plan.md`]: plan });
  const read = (path: string) => world.sandbox.readFile("acme/spec", design?.headRef ?? "", path);
  expect(await read(`${folder}/plan.md`)).toMatch(
    /^# Implementation Plan\n\nOne queue per room\.\n\n## Open questions\n\n`FR-002` \(added, \[[^]+\n\n1\. /,
  );
  expect(await read(`${folder}/design.md`)).toBeNull();
}, 120_000);
