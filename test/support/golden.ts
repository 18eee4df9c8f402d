import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Compares with a golden file. A missing file fails; `npm run golden:update` writes it, and the diff is reviewed like
 * code.
 */
export function expectGolden(actual: string, file: string): void {
  if (process.env["GOLDEN"] === "update") {
    mkdirSync(dirname(file), { recursive: true });
    if (!existsSync(file) || readFileSync(file, "utf8") !== actual) writeFileSync(file, actual);
    return;
  }
  if (!existsSync(file))
    throw new Error(`Golden file ${file} is missing: GOLDEN=update before the test writes it.`);
  expect(actual).toBe(readFileSync(file, "utf8"));
}

export function expectGoldenJson(actual: unknown, file: string): void {
  expectGolden(`${JSON.stringify(actual, null, 2)}\n`, file);
}
