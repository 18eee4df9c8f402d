import { cp } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { HttpError } from "../../sandbox/http/http-error.ts";
import type { PullRequest } from "../../sandbox/world/pull-request.ts";
import { LocalGitSource } from "../../shell/local-git/local-git-source.ts";
import { gitCli } from "./git-cli.ts";
import { demoFolder, readFolder } from "./read-folder.ts";
import { author, type DemoWorld, maintainer } from "./start-world.ts";
import type { Terminal } from "./terminal.ts";

/** The user's own spec: two revisions of a local clone. */
export interface OwnSpec {
  readonly repo: string;
  readonly base: string;
  readonly head: string;
}

const specRepository = "example-org/relay-spec";
const sdkRepository = "example-org/relay-js";
const branch = "keep-events";
const title = "Bound retry delays, keep events across restarts";

/** Seeds the demo's repositories, pushes a branch with git and opens the pull request. */
export async function openSeedPull(world: DemoWorld, terminal: Terminal): Promise<PullRequest> {
  const { sandbox } = world;
  await terminal.step(
    "Two repositories of a made-up product are there",
    async () => {
      const collaborators = { [author]: "write", [maintainer]: "maintain" } as const;
      for (const [name, folder] of [
        [specRepository, "seed/relay-spec"],
        [sdkRepository, "seed/relay-js"],
      ] as const) {
        await sandbox.createRepository({ name, files: await readFolder(folder), collaborators });
      }
    },
    () => "a spec with 39 entries, targets in Python and JavaScript",
  );
  await terminal.step(
    `${author} changes the spec and runs git push`,
    async () => {
      const clone = join(world.folder, "clone");
      await gitCli(world.folder, ["clone", "--quiet", sandbox.cloneUrl(specRepository, author), clone]);
      await gitCli(clone, ["switch", "--quiet", "--create", branch]);
      await cp(join(demoFolder, "change"), clone, { recursive: true });
      await gitCli(clone, ["add", "--all"]);
      await gitCli(clone, ["commit", "--quiet", "--message", title]);
      await gitCli(clone, ["push", "--quiet", "origin", branch]);
    },
    () => `branch ${branch}`,
  );
  return openPull(world, terminal, { repository: specRepository, head: branch, title, body: seedBody });
}

const seedBody =
  "Customers asked for retries that do not grow without end, and for an outbox that survives a deploy.";

/** Pushes two revisions of the user's clone to a repository of the sandbox and opens a pull request between them. */
export async function openOwnPull(world: DemoWorld, terminal: Terminal, own: OwnSpec): Promise<PullRequest> {
  const source = new LocalGitSource(own.repo);
  const head = await source.resolve(own.head);
  const base = await source.mergeBase(await source.resolve(own.base), head);
  if (base === head)
    throw new UserError(
      `${own.head} adds nothing to ${own.base}. Name the revisions with --base and --head.`,
    );
  const repository = `local/${nameOf(own.repo)}`;
  await terminal.step(
    `Your revisions are pushed to ${repository} in this process`,
    async () => {
      const collaborators = { [author]: "write", [maintainer]: "maintain" } as const;
      await world.sandbox.createRepository({ name: repository, files: {}, collaborators });
      const refs = [`${base}:refs/heads/main`, `${head}:refs/heads/change`];
      await gitCli(own.repo, ["push", "--quiet", world.sandbox.cloneUrl(repository, author), ...refs]);
    },
    () => `${base.slice(0, 10)} → ${head.slice(0, 10)}`,
  );
  const subject = await gitCli(own.repo, ["log", "-1", "--format=%s", head]);
  return openPull(world, terminal, { repository, head: "change", title: subject.slice(0, 200), body: "" });
}

function openPull(
  { sandbox }: DemoWorld,
  terminal: Terminal,
  request: {
    readonly repository: string;
    readonly head: string;
    readonly title: string;
    readonly body: string;
  },
): Promise<PullRequest> {
  return terminal.step(
    `${author} opens a pull request`,
    () =>
      sandbox.openPullRequest({ ...request, author }).catch((cause: unknown) => {
        if (cause instanceof HttpError) throw new UserError(`The pull request: ${cause.message}`, { cause });
        throw cause;
      }),
    ({ number }) => `${request.repository}#${number}`,
  );
}

function nameOf(folder: string): string {
  const name = basename(resolve(folder))
    .replace(/[^A-Za-z0-9._-]/g, "-")
    .slice(0, 80);
  return /[A-Za-z0-9]/.test(name) ? name : "spec";
}
