import { fork } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { createSandbox } from "../dist/sandbox/sandbox.js";

const limitMs = 100;
const limitMb = 150;
const spec = (text) => `# Limits\n\n- \`(LM1)\` ${text}\n`;
const events = ["pull_request", "issue_comment", "pull_request_review_comment", "check_run", "check_suite"];

/** How long `/healthz` takes while a server is attacked, and how much its memory grows. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "health-"));
  const sandbox = await createSandbox({ clock: () => new Date(), events });
  for (const login of ["mallory", "outsider"]) sandbox.createUser(login);
  const settings = {
    ...sandbox.settings,
    HOST: "127.0.0.1",
    PORT: "0",
    TWOPATH_DATA_DIR: folder,
    LOG_LEVEL: "fatal",
  };
  const child = fork(join(import.meta.dirname, "support/health-child.mjs"), {
    env: { ...process.env, SETTINGS: JSON.stringify(settings) },
  });
  const { url } = await new Promise((resolve) => child.once("message", resolve));
  sandbox.webhooks.target = `${url}/api/github/webhooks`;
  const watch = new Worker(join(import.meta.dirname, "support/health-watch.mjs"), { workerData: url });
  const world = {
    sandbox,
    url,
    memory: () => residentMb(child.pid),
    held: () => answered(child, (one) => one.send("since")),
  };
  for (const [name, attack] of attacks) await measured(name, () => attack(world), watch, world);
  await watch.terminate();
  child.kill("SIGKILL");
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measured(name, attack, watch, { memory, held }) {
  await since(watch);
  await held();
  const before = memory();
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, memory())), 50);
  await attack();
  clearInterval(timer);
  const { slowest, asked } = await since(watch);
  const { heldMs } = await held();
  const grown = most - before;
  console.log(
    `${name}: /healthz ${slowest.toFixed(0)} ms at most of ${asked} (limit ${limitMs}), event loop held ${heldMs.toFixed(0)} ms at most, memory +${grown.toFixed(0)} MB`,
  );
  if (slowest > limitMs || (name.startsWith("M4") && grown > limitMb)) process.exitCode = 1;
}

function since(watch) {
  return answered(watch, (one) => one.postMessage("since"));
}

function answered(other, ask) {
  const answer = new Promise((resolve) => other.once("message", resolve));
  ask(other);
  return answer;
}

function residentMb(pid) {
  return Number(/VmRSS:\s+([0-9]+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves once the bot has said `count` things more in a pull request, or after `most` milliseconds. */
async function said(sandbox, pull, count, most = 60_000) {
  const until = performance.now() + most;
  const words = () => sandbox.comments(pull).filter(({ author }) => author.login.endsWith("[bot]")).length;
  while (words() < count && performance.now() < until) await pause(100);
}

async function opened(sandbox, name, { base = {}, head, author = "mallory" }) {
  await sandbox.createRepository({
    name,
    files: { "spec.md": spec("The client MUST send at most 10."), ...base },
    collaborators: { mallory: "write" },
  });
  await sandbox.commit({ repository: name, branch: "change", author, files: head });
  return sandbox.openPullRequest({ repository: name, head: "change", author });
}

const changed = { "spec.md": spec("The client MUST send at most 20.") };
const config = (text) => ({ ".github/twopath.yml": text });
const attacks = [
  ["idle", () => pause(3_000)],
  [
    "H5 globs",
    async ({ sandbox }) => {
      const globs = ["*a*a*a*a*a*a*a*a*b.md", "**/*-*-*.md", "*.md"];
      const names = Object.fromEntries(
        Array.from({ length: 500 }, (_, at) => [`${"a".repeat(60)}${"-".repeat(60)}${at}!.md`, "x\n"]),
      );
      await said(
        sandbox,
        await opened(sandbox, "mallory/globs", {
          base: config(`spec: ${JSON.stringify(globs)}\n`),
          head: { ...changed, ...names },
        }),
        1,
      );
    },
  ],
  [
    "H5 pattern of citations",
    async ({ sandbox }) => {
      const code = Object.fromEntries(
        Array.from({ length: 14 }, (_, at) => [`src/a${at}.ts`, `${`${"a".repeat(99)}\n`.repeat(9_000)}`]),
      );
      const pattern = "spec: [spec.md]\ntargets:\n  - { name: own, tagPattern: '(?<id>(a?){40}a{40})' }\n";
      await said(
        sandbox,
        await opened(sandbox, "mallory/pattern", { base: { ...config(pattern), ...code }, head: changed }),
        1,
      );
    },
  ],
  [
    "M4 100 bodies of 24 MB that nobody signed",
    ({ url }) => Promise.all(Array.from({ length: 100 }, () => unsigned(url))),
  ],
  [
    "M4 1,200 silent connections",
    async ({ url }) => {
      const { hostname, port } = new URL(url);
      const sockets = Array.from({ length: 1_200 }, () =>
        connect(Number(port), hostname).on("error", () => undefined),
      );
      await pause(5_000);
      for (const socket of sockets) socket.destroy();
    },
  ],
  [
    "M5 3,000 small files",
    async ({ sandbox }) => {
      const files = Object.fromEntries(
        Array.from({ length: 3_000 }, (_, at) => [
          `many/${at}.md`,
          `# P\n\n- \`(MA${at})\` It MUST be kept.\n`,
        ]),
      );
      await said(sandbox, await opened(sandbox, "mallory/many", { head: files }), 1);
    },
  ],
  [
    "M6 comments of an outsider",
    async ({ sandbox }) => {
      const pull = await opened(sandbox, "mallory/talk", { head: changed });
      await said(sandbox, pull, 1);
      for (let at = 0; at < 210; at += 1) sandbox.comment(pull, "outsider", "/help");
      for (let at = 0; at < 20; at += 1)
        sandbox.comment(pull, "outsider", `/explain\n${"<!--".repeat(16_000)}`);
      await said(sandbox, pull, 11);
      await pause(3_000);
    },
  ],
  [
    "M7 what a model writes",
    async ({ sandbox }) => {
      const target = config("spec: [spec.md]\ntargets:\n  - { name: own }\n");
      const pull = await opened(sandbox, "mallory/model", {
        base: { ...target, "src/a.ts": "// LM1\n", "test/a.txt": "a\n" },
        head: changed,
      });
      await said(sandbox, pull, 1);
      sandbox.comment(pull, "mallory", "/generate --path code");
      await said(sandbox, pull, 2);
      sandbox.comment(pull, "mallory", "/generate --path design");
      await said(sandbox, pull, 3);
      await pause(2_000);
      const design = sandbox
        .pullRequests("mallory/model")
        .find(({ headRef }) => headRef.startsWith("twopath/design"));
      if (design === undefined) return;
      sandbox.comment(design, "mallory", "/revise list it");
      await said(sandbox, design, 1);
    },
  ],
];

/** Sends until answered or cut off. */
function unsigned(url) {
  return new Promise((resolve) => {
    const total = 24 * 1024 * 1024;
    const outgoing = request(`${url}/api/github/webhooks`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "x-github-event": "ping",
        "x-github-delivery": "big",
        "x-hub-signature-256": `sha256=${createHmac("sha256", "wrong").update("").digest("hex")}`,
        "content-length": String(total),
      },
    });
    outgoing.on("response", (answer) => answer.resume().on("end", resolve).on("close", resolve));
    outgoing.on("error", resolve);
    outgoing.end(Buffer.alloc(total, " "));
  });
}
