import { linkedSections } from "../../../src/core/entries/linked-sections.ts";

const types = {
  path: "spec/types.md",
  text: "# Types\n\n## Tray\n\nA list of parts.\n\n### Sizes\n\nSmall.\n\n## `Lamp state`\n\n- on\n- off\n\n## Parts {#all-parts}\n\n`(P1)` It has parts.\n",
};
const rules = { path: "spec/rules/one.md", text: "# Rules\n\n`(A1)` x\n" };
const held = [{ file: "spec/types.md", line: 18 }];

const namesIn = (text: string): string[] =>
  linkedSections([{ file: "spec/rules/one.md", text }], [rules, types], held).map(({ name }) => name);

test("the sections that an entry links to, and those called like a term of its, are its definitions", () => {
  expect(namesIn("It holds a [tray](../types.md#tray).")).toEqual(["spec/types.md#tray"]);
  expect(namesIn("The `lamp state` is kept.")).toEqual(["spec/types.md#lamp-state"]);
  expect(namesIn("The `lamp state` of a [tray](../types.md#Tray) is kept.")).toEqual([
    "spec/types.md#tray",
    "spec/types.md#lamp-state",
  ]);
  const [section] = linkedSections(
    [{ file: "spec/rules/one.md", text: "[t](../types.md#tray)" }],
    [types],
    [],
  );
  expect(section?.text).toBe("## Tray\n\nA list of parts.\n\n### Sizes\n\nSmall.");
});

test("a section that holds entries, lies outside or is too long is none", () => {
  expect(namesIn("[parts](../types.md#all-parts)")).toEqual([]);
  expect(
    namesIn("[rules](#rules) [up](../../../types.md#tray) [web](https://a.example/types.md#tray)"),
  ).toEqual(["spec/rules/one.md#rules"]);
  const long = { path: "a.md", text: `# Tray\n\n${"word ".repeat(1000)}` };
  expect(linkedSections([{ file: "a.md", text: "[t](#tray)" }], [long], [])).toEqual([]);
});
