import { defaultTag, holdsTag, tagOf } from "../../../src/core/code/target.ts";

test.each([
  ["// RTN1", true],
  ["  // RTN1: resumes", true],
  ["// RTN1, RTN2", true],
  ["// RTN1. What follows is another sentence.", true],
  ["// RTN15\n", false],
  ["// RTN1a", false],
  ["// RTN1.2", false],
  ["// RTN1-a", false],
  ["// RTN1_x", false],
  ["// RTN15\n// RTN1", true],
])("%j holds the tag // RTN1: %s", (text, holds) => {
  expect(holdsTag(text, tagOf("RTN1", { pattern: "// ID" }))).toBe(holds);
});

test("a tag that ends with a bracket ends there", () => {
  expect(holdsTag("resumes (RTN1)b", tagOf("RTN1", { pattern: "(ID)" }))).toBe(true);
  expect(holdsTag("resumes (RTN15)", tagOf("RTN1", { pattern: "(ID)" }))).toBe(false);
});

test("a tag that is the ID alone is no end of another", () => {
  expect(holdsTag("XRTN1", tagOf("RTN1", { pattern: "ID" }))).toBe(false);
  expect(holdsTag("test_RTN1", tagOf("RTN1", { pattern: "ID" }))).toBe(false);
});

test.each([
  ["py", "# ID"],
  ["Ruby", "# ID"],
  ["elixir", "# ID"],
  ["lua", "-- ID"],
  ["clojure", ";; ID"],
  ["swift", "// ID"],
  [undefined, "// ID"],
])("code in %s cites by its own comment, %s", (language, tag) => {
  expect(defaultTag(language)).toBe(tag);
});
