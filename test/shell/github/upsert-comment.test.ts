import { Octokit } from "@octokit/rest";
import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import type { PullRequest } from "../../../src/sandbox/world/pull-request.ts";
import { upsertComment } from "../../../src/shell/github/upsert-comment.ts";
import { createWatchedSandbox } from "../../support/watched-sandbox.ts";

const marker = "<!-- twopath:review -->";
let sandbox: Sandbox;
let pull: PullRequest;

beforeAll(async () => {
  sandbox = await createWatchedSandbox();
  sandbox.createUser("ann");
  await sandbox.createRepository({
    name: "acme/spec",
    files: { "a.md": "a\n" },
    collaborators: { ann: "write" },
  });
  await sandbox.commit({ repository: "acme/spec", branch: "b", files: { "a.md": "b\n" }, author: "ann" });
  pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "b", author: "ann" });
});
afterAll(() => sandbox.close());

const bodies = (): readonly string[] => sandbox.comments(pull).map(({ body }) => body);
const octokit = (): Octokit => new Octokit({ baseUrl: sandbox.apiUrl, auth: sandbox.token("acme") });

async function say(body: string): Promise<void> {
  await octokit().rest.issues.createComment({ owner: "acme", repo: "spec", issue_number: pull.number, body });
}

async function upsert(isAlone: boolean, body: string): Promise<void> {
  const repository = { installationId: 1, id: pull.repository.id, owner: "acme", name: "spec" };
  const app = { id: sandbox.world.app.id, isAlone };
  await upsertComment(octokit(), repository, pull.number, app, { marker, body, create: true });
}

test("M1: where other workflows act as the same App, none of their comments is edited or deleted, whatever it says", async () => {
  await upsert(false, `${marker} first`);
  const [own = ""] = bodies();
  expect(own).toMatch(/^<!-- twopath:comment \d+ --><!-- twopath:review --> first$/);
  const others = [`A report.\n\n${marker}\n`, `${marker} a report`, own, `${own} `];
  for (const body of others) await say(body);
  await upsert(false, `${marker} second`);
  expect(bodies()).toEqual([own.replace("first", "second"), ...others]);
  const requests = sandbox.requests.length;
  await upsert(false, `${marker} second`);
  expect(sandbox.requests.slice(requests).map(({ method }) => method)).toEqual(["GET"]);
});

test("M1: a comment of another workflow that stands alone is not taken for the bot's", async () => {
  for (const { id } of sandbox.comments(pull))
    await octokit().rest.issues.deleteComment({ owner: "acme", repo: "spec", comment_id: id });
  await say(`${marker} a report`);
  await upsert(false, `${marker} first`);
  expect(bodies()).toEqual([`${marker} a report`, expect.stringMatching(/first$/)]);
});

test("an App that is alone keeps one comment of a marker", async () => {
  for (const { id } of sandbox.comments(pull))
    await octokit().rest.issues.deleteComment({ owner: "acme", repo: "spec", comment_id: id });
  for (const body of [`A report.\n\n${marker}\n`, `${marker} first`, `${marker} second`]) await say(body);
  await upsert(true, `${marker} later`);
  expect(bodies()).toEqual([`A report.\n\n${marker}\n`, `${marker} later`]);
});

test("M1: a person's comment that begins with the marker is never touched", async () => {
  sandbox.comment(pull, "ann", `${marker} mine`);
  await upsert(true, `${marker} again`);
  expect(bodies()).toContain(`${marker} mine`);
});
