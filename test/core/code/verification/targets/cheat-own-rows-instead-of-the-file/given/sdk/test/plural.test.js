import { expect, test } from "vitest";
import { plural } from "../src/plural.js";

// PL1: data/plurals.csv
test.each([
  ["cat", "cats"],
  ["box", "boxes"],
  ["city", "cities"],
  ["day", "days"],
  ["child", "childs"],
  ["children", "childrens"],
])("%s: %s", (word, expected) => {
  expect(plural(word)).toBe(expected);
});
