import fc from "fast-check";
import type { FollowUpText } from "../../../src/core/message/follow-up-body.ts";
import { readFollowUp } from "../../../src/core/message/marker.ts";
import { branchName } from "../../../src/core/plan/branch-name.ts";
import { followUpBase, planFollowUp, type SourcePullRequest } from "../../../src/core/plan/plan-follow-up.ts";
import { leaveWithin } from "../../../src/core/plan/spec-leave.ts";
import { planReview } from "../../../src/core/plan/plan-review.ts";
import { sha256 } from "../../../src/core/entries/sha256.ts";
import { buildCommentContext, buildRecommendation, buildReview } from "../../support/review.ts";

const context = buildCommentContext();
const headSha = "b".repeat(40);
const review = buildReview([
  buildRecommendation({ id: "A1", kind: "added", path: "design", after: "Text.", workPackage: "a1" }),
]);

test("silent on a pull request without spec changes", () => {
  expect(planReview({ review: null, context, headSha, existing: null, failOn: "never" })).toEqual([]);
  expect(planReview({ review: buildReview([]), context, headSha, existing: null, failOn: "never" })).toEqual(
    [],
  );
});

test("an existing comment is edited to say that nothing is left, never created", () => {
  const actions = planReview({
    review: buildReview([]),
    context,
    headSha,
    existing: "older",
    failOn: "never",
  });
  expect(actions).toMatchObject([{ type: "upsert-comment", create: false }]);
});

test("a review is a comment and a check run; the same comment is not written twice", () => {
  const first = planReview({ review, context, headSha, existing: null, failOn: "never" });
  expect(first.map((action) => action.type)).toEqual(["upsert-comment", "check-run"]);
  const body = first[0]?.type === "upsert-comment" ? first[0].body : "";
  expect(
    planReview({ review, context, headSha, existing: sha256(body), failOn: "never" }).map(
      (action) => action.type,
    ),
  ).toEqual(["check-run"]);
});

test("at most 50 annotations and three buttons within GitHub's limits", () => {
  const many = Array.from({ length: 80 }, (_, i) =>
    buildRecommendation({ id: `A${i}`, kind: "added", path: "design", after: "T.", line: i + 1 }),
  );
  const check = planReview({
    review: buildReview(many),
    context,
    headSha,
    existing: null,
    failOn: "never",
  })[1];
  if (check?.type !== "check-run") throw new Error("no check run");
  expect(check.annotations).toHaveLength(50);
  for (const button of check.buttons) {
    expect(button.label.length).toBeLessThanOrEqual(20);
    expect(button.identifier.length).toBeLessThanOrEqual(20);
    expect(button.description.length).toBeLessThanOrEqual(40);
  }
});

test("branch names hold only what a branch may, and differ where subjects differ", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), fc.nat(), (slug, other, pullRequest) => {
      const name = branchName({ stage: "code", pullRequest, slug });
      expect(name).toMatch(/^twopath\/code\/\d+-[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(name.length).toBeLessThanOrEqual(90);
      if (other !== slug) expect(branchName({ stage: "code", pullRequest, slug: other })).not.toBe(name);
    }),
  );
  expect(branchName({ stage: "design", pullRequest: 7, slug: "msg4" })).toBe("twopath/design/7-msg4");
});

test("no two specs, work packages or targets have one branch", () => {
  const code = { stage: "code", pullRequest: 7 } as const;
  expect(branchName({ ...code, slug: "lm1", spec: "spec" })).toBe("twopath/code/spec/7-lm1");
  expect(branchName({ ...code, slug: "lm1", target: "a-b" })).toBe("twopath/code/7-lm1--a-b");
  expect(branchName({ ...code, slug: "lm1-a", target: "b" })).toBe("twopath/code/7-lm1-a--b");
  expect(branchName({ ...code, slug: "lm1", spec: "my.spec" })).not.toBe(
    branchName({ ...code, slug: "lm1", spec: "my-spec" }),
  );
});

const spec = { owner: "acme", name: "spec" };
const source: SourcePullRequest = {
  repository: spec,
  number: 7,
  merged: false,
  baseRef: "main",
  headRef: "topic",
  headRepository: spec,
};

test.each([
  ["same repository, open: stacked", source, spec, "topic"],
  ["merged: base branch", { ...source, merged: true }, spec, "main"],
  ["fork: base branch", { ...source, headRepository: { owner: "ann", name: "spec" } }, spec, "main"],
  ["deleted fork: base branch", { ...source, headRepository: null }, spec, "main"],
  ["another repository: its default branch", source, { owner: "acme", name: "sdk" }, "develop"],
])("%s", (_, from, repository, base) => {
  expect(followUpBase(from, { repository, defaultBranch: "develop" })).toBe(base);
});

test("a follow-up's body carries its data and titles nothing that links", () => {
  const text: FollowUpText = {
    data: {
      source: "acme/spec#7",
      stage: "code",
      workPackage: "m",
      target: "js",
      head: headSha,
      entries: { A1: "f-->" },
    },
    spec: context,
    pullRequest: 7,
    entries: [{ id: "A1 @ann #3", file: "s.md", line: 2, reason: "fixes #3 @ann", hasTestData: false }],
    requestedBy: "ann",
    commentUrl: null,
    fromFork: true,
    verified: [],
    notVerified: ["the tests were not run"],
    model: { name: "some-model", tokens: 1200, costUsd: 0.05, origin: "scripted" },
  };
  const plan = planFollowUp({
    source,
    leave: leaveWithin({ installationId: 1, id: 1, ...spec }),
    defaultBranch: "main",
    branchSuffix: null,
    text,
    files: [],
  });
  expect(readFollowUp(plan.body)).toEqual(text.data);
  expect(plan.title).toBe("Implement A1 ann 3");
  expect(plan.body).not.toMatch(/@ann|#3/);
  expect(plan.body).toContain("by no live model");
});
