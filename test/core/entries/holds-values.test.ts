import { holdsValues, isTableOfValues } from "../../../src/core/entries/holds-values.ts";
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

test("members of JSON that are given types, or names that stand for values, are the form of data and no data", () => {
  expect(holdsValues("", '"lamp" : {\n  "ids" : [ LAMPID, ... ],\n  "wait" : SECONDS\n}')).toBe(false);
  expect(holdsValues("json", '{\n  // whether it blinks\n  "blinks": boolean\n}')).toBe(false);
  expect(holdsValues("json", '{ "id": "string", "owner": "string?" }')).toBe(false);
  expect(holdsValues("json", '{\n  "lamp": {\n    "colour": "red"\n  }\n}')).toBe(true);
  expect(holdsValues("json", '{ "blinks": true }')).toBe(true);
});
