import { sameWords } from "../../../../src/core/decision/rules/same-words.ts";
import { changeOf } from "../../../support/spec-builders.ts";

const told = (before: string, after: string): string => sameWords(changeOf(before, after));

test("what only sets the page apart is said to be that", () => {
  expect(told("The oven *is* hot.", "- The Oven is hot.")).toBe("Only layout, capitals or signs changed.");
});

test.each([
  ["The menu:\n\n{% render soups.md %}", "The menu:\n\n{% render soups.md %}\n{% render cakes.md %}"],
  ["The menu: {{ soups }}", "The menu: {{ soups }} {{ cakes }}"],
  ["A tray.", "A tray. <Lid size='large' />"],
])("nothing is said to be the same where a template or a tag brings words in: %j", (before, after) => {
  expect(told(before, after)).toBe("");
});
