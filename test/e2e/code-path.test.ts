import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Server } from "../../src/compose.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { readSettings } from "../../src/settings.ts";
import { ScriptedModel, type ScriptedReply } from "../../src/shell/model/scripted-model.ts";
import { requestProblems, webhookProblems } from "../support/github-schema.ts";
import { createWatchedSandbox } from "../support/watched-sandbox.ts";
import { startWatchedServer } from "../support/watched-server.ts";

const before = ["# Limits", "", "- `(LM1)` The client MUST send at most 10 messages in one batch.", ""].join(
  "\n",
);
const after = before.replace("10", "20");
const config = [
  "spec: [spec.md]",
  "targets:",
  "  - name: own",
  "    path: lib",
  "    language: typescript",
  "  - name: sdk",
  "    repository: acme/sdk",
  "    language: typescript",
  "",
].join("\n");
const call = (name: string, input: unknown): ScriptedReply => ({ tools: [{ name, input }] });

/** What a writer of the entry would do in a target whose folders begin with `root`. */
function script(root: string, limit = 20): readonly ScriptedReply[] {
  return [
    call("write_file", {
      path: `${root}src/batch.ts`,
      content: `// LM1\nexport const largestBatch = ${String(limit)};\nexport const fits = (count: number): boolean => count <= largestBatch;\n`,
    }),
    call("write_file", {
      path: `${root}test/batch.test.ts`,
      content: `// LM1\ntest("a batch", () => {\n  expect(fits(${String(limit)})).toBe(true);\n  expect(fits(${String(limit + 1)})).toBe(false);\n});\n`,
    }),
    call("finish", { summary: "The limit is 20 now." }),
  ];
}

let sandbox: Sandbox;
let server: Server;
let folder: string;
let model: ScriptedModel;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "e2e-"));
  sandbox = await createWatchedSandbox();
  for (const login of ["author", "maintainer"]) sandbox.createUser(login);
  await sandbox.createRepository({
    name: "acme/spec",
    files: { "spec.md": before, ".github/twopath.yml": config, "lib/src/batch.ts": "export const a = 1;\n" },
    collaborators: { author: "write", maintainer: "write" },
  });
  await sandbox.createRepository({
    name: "acme/sdk",
    files: {
      ".github/twopath.yml": "specs: [acme/spec]\n",
      "src/batch.ts": "// LM1\nexport const largestBatch = 10;\n",
      "CONTRIBUTING.md": "Use tabs.\n",
    },
    collaborators: { author: "read", maintainer: "write" },
  });
  model = new ScriptedModel((_request, slot) => {
    const [, target = "", turn = ""] = slot.split("/");
    return script(target === "own" ? "lib/" : "")[Number(turn) - 1] ?? null;
  });
  const settings = readSettings({
    ...sandbox.settings,
    HOST: "127.0.0.1",
    PORT: "0",
    TWOPATH_DATA_DIR: folder,
    LOG_LEVEL: "warn",
  });
  server = await startWatchedServer(settings, { model });
  sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
});

afterEach(async () => {
  await server.stop(5_000);
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
  const problems = [...requestProblems(sandbox.requests), ...webhookProblems(sandbox.webhooks.deliveries)];
  expect(problems).toEqual([]);
});

async function settled(): Promise<void> {
  for (let i = 0; i < 2; i += 1) {
    await sandbox.webhooks.settled();
    await server.tools.queue.idle();
  }
}

async function openSpecPullRequest() {
  await sandbox.commit({
    repository: "acme/spec",
    branch: "change",
    files: { "spec.md": after },
    author: "author",
  });
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  await settled();
  return pull;
}

test("code and tests come as a draft pull request in every target, and once", async () => {
  const pull = await openSpecPullRequest();
  sandbox.comment(pull, "maintainer", "/generate --path code");
  await settled();
  const [own] = sandbox.pullRequests("acme/spec").slice(1);
  const [other] = sandbox.pullRequests("acme/sdk");
  expect([own?.draft, own?.baseRef, other?.draft, other?.baseRef]).toEqual([true, "change", true, "main"]);
  expect(await sandbox.readFile("acme/spec", own?.headRef ?? "", "lib/src/batch.ts")).toContain("20");
  expect(await sandbox.readFile("acme/sdk", other?.headRef ?? "", "test/batch.test.ts")).toContain("LM1");
  expect(other?.body).toContain("Asked for");
  expect(other?.body).toContain("scripted");
  const replies = sandbox.comments(pull).filter(({ body }) => body.includes("| Target |"));
  expect(replies).toHaveLength(1);
  expect(replies[0]?.body.match(/\| opened \|/g)).toHaveLength(2);
  const written = model.requests.filter(({ purpose }) => purpose === "write");
  expect(written[3]?.documents.map(({ title }) => title)).toContain("conventions: CONTRIBUTING.md");
  const checks = sandbox.checks("acme/sdk").filter(({ name }) => name === "twopath conformance");
  expect(checks.map(({ headSha, conclusion }) => [headSha, conclusion])).toEqual([
    [other?.headSha, "success"],
  ]);
  const turns = model.requests.length;
  sandbox.comment(pull, "maintainer", "/generate --path code");
  await settled();
  expect(model.requests).toHaveLength(turns);
  expect(sandbox.pullRequests("acme/sdk")).toHaveLength(1);
  expect(
    sandbox
      .comments(pull)
      .at(-1)
      ?.body.match(/\| unchanged \|/g),
  ).toHaveLength(2);
});
