import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSettings, settingNames } from "../src/settings.ts";
import { temporaryFolder, testKey, testSecret } from "./support/test-settings.ts";

const good = { APP_ID: "12", PRIVATE_KEY: testKey, WEBHOOK_SECRET: testSecret };

test.each([
  ["missing", undefined, "WEBHOOK_SECRET is missing"],
  ["empty", "", "WEBHOOK_SECRET is missing"],
  ["Probot's default", "development", "everybody knows"],
  ["short", "12345678", "shorter than 32"],
])("S1: refuses a webhook secret that is %s and says what to do", (_, secret, expected) => {
  const read = () => readSettings({ ...good, WEBHOOK_SECRET: secret });
  expect(read).toThrow(expected);
  expect(read).toThrow("openssl rand -hex 32");
});

test("names every wrong variable at once and never shows a value", () => {
  let message = "";
  try {
    readSettings({ WEBHOOK_SECRET: "my-short-secret", PORT: "x", DATABASE_URL: "mysql://u:hunter22@h/d" });
  } catch (error) {
    message = (error as Error).message;
  }
  for (const name of ["APP_ID", "PRIVATE_KEY", "WEBHOOK_SECRET", "PORT", "DATABASE_URL"])
    expect(message).toContain(name);
  expect(message).not.toContain("my-short-secret");
  expect(message).not.toContain("hunter22");
});

test("empty variables are as good as none", () => {
  const settings = readSettings({
    ...good,
    GHE_HOST: "",
    PORT: "",
    LOG_LEVEL: "",
    DATABASE_URL: "",
    ANTHROPIC_API_KEY: "",
  });
  expect(settings).toMatchObject({
    github: { apiUrl: "https://api.github.com" },
    server: { host: "localhost", port: 3000 },
    logLevel: "info",
    model: { apiKey: null },
    store: { type: "sqlite", folder: "./data" },
  });
});

test("S26: refuses a key file that others can read, takes one that is private", () => {
  const path = join(temporaryFolder(), "key.pem");
  writeFileSync(path, testKey);
  const read = () => readSettings({ APP_ID: "12", PRIVATE_KEY_PATH: path, WEBHOOK_SECRET: testSecret });
  chmodSync(path, 0o644);
  expect(read).toThrow("chmod 600");
  chmodSync(path, 0o600);
  expect(read().app.privateKey).toBe(testKey);
});

test(".env.example lists exactly the settings that are read", () => {
  const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");
  const listed = example.split("\n").flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
  expect(listed.sort()).toEqual([...settingNames].sort());
});
