import type { ChildProcess } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { deliver } from "./support/deliver.ts";
import { temporaryFolder, testKey, testSecret } from "./support/test-settings.ts";
import { runWatched, spawnWatched } from "./support/watched-program.ts";

const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
const base = { PATH: process.env["PATH"], APP_ID: "12", PRIVATE_KEY: testKey, HOST: "127.0.0.1", PORT: "0" };
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

const urls = new WeakMap<ChildProcess, string>();

async function serve(folder: string): Promise<ChildProcess> {
  const child = spawnWatched(process.execPath, [main], {
    variables: { ...base, WEBHOOK_SECRET: testSecret, TWOPATH_DATA_DIR: folder },
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (data: Buffer) => {
      if (!data.toString().includes('"msg":"serving"')) return;
      urls.set(child, /"url":"([^"]+)"/.exec(data.toString())?.[1] ?? "");
      resolve();
    });
    child.once("exit", (code) => {
      reject(new Error(`ended with ${String(code)}`));
    });
  });
  return child;
}

test.each([undefined, "", "development", "12345678"])(
  "S1: the process ends at once with the secret %p",
  async (secret) => {
    const run = await runWatched([main], {
      variables: { ...base, WEBHOOK_SECRET: secret, TWOPATH_DATA_DIR: temporaryFolder() },
    });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("WEBHOOK_SECRET");
    expect(run.stderr).toContain("openssl rand -hex 32");
  },
);

test("R43: a second process on one folder is refused clearly; after a SIGKILL the folder is free at once", async () => {
  const folder = temporaryFolder();
  const first = await serve(folder);
  const second = await runWatched([main], {
    variables: { ...base, WEBHOOK_SECRET: testSecret, TWOPATH_DATA_DIR: folder },
  });
  expect(second.status).toBe(2);
  expect(second.stderr).toMatch(/Another twopath process uses .* set DATABASE_URL/);
  first.kill("SIGKILL");
  await new Promise((resolve) => first.once("exit", resolve));
  await serve(folder);
});

test("R7: SIGTERM ends an idle server with 0", async () => {
  const child = await serve(temporaryFolder());
  child.kill("SIGTERM");
  const code = await new Promise((resolve) => child.once("exit", resolve));
  expect(code).toBe(0);
});

test("a reader of the log that goes away does not take the server with it", async () => {
  const child = await serve(temporaryFolder());
  const url = urls.get(child) ?? "";
  child.stdout?.destroy();
  for (const id of ["one", "two", "three"]) {
    expect(await deliver(url, "ping", id, { zen: "Keep it logically awesome." })).toBe(202);
  }
  expect(child.exitCode).toBeNull();
});

test("a taken port is refused with what to do", async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, "127.0.0.1", resolve));
  const { port } = blocker.address() as AddressInfo;
  const settings = { WEBHOOK_SECRET: testSecret, TWOPATH_DATA_DIR: temporaryFolder() };
  const run = await runWatched([main], { variables: { ...base, PORT: String(port), ...settings } });
  blocker.close();
  expect(run.status).toBe(2);
  expect(run.stderr).toContain(`Port ${String(port)} is in use. Set PORT to another one.`);
});
