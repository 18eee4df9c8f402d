import { rmSync } from "node:fs";
import type { Server } from "../../src/compose.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { readSettings } from "../../src/settings.ts";
import { ScriptedModel, type ScriptedReply } from "../../src/shell/model/scripted-model.ts";
import { failCheck } from "./fail-check.ts";
import { requestProblems, webhookProblems } from "./github-schema.ts";
import { outcomeOf } from "./story-outcome.ts";
import type { Story, StoryEvent } from "./story.ts";
import { temporaryFolder } from "./test-settings.ts";
import { createWatchedSandbox } from "./watched-sandbox.ts";
import { startWatchedServer } from "./watched-server.ts";

/** A GitHub for many stories, each with an owner of its own, and the servers before it: one with a model, one without. */
export interface StoryStage {
  /** Plays a story; how it ends, as people see it on GitHub. */
  readonly play: (story: Story) => Promise<string>;
  /** Stops everything, and checks every request and webhook against GitHub's API description; the sandbox has no suites. */
  readonly close: () => Promise<void>;
}

export async function createStoryStage(): Promise<StoryStage> {
  const sandbox = await createWatchedSandbox({
    clock: () => new Date(),
    events: ["pull_request", "issue_comment", "pull_request_review_comment", "check_run", "check_suite"],
  });
  for (const login of ["author", "maintainer", "stranger"]) sandbox.createUser(login);
  let script: ScriptedReply[] = [];
  // What is asked besides, a draft, a judgement, a second look, is not answered.
  const model = new ScriptedModel(({ purpose }) => (purpose === "write" ? (script.shift() ?? null) : null));
  let skipped = 0;
  // Each story stays under the limits on writes.
  const clock = { now: () => new Date(Date.now() + skipped) };
  const folders = [temporaryFolder(), temporaryFolder()];
  const [plain, modelled] = await Promise.all(
    folders.map((folder, at) => {
      const base = { HOST: "127.0.0.1", PORT: "0", TWOPATH_DATA_DIR: folder };
      const settings = readSettings({ ...sandbox.settings, ...base });
      const queue = { maxAttempts: 1 };
      return startWatchedServer(settings, at === 0 ? { clock, queue } : { clock, queue, model });
    }),
  );
  if (plain === undefined || modelled === undefined) throw new Error("no server");
  const settled = async ({ tools }: Server): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await sandbox.webhooks.settled();
      await tools.queue.idle();
    }
    skipped += 120_000;
  };
  return {
    play: async (story) => {
      script = [...(story.model ?? [])];
      const server = story.model === null ? plain : modelled;
      sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
      const owner = `owner-${story.name}`;
      await populate(sandbox, owner, story);
      await settled(server);
      for (const event of story.events) {
        await happen(sandbox, owner, story, event);
        await settled(server);
      }
      if (script.length > 0)
        throw new Error(`${story.name}: ${String(script.length)} replies were not asked for`);
      return outcomeOf(sandbox, owner, story.title);
    },
    close: async () => {
      for (const server of [plain, modelled]) await server.stop(0);
      await sandbox.close();
      const { requests, webhooks } = sandbox;
      const told = webhooks.deliveries.filter(({ event }) => event !== "check_suite");
      expect([...requestProblems(requests), ...webhookProblems(told)]).toEqual([]);
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function populate(sandbox: Sandbox, owner: string, story: Story): Promise<void> {
  const named = (text: string): string => text.replaceAll("OWNER", owner);
  const of = (folder: string): Record<string, string> =>
    Object.fromEntries(Object.entries(story.files(folder)).map(([path, text]) => [path, named(text)]));
  await sandbox.createRepository({
    name: `${owner}/spec`,
    files: of("main"),
    collaborators: { author: "write", maintainer: "write", stranger: "read" },
  });
  for (const target of story.targets)
    await sandbox.createRepository({
      name: `${owner}/${target}`,
      files: of(`targets/${target}`),
      collaborators: { author: "read", maintainer: "write" },
    });
}

async function happen(sandbox: Sandbox, owner: string, story: Story, event: StoryEvent): Promise<void> {
  const repository = `${owner}/spec`;
  if (event.do === "open") return open(sandbox, owner, story, event);
  if (event.do === "press") {
    const check = sandbox.checks(repository).at(-1);
    if (check === undefined) throw new Error("There is no check run to press a button of.");
    sandbox.pressButton(check, event.button, event.by);
    return;
  }
  const pull = pullOf(sandbox, owner, event.on);
  switch (event.do) {
    case "push": {
      const name = `${owner}/${pull.repository.name}`;
      const on = { repository: name, branch: pull.headRef, author: event.by };
      await sandbox.commit({ ...on, files: story.files(event.files) });
      return;
    }
    case "comment":
      if (event.beside === undefined) sandbox.comment(pull, event.by, event.text);
      else sandbox.reviewComment(pull, event.by, event.text, event.beside);
      return;
    case "edit": {
      const mine = sandbox.comments(pull).findLast(({ author }) => author.login === event.by);
      if (mine === undefined) throw new Error(`${event.by} has said nothing to edit.`);
      sandbox.editComment(mine, event.by, event.text);
      return;
    }
    case "fail-ci":
      return failCheck(sandbox, pull, event);
    case "merge":
      await sandbox.merge(pull, event.by);
      return;
    case "close":
      return sandbox.closePullRequest(pull, event.by);
    case "reopen":
      return sandbox.reopen(pull, event.by);
    case "draft":
    case "ready":
      return sandbox.setDraft(pull, event.by, event.do === "draft");
  }
}

async function open(
  sandbox: Sandbox,
  owner: string,
  story: Story,
  { by, draft, fork, files }: Extract<StoryEvent, { do: "open" }>,
): Promise<void> {
  const repository = `${owner}/spec`;
  if (fork) await sandbox.fork(repository, by);
  const home = fork ? `${by}/spec` : repository;
  await sandbox.commit({ repository: home, branch: "change", files: story.files(files), author: by });
  const head = fork ? `${by}:change` : "change";
  await sandbox.openPullRequest({ repository, head, draft, author: by, title: story.title });
}

/** The latest pull request of a kind. */
function pullOf(
  sandbox: Sandbox,
  owner: string,
  kind: "spec" | "design" | "code" | "onboarding",
): PullRequest {
  const prefix = kind === "onboarding" ? "twopath/onboarding" : `twopath/${kind}/`;
  const found = sandbox.world.pulls.findLast(
    ({ repository, headRef }) =>
      repository.owner.login === owner &&
      (kind === "spec" ? !headRef.startsWith("twopath/") : headRef.startsWith(prefix)),
  );
  if (found === undefined) throw new Error(`There is no pull request of the kind ${kind}.`);
  return found;
}
