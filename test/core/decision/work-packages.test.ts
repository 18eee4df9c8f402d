import type { Path, Recommendation } from "../../../src/core/decision/review.ts";
import { recommend } from "../../../src/core/decision/recommend.ts";
import { workPackagesOf } from "../../../src/core/decision/work-packages.ts";
import { changeOf, contextOf, entryOf } from "../../support/spec-builders.ts";

function one(
  id: string,
  parent: string | null,
  path: Path = "code",
  references: string[] = [],
): Recommendation {
  const change = changeOf(null, entryOf("The client must stop.", { id, parent, references, section: id }));
  return { ...recommend(change, contextOf(), { override: null, judged: null }), path };
}

test("parent, siblings and referring entries make one package; a design member makes it a design", () => {
  const packages = workPackagesOf([
    one("A1", null),
    one("A1a", "A1", "design"),
    one("B1", null, "code", ["A1a"]),
    one("C1", null),
    one("D1", null, "none"),
  ]);
  expect(packages).toEqual([
    { slug: "a1", path: "design", entries: ["A1", "A1a", "B1"] },
    { slug: "c1", path: "code", entries: ["C1"] },
  ]);
});

test("a package is named after the parent its members share", () => {
  expect(workPackagesOf([one("A1a", "A1"), one("A1b", "A1")])[0]?.slug).toBe("a1");
});

test("no package passes 15 members, and every entry to build is in exactly one", () => {
  const many = Array.from({ length: 40 }, (_, i) => one(`A1-${i}`, "A1"));
  const packages = workPackagesOf(many);
  for (const { entries } of packages) expect(entries.length).toBeLessThanOrEqual(15);
  expect(packages.flatMap((one) => one.entries).sort()).toEqual(many.map((one) => one.change.id).sort());
  expect(new Set(packages.map((one) => one.slug)).size).toBe(packages.length);
});
