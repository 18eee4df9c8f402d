import { isTableOfValues } from "../../../src/core/entries/holds-values.ts";
import { scanSource } from "../../../src/core/markdown/scan/scan-source.ts";

const table = (...rows: readonly string[]) => {
  const [header = "", ...rest] = rows.map((row) => `| ${row} |`);
  const columns = header.split("|").length - 2;
  const text = [header, `|${" - |".repeat(columns)}`, ...rest].join("\n");
  const [found] = scanSource({ path: "a.md", text }).tables;
  return found !== undefined && isTableOfValues(found.header, found.rows);
};

test("a table of inputs and outputs is one of values, one that lays out fields is none", () => {
  expect(table("Attempt | Delay", "1 | 500", "2 | 1000")).toBe(true);
  expect(table("Name | Input | Expected", "short | `ab` | `b`", "empty | `` | `x`")).toBe(true);
  expect(table("Field | Length (bytes) | Read as", "Salt | 16 | bytes", "Nonce | 12 | bytes")).toBe(false);
  expect(table("Option | Default", "`retries` | 3", "`wait` | 5")).toBe(false);
});
