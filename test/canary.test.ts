import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Tools } from "../src/compose.ts";
import { createRedactor } from "../src/shell/redact.ts";
import { deliver, pullRequestPayload, sign } from "./support/deliver.ts";
import { startPostgres } from "./support/postgres-server.ts";
import { testKey, testModelKey, testSecret, testSettings } from "./support/test-settings.ts";
import { startWatchedServer } from "./support/watched-server.ts";
import { asWritten, secretVariables, watchSource } from "./support/watched-sources.ts";

const postgres = await startPostgres();
afterAll(() => {
  postgres?.stop();
});

const modelKey = "sk-ant-canary-0123456789abcdefghij";
const oldToken = `ghs_${"A1b2".repeat(9)}`;
const newToken = `ghs_1234_eyJhbGciOiJSUzI1NiJ9.${"b".repeat(40)}.${"c".repeat(40)}`;

/** Each secret as itself, in base64 and in a URL. */
function canariesOf(variables: Readonly<Record<string, string>>): readonly string[] {
  return [...secretVariables({ ...variables, WEBHOOK_SECRET: testSecret, PRIVATE_KEY: testKey })]
    .concat(oldToken, newToken)
    .flatMap(asWritten);
}

/** Work that tells everything it knows, and fails with it. */
const tellAll = (canaries: readonly string[]) => (tools: Tools) => () => {
  tools.redactor.add(oldToken);
  tools.redactor.add(newToken);
  const error = new Error(`failed with ${canaries.join(" ")} and ${testKey}`, {
    cause: { headers: canaries },
  });
  tools.log.trace({ settings: tools.settings, err: error, tokens: canaries }, testKey);
  return Promise.reject(error);
};

const stores: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["embedded", { ANTHROPIC_API_KEY: modelKey }],
  ...(postgres === null
    ? []
    : [["PostgreSQL", { ANTHROPIC_API_KEY: testModelKey, DATABASE_URL: postgres.database() }] as const]),
];

test.each(stores)(
  "S27: at trace level no setting and no token reaches logs, stored errors or metrics, whatever an error says (%s)",
  async (_store, variables) => {
    const canaries = canariesOf(variables);
    expect(canaries).toHaveLength(3 * (4 + Object.keys(variables).length));
    let logged = "";
    const server = await startWatchedServer(testSettings(variables), {
      writeLog: (line) => {
        logged += line;
      },
      queue: { maxAttempts: 1 },
      createWork: tellAll(canaries),
    });
    await deliver(server.url, "pull_request", "d-1", pullRequestPayload(1, "d".repeat(40)));
    const wrong = { "x-hub-signature-256": sign("no") };
    await deliver(server.url, "pull_request", "d-2", { leak: testSecret }, wrong);
    await server.tools.queue.idle();
    const stored = JSON.stringify(await server.tools.queue.jobs({}));
    const { text: metrics } = await server.tools.metrics.render(await server.tools.queue.counts());
    await server.stop(100);
    expect(stored).toContain("failed with [redacted]");
    expect(logged).toContain("job attempt failed");
    for (const [place, text] of Object.entries({ logged, stored, metrics })) {
      expect([place, canaries.filter((canary) => text.includes(canary))]).toEqual([place, []]);
      expect([place, text.includes("PRIVATE KEY")]).toEqual([place, false]);
    }
  },
);

test("tokens of both forms and keys are taken out although never seen before", () => {
  const clean = createRedactor([]).redact(`${oldToken} ${newToken} ${modelKey} ${testKey}`);
  expect(clean).toBe("[redacted] [redacted] [redacted] [redacted]\n");
});

/*
 * The rest of the suite: every server, program and sandbox of every test is watched by support/watched-*.ts, which fails a
 * test file in which a secret of one of them is found in what any of them wrote.
 */
const folder = fileURLToPath(new URL(".", import.meta.url));
const unwatched = [
  /\bstartServer\b.*\/compose\.(?:ts|js)"/,
  /\bcreateSandbox\b.*\/sandbox\.(?:ts|js)"/,
  /^import \{[^}]*\} from "node:child_process"[^]*process\.execPath[^]*\b(?:PRIVATE_KEY|WEBHOOK_SECRET|ANTHROPIC_API_KEY|DATABASE_URL|INPUT_TOKEN): (?!""|privateKey = )/m,
];

test("no test starts a server, a sandbox or a program with a secret but through what watches them", () => {
  const tests = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".test.ts"),
  );
  // The sandbox's own tests have no server; what a process has of its settings is shown by printing them.
  const own = [
    relative(folder, fileURLToPath(import.meta.url)),
    join("sandbox", "sandbox.test.ts"),
    "settings-file.test.ts",
  ];
  const found = tests.filter((path) => {
    const text = readFileSync(join(folder, path), "utf8");
    return !own.includes(path) && unwatched.some((one) => one.test(text));
  });
  expect(tests.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
  const caught = [
    'import { startServer } from "../src/compose.ts";',
    'import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";',
    'import { spawn } from "node:child_process";\nspawn(process.execPath, [], { env: { WEBHOOK_SECRET: secret } });',
  ];
  expect(caught.map((text) => unwatched.filter((one) => one.test(text)).length)).toEqual([1, 1, 1]);
});

test("a secret of one source in the words of another is found, also in base64 and in a URL", () => {
  const secret = "a secret/of twenty characters";
  const texts = ["", secret, Buffer.from(`${secret}0`).toString("base64"), encodeURIComponent(secret)];
  const places = texts.map((text, at): [string, string] => [String(at), `some ${text} text`]);
  const noted: string[] = [];
  const holder = watchSource({ secrets: () => [secret], places: () => [] }, noted);
  const teller = watchSource({ secrets: () => [], places: () => places }, noted);
  expect(holder()).toEqual([]);
  expect(teller()).toEqual(["1", "2", "3"]);
  expect(noted).toEqual(["1", "2", "3"]);
});
