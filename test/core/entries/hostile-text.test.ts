import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import { readHostileText } from "../../support/hostile-grid.ts";
import { hostileTexts } from "../../support/hostile-texts.mjs";

// How time grows with size is measured by `npm run bench -- hostile`; `npm run test:long` reads up to a megabyte.
test.each(Object.keys(hostileTexts))("%s: every size is read to its end", (name) => {
  readHostileText(name, [1, 16]);
});

test("many entries that name one removed entry are all found", () => {
  const named = Array.from({ length: 2000 }, (_, i) => `- \`(AB${String(i + 1)})\` must be as \`AB0\``);
  const head = { path: "a.md", text: named.join("\n") };
  const base = { path: "a.md", text: `- \`(AB0)\` The client must wait.\n${head.text}` };
  const { changes } = compareSpecs([base], [head]).diff;
  expect(changes.map(({ kind }) => kind)).toEqual(["removed"]);
});
