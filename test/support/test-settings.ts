import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings, type Settings } from "../../src/settings.ts";

/** A new key for each run, of make-temporary-root.mjs; it never leaves it. */
export const testKey = readFileSync(join(tmpdir(), "app-key.pem"), "utf8");

export const testSecret = "a-secret-for-tests-of-forty-characters-x";

/** In no form by which a key is told, so that only its value tells it. */
export const testModelKey = "the-key-of-the-model-0123456789abcdef";

/** Removed at the end of the run, at the latest. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "twopath-test-"));
}

/** An App, a free port. */
export const testEnvironment = {
  APP_ID: "1234",
  PRIVATE_KEY: testKey,
  WEBHOOK_SECRET: testSecret,
  HOST: "127.0.0.1",
  PORT: "0",
} as const;

/** Valid settings on a free port, a new folder and silence. */
export function testSettings(changes: Readonly<Record<string, string>> = {}): Settings {
  const quiet = { LOG_LEVEL: "fatal", TWOPATH_DATA_DIR: temporaryFolder() };
  return readSettings({ ...testEnvironment, ...quiet, ...changes });
}
