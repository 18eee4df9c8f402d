import { readFileSync } from "node:fs";
import { encode } from "../src/encode.js";

function rows() {
  return JSON.parse(readFileSync("cases/codes.json", "utf8"));
}

it("CD-1: words have codes", () => {
  expect(encode("alpha")).toBe("a5a");
});

it("CD-2: takes any word", () => {
  expect(encode("omega")).toBe("o5a");
});
