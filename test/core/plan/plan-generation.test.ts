import fc from "fast-check";
import type { WorkPackage } from "../../../src/core/decision/review.ts";
import {
  type GenerationUnit,
  planGeneration,
  type StandingFollowUp,
} from "../../../src/core/plan/plan-generation.ts";

const workPackages: readonly WorkPackage[] = [
  { slug: "rt3", path: "code", entries: ["RT3", "RT5", "RT7"] },
  { slug: "sn1", path: "code", entries: ["SN1", "SN1a"] },
  { slug: "pq2", path: "code", entries: ["PQ2"] },
];
const all = workPackages.flatMap(({ entries }) => entries);
const same = "If the serial is empty an error with the code 40003 must be thrown.";
const texts: Readonly<Record<string, string>> = { RT7: same, PQ2: `${same} ` };

function plan(
  ids: readonly string[],
  standing: readonly StandingFollowUp[] = [],
  more: Partial<Parameters<typeof planGeneration>[0]> = {},
): readonly GenerationUnit[] {
  const selected = ids.map((id) => ({ id, path: "code" as const, text: texts[id] ?? id }));
  return planGeneration({
    workPackages,
    selected,
    path: null,
    targets: ["js"],
    together: false,
    standing,
    ...more,
  });
}

test("/generate RT3 does not take RT5 and RT7 out of the open pull request", () => {
  const standing = [{ stage: "code" as const, slug: "rt3", target: "js", entries: ["RT3", "RT5", "RT7"] }];
  expect(plan(["RT3"], standing)).toMatchObject([{ slug: "rt3", entries: ["RT3", "RT5", "RT7"] }]);
});

test("an entry goes where it is open, whatever that is called, and where its package is", () => {
  const standing = [{ stage: "code" as const, slug: "all", target: "js", entries: ["RT3", "SN1"] }];
  expect(plan(["RT5", "RT3"], standing)).toMatchObject([{ slug: "all", entries: ["RT3", "RT5", "SN1"] }]);
  expect(plan(["PQ2"], standing)).toMatchObject([{ slug: "pq2", entries: ["PQ2"] }]);
});

test("a pull request of another target or a design is not added to", () => {
  const standing = [
    { stage: "code" as const, slug: "rt3", target: "swift", entries: ["RT5"] },
    { stage: "design" as const, slug: "rt3", target: null, entries: ["RT7"] },
  ];
  expect(plan(["RT3"], standing)).toMatchObject([{ slug: "rt3", entries: ["RT3"] }]);
});

test("packages of which entries say the same come as one pull request", () => {
  expect(plan(all)).toMatchObject([
    { slug: "rt3-and-3-more", entries: ["RT3", "RT5", "RT7", "PQ2"] },
    { slug: "sn1", entries: ["SN1", "SN1a"] },
  ]);
});

test("in every order, entry by entry or several at once, what is open only grows and holds all that was asked for", () => {
  const order = fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
  const steps = fc.array(fc.subarray([...all], { minLength: 1 }), { maxLength: 4 });
  fc.assert(
    fc.property(order, steps, fc.boolean(), (single, several, together) => {
      const open = new Map<string, StandingFollowUp>();
      const asked = new Set<string>();
      for (const ids of [...single.map((id) => [id]), ...several]) {
        const units = plan(ids, [...open.values()], { together, targets: ["js", "swift"] });
        for (const { key, stage, slug, target, entries } of units) {
          const before = open.get(key)?.entries ?? [];
          expect(entries).toEqual(expect.arrayContaining([...before]));
          expect(new Set(entries).size).toBe(entries.length);
          open.set(key, { stage, slug, target, entries });
        }
        for (const id of ids) asked.add(id);
        for (const target of ["js", "swift"]) {
          const held = [...open.values()]
            .filter((one) => one.target === target)
            .flatMap((one) => one.entries);
          expect(held).toEqual(expect.arrayContaining([...asked]));
          expect(new Set(held).size).toBe(held.length);
        }
      }
    }),
  );
});

test("what is to be taken back is one change of its own, and only where it is named", () => {
  const gone = { id: "QX1", path: "none" as const, text: "It beeps." };
  const selected = [
    { ...gone, takeBack: true },
    { ...gone, id: "QX2" },
  ];
  expect(plan([], [], { selected })).toEqual([
    { key: "code/take-back/js", stage: "code", slug: "take-back", entries: ["QX1"], target: "js" },
  ]);
  expect(plan([], [], { selected: [gone] })).toEqual([]);
});
