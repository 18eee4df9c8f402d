import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { createServer as createHttpServer } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { newPrivateKey } from "../../src/sandbox/defaults.ts";
import { populate } from "../support/spec-world.ts";
import { temporaryFolder, testKey } from "../support/test-settings.ts";
import { runWatched, spawnWatched } from "../support/watched-program.ts";
import { createWatchedSandbox } from "../support/watched-sandbox.ts";

const program = fileURLToPath(new URL("../../bin/twopath.js", import.meta.url));

function run(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  cwd = temporaryFolder(),
) {
  const child = spawnWatched(process.execPath, [program, ...args], {
    folder: cwd,
    variables: { PATH: process.env["PATH"], TWOPATH_DATA_DIR: temporaryFolder(), ...environment },
  });
  let output = "";
  const grown = new Set<() => void>();
  const take = (data: Buffer) => {
    output += data.toString();
    for (const each of grown) each();
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const until = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match !== null) resolve(match);
      };
      grown.add(look);
      look();
    });
  return { ended, output: () => output, until };
}

const workflow = `on:
  pull_request:
permissions:
  contents: write
jobs:
  twopath:
    runs-on: ubuntu-latest
    steps:
      - uses: OWNER/twopath@main
`;

test("doctor looks at the workflow of a repository that uses the Action, and needs no App there", async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, ".github/workflows"), { recursive: true });
  writeFileSync(join(folder, ".github/workflows/twopath.yml"), workflow);
  const doctor = run(["doctor"], {}, folder);
  expect(await doctor.ended).toBe(1);
  expect(doctor.output()).toContain("No complete settings of an App here; the Action needs none.");
  for (const said of [
    "use `pull_request_target`",
    "add `issue_comment`",
    "pull-requests: write, checks: write",
    "name a release tag",
  ])
    expect(doctor.output()).toContain(said);
});

test("doctor says what is fine, what is wrong and what to do, and never a secret", async () => {
  const sandbox = await createWatchedSandbox({ clock: () => new Date() });
  await populate(sandbox);
  const good = run(["doctor"], sandbox.settings);
  await good.ended;
  expect(good.output()).toContain("APP_ID and private key: GitHub knows them as twopath");
  expect(good.output()).toMatch(/Store: .* is not there yet/);
  expect(good.output()).toContain("Model: none");
  const bad = run(["doctor"], { ...sandbox.settings, PRIVATE_KEY: newPrivateKey() });
  expect(await bad.ended).toBe(1);
  expect(bad.output()).toContain("do not belong together");
  for (const { output } of [good, bad]) {
    expect(output()).not.toContain(sandbox.webhookSecret);
    expect(output()).not.toContain("PRIVATE KEY-----");
  }
  await sandbox.close();
}, 60_000);

test("doctor says which address does not answer", async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const environment = {
    APP_ID: "1",
    PRIVATE_KEY: testKey,
    WEBHOOK_SECRET: "x".repeat(40),
    GHE_HOST: `127.0.0.1:${String(port)}`,
    GHE_PROTOCOL: "http",
  };
  const doctor = run(["doctor"], environment);
  expect(await doctor.ended).toBe(1);
  expect(doctor.output()).toContain(`GitHub did not answer at http://127.0.0.1:${String(port)}`);
}, 60_000);

test("setup turns GitHub's code into .env and a key file that nobody else can read", async () => {
  const answer = {
    id: 77,
    slug: "twopath-x",
    pem: testKey,
    webhook_secret: "s".repeat(40),
    html_url: "https://github.test/apps/twopath-x",
  };
  const api = createHttpServer((request, response) => {
    const isConversion =
      request.method === "POST" && request.url === "/api/v3/app-manifests/abc123/conversions";
    response.writeHead(isConversion ? 201 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isConversion ? answer : {}));
  });
  await new Promise<void>((resolve) => api.listen(0, "127.0.0.1", resolve));
  const github = `http://127.0.0.1:${String((api.address() as AddressInfo).port)}`;
  const folder = temporaryFolder();
  const setup = run(["setup", "--webhook-url", "https://bot.test", "--github-url", github], {}, folder);
  const [, url = ""] = await setup.until(/Open (http:\S+)/);
  const page = await (await fetch(url)).text();
  expect(page).toContain("https://bot.test/api/github/webhooks");
  expect(page).toContain(`${github}/settings/apps/new`);
  const [, state = ""] = /state=([0-9a-f]+)/.exec(page) ?? [];
  expect((await fetch(`${url}/created?code=abc123&state=${"0".repeat(32)}`)).status).toBe(400);
  expect((await fetch(`${url}/created?code=abc123&state=${state}`)).status).toBe(200);
  expect(await setup.ended).toBe(0);
  api.close();
  const written = readFileSync(join(folder, ".env"), "utf8");
  expect(written).toContain("APP_ID=77\n");
  expect(written).toContain(`WEBHOOK_SECRET=${"s".repeat(40)}`);
  expect(statSync(join(folder, "twopath.private-key.pem")).mode & 0o077).toBe(0);
  expect(statSync(join(folder, ".env")).mode & 0o077).toBe(0);
}, 60_000);

test("doctor without settings names what is missing and how to begin; setup refuses what is no address", async () => {
  const doctor = run(["doctor"], {});
  expect(await doctor.ended).toBe(1);
  expect(doctor.output()).toMatch(/WRONG .*\n *APP_ID is missing[\s\S]*twopath setup/);
  const setup = run(["setup", "--webhook-url", "bot.example.org"], {});
  expect(await setup.ended).toBe(3);
  expect(setup.output()).toContain("bot.example.org is no address");
}, 60_000);

test("jobs of a folder without a store: says so, and makes none", async () => {
  const folder = temporaryFolder();
  const jobs = run(["jobs", "list"], { TWOPATH_DATA_DIR: folder });
  expect(await jobs.ended).toBe(3);
  expect(jobs.output()).toContain(`There is no store in ${folder}`);
  expect(readdirSync(folder)).toEqual([]);
}, 60_000);

test("settings stand in .env of the folder, and the environment wins over them", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, ".env"), "APP_ID=12\nWEBHOOK_SECRET=short\nPRIVATE_KEY_PATH=key.pem\n");
  writeFileSync(join(folder, "key.pem"), testKey, { mode: 0o600 });
  const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
  const server = await runWatched([main], { folder, variables: { APP_ID: "none" } });
  expect(server.status).toBe(2);
  let said = server.stderr;
  for (const command of ["doctor", "serve"]) {
    const { ended, output } = run([command], { APP_ID: "none" }, folder);
    await ended;
    said += output();
  }
  expect(said.match(/APP_ID must/g)).toHaveLength(3);
  expect(said.match(/WEBHOOK_SECRET/g)?.length).toBeGreaterThanOrEqual(3);
  expect(said).not.toContain("missing");
}, 60_000);
