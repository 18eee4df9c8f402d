import { startServer } from "../src/compose.ts";
import { createRedactor } from "../src/shell/redact.ts";
import { deliver, pullRequestPayload, sign } from "./support/deliver.ts";
import { testKey, testSecret, testSettings } from "./support/test-settings.ts";

const modelKey = "sk-ant-canary-0123456789abcdefghij";
const oldToken = `ghs_${"A1b2".repeat(9)}`;
const newToken = `ghs_1234_eyJhbGciOiJSUzI1NiJ9.${"b".repeat(40)}.${"c".repeat(40)}`;
const keyLine = testKey.split("\n")[3] ?? "";

/** Each secret as itself and in base64. */
const canaries = [testSecret, modelKey, oldToken, newToken, keyLine].flatMap((secret) => [
  secret,
  Buffer.from(secret).toString("base64").replace(/=+$/, ""),
]);

test("S27: at trace level no setting and no token reaches logs, stored errors or metrics, whatever an error says", async () => {
  let logged = "";
  const server = await startServer(testSettings({ LOG_LEVEL: "trace", ANTHROPIC_API_KEY: modelKey }), {
    writeLog: (line) => {
      logged += line;
    },
    queue: { maxAttempts: 1 },
    createWork: (tools) => () => {
      tools.redactor.add(oldToken);
      tools.redactor.add(newToken);
      const error = new Error(`failed with ${canaries.join(" ")} and ${testKey}`, {
        cause: { headers: canaries },
      });
      tools.log.trace({ settings: tools.settings, err: error, tokens: canaries }, testKey);
      return Promise.reject(error);
    },
  });
  await deliver(server.url, "pull_request", "d-1", pullRequestPayload(1, "d".repeat(40)));
  await deliver(
    server.url,
    "pull_request",
    "d-2",
    { leak: testSecret },
    { "x-hub-signature-256": sign("no") },
  );
  await server.tools.queue.idle();
  const stored = JSON.stringify(await server.tools.queue.jobs({}));
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  await server.stop(100);
  expect(stored).toContain("failed with [redacted]");
  expect(logged).toContain("job attempt failed");
  for (const [place, text] of Object.entries({ logged, stored, metrics })) {
    expect([place, canaries.filter((canary) => text.includes(canary))]).toEqual([place, []]);
    expect([place, text.includes("PRIVATE KEY")]).toEqual([place, false]);
  }
});

test("tokens of both forms and keys are taken out although never seen before", () => {
  const clean = createRedactor([]).redact(`${oldToken} ${newToken} ${modelKey} ${testKey}`);
  expect(clean).toBe("[redacted] [redacted] [redacted] [redacted]\n");
});
