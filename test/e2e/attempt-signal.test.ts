import { rmSync } from "node:fs";
import type { Server } from "../../src/compose.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { readSettings } from "../../src/settings.ts";
import { temporaryFolder } from "../support/test-settings.ts";
import { createWatchedSandbox } from "../support/watched-sandbox.ts";
import { startWatchedServer } from "../support/watched-server.ts";

let sandbox: Sandbox;
let server: Server;
let folder: string;
let logged = "";

beforeEach(async () => {
  folder = temporaryFolder();
  sandbox = await createWatchedSandbox();
  sandbox.createUser("author");
  const files = { "spec.md": "# A\n\n- `(A1)` One.\n" };
  await sandbox.createRepository({ name: "acme/spec", files, collaborators: { author: "write" } });
  const settings = readSettings({
    ...sandbox.settings,
    HOST: "127.0.0.1",
    PORT: "0",
    TWOPATH_DATA_DIR: folder,
    LOG_LEVEL: "trace",
  });
  logged = "";
  server = await startWatchedServer(settings, { writeLog: (line) => (logged += line) });
  sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
});

afterEach(async () => {
  await server.stop(0);
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openSpecPullRequest(): Promise<void> {
  const files = { "spec.md": "# A\n\n- `(A1)` Two.\n" };
  await sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
  await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  await sandbox.webhooks.settled();
}

test("a cancelled job leaves a request that hangs, and asks no more", async () => {
  sandbox.fault({ route: "GET /repos/{owner}/{repo}/pulls/{pull_number}", effect: { stall: true } });
  await openSpecPullRequest();
  const { queue } = server.tools;
  while (!sandbox.requests.some(({ path }) => path.endsWith("/pulls/1")))
    await new Promise((resolve) => setTimeout(resolve, 5));
  const review = (await queue.jobs({})).find(({ kind }) => kind === "review");
  expect(await queue.cancel(review?.id ?? "")).toBe(true);
  await queue.idle();
  expect((await queue.job(review?.id ?? ""))?.state).toBe("cancelled");
  // Left to hang, it would be asked again.
  expect(sandbox.requests.filter(({ path }) => path.endsWith("/pulls/1"))).toHaveLength(1);
  expect(sandbox.requests.at(-1)?.path).toContain("/pulls/1");
});

test("S27: a token minted at run time is taken out of the log by its value", async () => {
  await openSpecPullRequest();
  await server.tools.queue.idle();
  const minted = sandbox.requests.flatMap(({ answer }) => {
    const token = (answer as { token?: unknown } | null)?.token;
    return typeof token === "string" ? [token] : [];
  });
  expect(minted.length).toBeGreaterThan(0);
  for (const token of minted) {
    server.tools.log.trace({ half: `x${token}y`, coded: Buffer.from(token).toString("base64") }, token);
    expect(logged).not.toContain(token);
    expect(logged).not.toContain(Buffer.from(token).toString("base64").replace(/=+$/, ""));
  }
  expect(logged).toContain("x[redacted]y");
});
