import { readFileSync } from "node:fs";
import { join } from "node:path";
import { encode } from "../src/encode.js";

const rows = JSON.parse(readFileSync(join(import.meta.dirname, "vectors", "codes.json"), "utf8"));

it.each(rows)("CD-1: $word", ({ word, code }) => {
  expect(encode(word)).toBe(code);
});

it("CD-2: takes any word", () => {
  expect(encode("omega")).toBe("o5a");
});
