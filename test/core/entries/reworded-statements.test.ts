import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";

const page = (...paragraphs: readonly string[]) => [
  {
    path: "spec/ferry.md",
    text: [
      "# Ferry",
      "## Boarding",
      "A crew member MUST count the cars on deck.",
      ...paragraphs,
      "## Fares",
      "The fare MUST be paid on land.",
    ].join("\n\n"),
  },
];
const changed = (base: readonly string[], head: readonly string[]) =>
  compareSpecs(page(...base), page(...head)).diff.changes.map(({ kind, before, after }) => ({
    kind,
    before: before?.text ?? "",
    after: after?.text ?? "",
  }));

const rule = "Bicycles with a valid ticket and a lamp MUST board by the rear ramp before any car does.";
const told = "Bicycles with a valid ticket and a bell board by the rear ramp before any car does.";

test("a rule reworded into a plain sentence at its place is one change, from the old words to the new", () => {
  const changes = changed([rule], [told]);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.kind).toBe("modified");
  expect(changes[0]?.before).toContain(rule);
  expect(changes[0]?.after).toContain(told);
});

test("where the words are others, the place is another or two rules went, it is removed", () => {
  const kindsOf = (base: readonly string[], head: readonly string[]) =>
    changed(base, head).map(({ kind }) => kind);
  const other = "Coffee is served on the upper deck in the morning.";
  expect(kindsOf([rule], [other])).toContain("removed");
  const stays = "Dogs MUST stay on a lead.";
  expect(kindsOf([rule, stays], [stays, told])).toContain("removed");
  expect(kindsOf([rule, "Horses MUST wait for the second ferry."], [told])).toContain("removed");
});

test("only the keyword went: that is a change as well", () => {
  const plain = rule.replace(" MUST", "");
  expect(changed([rule], [plain]).map(({ kind }) => kind)).toEqual(["modified"]);
});
