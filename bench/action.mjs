import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createSandbox } from "../dist/sandbox/sandbox.js";
import { largeSpec } from "./support/large-spec.mjs";
import { median } from "./support/timing.mjs";
import { wholeProcess } from "./support/whole-process.mjs";

const root = resolve(import.meta.dirname, "..");
const rounds = 5;
const permissions = { contents: "write", pull_requests: "write", checks: "write" };

/**
 * The Action as a runner starts it: the files of a release's tag and nothing installed, the event in a file, the rest in
 * the environment. From the start of the process to the comment's arrival at an in-process GitHub, and to the end.
 */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "twopath-bench-"));
  execFileSync(process.execPath, [
    join(root, "scripts/bundle.mjs"),
    "--grammars",
    "--out",
    join(folder, "bundle"),
  ]);
  for (const file of ["package.json", "action.yml"]) cpSync(join(root, file), join(folder, file));
  await measure(
    folder,
    "a spec of one entry",
    "- `(AB0)` The port is 443.\n",
    "- `(AB0)` The port is 8443.\n",
  );
  await measure(folder, "a spec of 3200 entries", largeSpec(1000), largeSpec(2000));
  rmSync(folder, { recursive: true, force: true });
}

async function measure(folder, name, before, after) {
  const runs = [];
  for (let round = 0; round < rounds; round++) runs.push(await once(folder, before, after));
  const middle = (of) => Math.round(median(runs.map(of)));
  const worst = Math.round(Math.max(...runs.map(({ comment }) => comment)));
  const size = Math.round(Buffer.byteLength(after) / 1000);
  console.log(
    `${name} (${size} KB): comment after ${middle(({ comment }) => comment)} ms, ended after ${middle(({ end }) => end)} ms, ${middle(({ used }) => used)} ms of processors used (medians of ${rounds}); comment after ${worst} ms at worst (limit 5000)`,
  );
}

async function once(folder, before, after) {
  const sandbox = await createSandbox({ appSlug: "github-actions" });
  sandbox.createUser("author");
  const repository = "acme/spec";
  await sandbox.createRepository({
    name: repository,
    files: { "spec.md": before },
    collaborators: { author: "write" },
  });
  const change = { repository, author: "author" };
  await sandbox.commit({ ...change, branch: "change", files: { "spec.md": after } });
  const pull = await sandbox.openPullRequest({ ...change, head: "change" });
  await sandbox.webhooks.settled();
  const variables = runnersEnvironment(sandbox, folder);
  const began = performance.now();
  let comment = null;
  const watch = setInterval(() => {
    if (sandbox.comments(pull).length > 0) comment ??= performance.now() - began;
  }, 5);
  const { wall, used } = await wholeProcess([join(folder, "bundle/action.js")], { env: variables });
  clearInterval(watch);
  await sandbox.close();
  if (comment === null) throw new Error("the Action ended without a comment");
  return { comment, end: wall, used };
}

function runnersEnvironment(sandbox, folder) {
  const sent = sandbox.webhooks.deliveries.filter(({ event }) => event === "pull_request").at(-1);
  const { installation: _installation, ...payload } = JSON.parse(sent.body);
  const event = join(folder, "event.json");
  writeFileSync(event, JSON.stringify(payload));
  return {
    PATH: process.env.PATH,
    HOME: folder,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: sandbox.apiUrl,
    GITHUB_SERVER_URL: sandbox.url,
    GITHUB_EVENT_NAME: "pull_request_target",
    GITHUB_EVENT_PATH: event,
    GITHUB_RUN_ID: "1",
    GITHUB_RUN_ATTEMPT: "1",
    INPUT_TOKEN: sandbox.token("acme", { permissions }),
    "INPUT_ANTHROPIC-API-KEY": "",
  };
}
