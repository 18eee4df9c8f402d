import { rmSync } from "node:fs";
import type { Replacements, Server } from "../../src/compose.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { readSettings } from "../../src/settings.ts";
import { ScriptedModel, type ScriptedReply } from "../../src/shell/model/scripted-model.ts";
import { temporaryFolder } from "./test-settings.ts";
import { createWatchedSandbox } from "./watched-sandbox.ts";
import { startWatchedServer } from "./watched-server.ts";

export const call = (name: string, input: unknown): ScriptedReply => ({ tools: [{ name, input }] });

/** What a good writer of the entry LM1 does, turn by turn. */
export const goodScript: readonly ScriptedReply[] = [
  call("write_file", { path: "src/batch.ts", content: "// LM1\nexport const largestBatch = 20;\n" }),
  call("write_file", {
    path: "test/batch.test.ts",
    content: '// LM1\ntest("a batch", () => {\n  expect(largestBatch).toBe(20);\n});\n',
  }),
  call("finish", { summary: "The limit is 20 now." }),
];

const spec = (limit: number): string =>
  `# Limits\n\n- \`(LM1)\` The client MUST send at most ${String(limit)} messages in one batch.\n`;

/** A spec with targets in repositories of their own, a server before it, and a model that follows scripts. */
export interface CodeWorld {
  readonly sandbox: Sandbox;
  readonly server: Server;
  readonly model: ScriptedModel;
  /** A pull request that changes LM1; each call makes another one. */
  openSpec(): Promise<PullRequest>;
  /** Comments, and waits until nothing runs. */
  say(pull: PullRequest, body: string): Promise<void>;
  settled(): Promise<void>;
  /** The latest table of a `/generate`, or "". */
  table(pull: PullRequest): string;
  close(): Promise<void>;
}

interface CodeWorldOptions {
  readonly targets: readonly string[];
  /** The reply for a turn, 1-based, in a target; null: nothing is scripted. Default: the good script. */
  readonly script?: (target: string, turn: number) => ScriptedReply | null;
  readonly replace?: Replacements;
  /** More of `.github/twopath.yml`. */
  readonly config?: string;
  readonly privateTargets?: boolean;
}

export async function createCodeWorld(options: CodeWorldOptions): Promise<CodeWorld> {
  const folder = temporaryFolder();
  const sandbox = await createWatchedSandbox({
    clock: () => new Date(),
    events: ["pull_request", "issue_comment", "pull_request_review_comment", "check_run", "check_suite"],
  });
  await populate(sandbox, options);
  const script = options.script ?? ((_target, turn) => goodScript[turn - 1] ?? null);
  const model = new ScriptedModel((_request, slot) => {
    const [, target = "", turn = ""] = slot.split("/");
    return script(target, Number(turn));
  });
  const base = { HOST: "127.0.0.1", PORT: "0", TWOPATH_DATA_DIR: folder };
  const settings = readSettings({ ...sandbox.settings, ...base });
  // Ten minutes pass between spec pull requests: many in a row stay under the limits on writes, by the minute and by the hour.
  let opened = 0;
  const clock = { now: () => new Date(Date.now() + opened * 600_000) };
  const server = await startWatchedServer(settings, { model, clock, ...options.replace });
  sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 2; round += 1) {
      await sandbox.webhooks.settled();
      await server.tools.queue.idle();
    }
  };
  return {
    sandbox,
    server,
    model,
    settled,
    openSpec: async () => {
      opened += 1;
      const branch = `change-${String(opened)}`;
      const change = { repository: "acme/spec", branch, files: { "spec.md": spec(19 + opened) } };
      await sandbox.commit({ ...change, author: "author" });
      const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: branch, author: "author" });
      await settled();
      return pull;
    },
    say: async (pull, body) => {
      sandbox.comment(pull, "maintainer", body);
      await settled();
    },
    table: (pull) =>
      sandbox
        .comments(pull)
        .filter(({ body }) => body.includes("| Target |"))
        .at(-1)?.body ?? "",
    close: async () => {
      await server.stop(0);
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One target, a job that is tried once, and `outsider`, who has a fork of the spec. */
export async function createForkedWorld(options: Pick<CodeWorldOptions, "script"> = {}): Promise<CodeWorld> {
  const world = await createCodeWorld({
    ...options,
    targets: ["one"],
    replace: { queue: { maxAttempts: 1 } },
  });
  world.sandbox.createUser("outsider");
  await world.sandbox.fork("acme/spec", "outsider");
  return world;
}

/** A spec pull request and the design that was asked for in it. */
export async function openDesign(
  world: CodeWorld,
): Promise<{ readonly spec: PullRequest; readonly design: PullRequest }> {
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path design");
  const design = world.sandbox.world.pulls.findLast(({ headRef }) => headRef.startsWith("twopath/design"));
  if (design === undefined) throw new Error("no design");
  return { spec, design };
}

async function populate(
  sandbox: Sandbox,
  { targets, config = "", privateTargets = false }: CodeWorldOptions,
): Promise<void> {
  for (const login of ["author", "maintainer"]) sandbox.createUser(login);
  const list = targets.map(
    (name) => `  - name: ${name}\n    repository: acme/${name}\n    language: typescript\n`,
  );
  await sandbox.createRepository({
    name: "acme/spec",
    files: {
      "spec.md": spec(10),
      ".github/twopath.yml": `spec: [spec.md]\n${config}targets:\n${list.join("")}`,
    },
    collaborators: { author: "write", maintainer: "write" },
  });
  for (const name of targets) {
    await sandbox.createRepository({
      name: `acme/${name}`,
      isPrivate: privateTargets,
      files: {
        ".github/twopath.yml": "specs: [acme/spec]\n",
        "src/batch.ts": "// LM1\nexport const largestBatch = 10;\n",
        "test/a.txt": "a\n",
      },
      collaborators: { author: "read", maintainer: "write" },
    });
  }
}
