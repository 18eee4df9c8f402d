import { mandated, mandateOf, otherBaseWords } from "../../../src/core/plan/mandate.ts";
import { fingerprint } from "../../../src/core/entries/fingerprint.ts";
import { parseRepoConfig, type RepoConfig } from "../../../src/core/repo-config.ts";
import type { FollowUp } from "../../../src/core/state/follow-up.ts";
import type { Mandate } from "../../../src/core/state/mandate.ts";
import { buildRecommendation, buildReview } from "../../support/review.ts";

const repository = { installationId: 1, id: 2, owner: "acme", name: "spec" };
const spec = {
  ...{ repository, number: 1, merged: false, baseRef: "main", headRef: "change" },
  headRepository: { owner: "acme", name: "spec" },
};
const fork = { ...spec, headRepository: { owner: "ann", name: "spec" } };

function config(...targets: readonly string[]): RepoConfig {
  const lines = targets.map((name) => `  - { name: ${name}, repository: Acme/${name} }\n`);
  const found = parseRepoConfig(`spec: [spec.md]\ntargets:\n${lines.join("")}`);
  if (Array.isArray(found)) throw new Error(found.map(({ message }) => message).join());
  return found;
}

const ids = new Map([
  ["acme/one", 11],
  ["acme/two", 12],
]);
const noted = mandateOf("main", { config: config("one"), asked: [], ids });

test.each<[string, Mandate | null, typeof spec, string | null]>([
  ["the branch of the order", noted, spec, null],
  ["another branch", noted, { ...spec, baseRef: "side" }, "into <code>side</code> now"],
  ["a note of before", null, spec, "was not noted"],
  ["nothing kept, a fork's spec where its follow-up goes", { into: "main" }, fork, null],
  [
    "nothing kept, a fork's spec elsewhere",
    { into: "main" },
    { ...fork, baseRef: "side" },
    "<code>side</code>",
  ],
  ["nothing kept, stacked on the spec's branch", { into: "change" }, spec, null],
  ["nothing kept, the spec is merged", { into: "main" }, { ...spec, merged: true }, null],
])("work without an order: %s", (_what, mandate, now, words) => {
  const found = otherBaseWords(mandate, now);
  if (words === null) expect(found).toBeNull();
  else expect(found).toContain(words);
});

const followUp: FollowUp = {
  ...{ repository, number: 2, url: "u", source: { repository, number: 1 }, designCommit: null },
  ...{ mandate: noted, state: "draft", told: [] },
  data: {
    ...{ source: "acme/spec#1", stage: "design", workPackage: "lm1", target: "spec", head: "a" },
    entries: { LM1: fingerprint("One.") },
  },
};
const review = (after: string) =>
  buildReview([buildRecommendation({ id: "LM1", kind: "modified", path: "code", after })]);

test("the order covers the commit it was given on, and those of its targets that are targets still", () => {
  const covered = (now: RepoConfig) => mandated({ followUp, config: now, ids, review: review("One.") });
  const names = (now: RepoConfig) => {
    const found = covered(now);
    return typeof found === "string" || "stale" in found
      ? found
      : found.config.targets.map(({ name }) => name);
  };
  expect(covered(config("one"))).toMatchObject({ head: "a", notes: [] });
  expect(names(config("one", "two"))).toEqual(["one"]);
  expect(covered(config("one", "two"))).toMatchObject({ notes: [expect.stringContaining("--target two")] });
  expect(covered(config("two"))).toContain("none of the targets");
  const elsewhere = config("one");
  const moved = elsewhere.targets.map((target) => ({ ...target, repository: "acme/other" }));
  expect(covered({ ...elsewhere, targets: moved })).toContain("none of the targets");
});

test("targets that were named when it was ordered are all of its targets", () => {
  const both = config("one", "two");
  expect(mandateOf("main", { config: both, asked: ["two"], ids }).targets).toEqual([
    { name: "two", repository: "acme/two", id: 12 },
  ]);
  expect(mandateOf("main", { config: both, asked: [], ids }).targets.map(({ name }) => name)).toEqual([
    "one",
    "two",
  ]);
});

test("an entry that says something else, or is not changed any more, is not covered", () => {
  const facts = { followUp, config: config("one"), ids };
  expect(mandated({ ...facts, review: review("Two.") })).toEqual({ stale: ["LM1"] });
  expect(mandated({ ...facts, review: null })).toEqual({ stale: ["LM1"] });
});

test.each([
  ["another repository has the name", 13, 11, false],
  ["none that takes part has it, which is said where its code would go", undefined, 11, true],
  ["none that takes part had it, nor has", undefined, null, true],
  ["none that takes part had it when it was ordered", 11, null, false],
  ["it was not written down", 11, undefined, false],
  ["the same repository has it", 11, 11, true],
])("a target is the repository of the order: %s", (_what, now, then, isCovered) => {
  const mandate = { base: "main", targets: [{ name: "one", repository: "acme/one", id: then }] };
  const found = mandated({
    followUp: { ...followUp, mandate },
    config: config("one"),
    ids: new Map(now === undefined ? [] : [["acme/one", now]]),
    review: review("One."),
  });
  expect(typeof found !== "string").toBe(isCovered);
});
