import { plain } from "../src/lower.js";
import { shown } from "../src/show.js";
import { attach } from "../src/tags.js";

test("TG-1: tags are added", () => {
  expect(attach({ tags: ["a"] }, "b")).toEqual(["a", "b"]);
});

test("TG-2: upper case counts as lower case", () => {
  expect(plain(" News")).toBe("news");
});

test("TG-3: a tag is shown", () => {
  expect(shown("news")).toBe("#news");
});
