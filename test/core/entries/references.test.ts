import { withReferences } from "../../../src/core/entries/dialects/with-references.ts";
import { entryOf } from "../../support/spec-builders.ts";

test("an ID behind the name of another document is no entry of this one", () => {
  const file = "specs/003-edges/spec.md";
  const known = entryOf("The graph must load.", { id: `${file}#FR-004`, file });
  const named = (text: string) =>
    withReferences([known, entryOf(text, { id: `${file}#FR-009`, file })])[1]?.references;
  expect(named("It follows FR-004.")).toEqual([known.id]);
  expect(named("It follows `003-edges#FR-004`.")).toEqual([known.id]);
  expect(named("It follows `001-graph#FR-004`.")).toEqual([]);
});
