import { withChildrenToBuild } from "../../../src/core/decision/with-children-to-build.ts";
import type { Recommendation } from "../../../src/core/decision/review.ts";
import { buildRecommendation } from "../../support/review.ts";
import { changeOf, entryOf } from "../../support/spec-builders.ts";

function given(id: string, parent: string | null, path: Recommendation["path"]): Recommendation {
  return {
    ...buildRecommendation({ id, kind: "added", path }),
    path,
    change: changeOf(null, entryOf(`Text of ${id}.`, { id, parent })),
  };
}

const condition = given("1.4.14", null, "none");
const scene = given("1.4.14.1", "1.4.14", "none");
const rule = given("1.4.14.1.1", "1.4.14.1", "code");
const other = given("1.4.15", null, "code");
const all = [condition, scene, rule, other];
const ids = (asked: readonly Recommendation[]): readonly string[] =>
  withChildrenToBuild(asked, all).map(({ change }) => change.id);

test("who asks for a condition gets the rules below it", () => {
  expect(ids([condition])).toEqual(["1.4.14", "1.4.14.1.1"]);
  expect(ids([other])).toEqual(["1.4.15"]);
  expect(ids([rule, other])).toEqual(["1.4.14.1.1", "1.4.15"]);
});

test("what is to be taken back takes nothing along", () => {
  expect(ids([{ ...condition, takeBack: true }])).toEqual(["1.4.14"]);
});
