import type { Recommendation } from "../../../src/core/decision/review.ts";
import { neighbouringEntries } from "../../../src/core/code/requested-entries.ts";
import type { Entry } from "../../../src/core/entries/entry.ts";
import { entryOf } from "../../support/spec-builders.ts";

function idsAround(own: readonly Entry[], others: readonly Entry[]): readonly string[] {
  const changes = own.map((after) => ({ change: { id: after.id, parent: after.parent, after } }));
  const head = new Map([...own, ...others].map((entry) => [entry.id, entry]));
  return neighbouringEntries(changes as unknown as readonly Recommendation[], { base: new Map(), head }).map(
    ({ id }) => id,
  );
}

const requirement = entryOf("The system SHALL queue jobs.", {
  ...{ id: "R1", kind: "requirement", parent: "S1", references: ["R7"] },
});
const scenario = entryOf("- **THEN** it is shown", { id: "R1/Shown", kind: "scenario", parent: "R1" });
const others = ["S1", "R7", "R8"].map((id) => entryOf("Text.", { id, kind: "requirement", parent: null }));

test("the entry above, the scenarios of a requirement and what it refers to are read with it", () => {
  expect(idsAround([requirement], [...others, scenario])).toEqual(["S1", "R1/Shown", "R7"]);
});

test("what is asked for itself is no neighbour; a point under a point stands for itself", () => {
  expect(idsAround([requirement, scenario], others)).toEqual(["S1", "R7"]);
  const points = ["P1", "P1a"].map((id, at) => entryOf("Text.", { id, parent: at === 0 ? null : "P1" }));
  expect(idsAround(points.slice(0, 1), points.slice(1))).toEqual([]);
});
