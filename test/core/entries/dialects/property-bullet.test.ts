import { propertyBullet } from "../../../../src/core/entries/dialects/property-bullet.ts";
import { placesOf, read } from "../../../support/read-entries.ts";

const ids = (...lines: string[]): string[] =>
  read(propertyBullet, "a.md", ...lines).ids.map((id) => id.replace("a.md#", ""));

it.each([
  ["- **`p`** (string, REQUIRED) x", "p"],
  ["- **`p`** is so", "p"],
  ["- **p** (string) x", "p"],
  ["- **p** *(string)* x", "p"],
  ["- **p** _string_ x", "p"],
  ["- **p** REQUIRED", "p"],
  ["- **p**, OPTIONAL", "p"],
  ["- **p.q** x", "p.q"],
  ["- **@type/$a-b** (x)", "@type/$a-b"],
])("%j is the property %s", (line, id) => {
  expect(ids(line)).toEqual([id]);
});

it.each([
  "- **p** x",
  "- **p q** (x)",
  "- p (string)",
  "> - **`p`** (string)",
  "**`p`** (string)",
  "- x **`p`** (string)",
  "- **p** (",
  "- **p** REQUIREDLY",
])("%j is none", (line) => {
  expect(ids(line)).toEqual([]);
});

const spec = read(
  propertyBullet,
  "a.md",
  "# Root",
  "* **`a`** (object) the first",
  "  * group:",
  "    * **`b`** (int) inside a plain item",
  "* **`a`** (object) again",
  "",
  "Words, see [a](#root.a).",
  "## Part",
  "1. **`c`** (object) MUST be",
);

it("is called by its section and the properties around it", () => {
  expect(placesOf(spec)).toEqual([
    ["a.md#root", "section", null, "", 1, 9],
    ["a.md#root.a", "property", "a.md#root", "Root", 2, 4],
    ["a.md#root.a.b", "property", "a.md#root.a", "Root", 4, 4],
    ["a.md#root.a-1", "property", "a.md#root", "Root", 5, 5],
    ["a.md#part", "section", "a.md#root", "Root", 8, 9],
    ["a.md#part.c", "property", "a.md#part", "Root › Part", 9, 9],
  ]);
});

it("says its type and all that is not another property's", () => {
  expect(spec.text("a.md#root.a")).toBe("(object) the first\n* group:");
  expect(spec.of("a.md#part.c")).toMatchObject({ text: "(object) MUST be", level: "must" });
  expect(spec.of("a.md#root").references).toEqual(["a.md#root.a"]);
});

describe("properties as paragraphs", () => {
  const page = [
    "# Parcel",
    "",
    "`code` _string_, _required_",
    "",
    "What is printed on it.",
    "",
    "**`weight`** _number_, _optional_",
    "",
    "In grams:",
    "",
    "- as weighed",
    "",
    "`size` (list of numbers)",
    "",
    "Its sides.",
    "",
    "## Notes",
    "",
    "`code` is *unique*.",
  ];

  it("are those whose line says no more than name and type, with what stands below them", () => {
    const { entries, confidence } = read(propertyBullet, "a.md", ...page);
    expect(entries.map(({ id, parent, line, endLine }) => [id, parent, line, endLine])).toEqual([
      ["a.md#parcel", null, 1, 19],
      ["a.md#parcel.code", "a.md#parcel", 3, 5],
      ["a.md#parcel.weight", "a.md#parcel", 7, 11],
      ["a.md#parcel.size", "a.md#parcel", 13, 15],
      ["a.md#notes", "a.md#parcel", 17, 19],
    ]);
    expect(confidence).toBeGreaterThan(0.5);
  });

  it("are three at least", () => {
    expect(read(propertyBullet, "a.md", ...page.slice(0, 12)).ids).toEqual(["a.md#parcel"]);
  });
});
