import { ruleLabel } from "../../../../src/core/entries/dialects/rule-label.ts";
import { read } from "../../../support/read-entries.ts";

const spec = read(
  ruleLabel,
  "src/items/functions.md",
  "r[items.fn]",
  "# Functions",
  "",
  "r[items.fn.intro]",
  "A function has a name.",
  "",
  "> A note, see [items.fn.body].",
  "",
  "r[items.fn.body]",
  "It has a body, see [its name](functions.md#r-items.fn.intro).",
  "",
  "## Examples",
  "Nobody's text.",
  "",
  "```text",
  "r[not.a.label]",
  "```",
  "",
  "r[items.other.deep]",
  "The last one.",
  "",
  "[target]: other.md",
);

it("gives a label the blocks up to the next label or heading, its own heading included", () => {
  expect(spec.ids).toEqual(["items.fn", "items.fn.intro", "items.fn.body", "items.other.deep"]);
  expect(spec.text("items.fn")).toBe("# Functions");
  expect(spec.text("items.fn.intro")).toBe("A function has a name.\n\n> A note, see [items.fn.body].");
  expect(spec.lines("items.fn.body")).toEqual([9, 10]);
});

it("leaves link definitions at the end to nobody", () => {
  expect(spec.text("items.other.deep")).toBe("The last one.");
});

it("takes the nearest dotted prefix for the parent", () => {
  expect(spec.parent("items.fn.body")).toBe("items.fn");
  expect(spec.parent("items.other.deep")).toBeNull();
});

it("reads references to rules, by anchor or in brackets", () => {
  expect(spec.of("items.fn.body").references).toEqual(["items.fn.intro"]);
  expect(spec.of("items.fn.intro").references).toEqual(["items.fn.body"]);
});

it("reads labels between the items of a list", () => {
  const lines = ["r[a.b]", "* One must be.", "r[a.c]", "* Two must be."];
  expect(read(ruleLabel, "src/a.md", ...lines).entries.map(({ id, text }) => [id, text])).toEqual([
    ["a.b", "* One must be."],
    ["a.c", "* Two must be."],
  ]);
});
