import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { priceOf } from "../src/postage.js";

const { rows } = JSON.parse(readFileSync(new URL("./vectors/PO1.json", import.meta.url), "utf8"));

// PO1
test("the price follows the weight", () => {
  for (const [grams, cents] of rows) assert.equal(priceOf(Number(grams)), Number(cents));
});
