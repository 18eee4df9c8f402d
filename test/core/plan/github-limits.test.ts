import { leaveWithin } from "../../../src/core/plan/spec-leave.ts";
import { planFollowUp } from "../../../src/core/plan/plan-follow-up.ts";
import { buildCommentContext } from "../../support/review.ts";

const repository = { owner: "acme", name: "spec" };

test("R23: titles and bodies stay within GitHub's limits, whatever the entries are called", () => {
  const entries = Array.from({ length: 2000 }, (_, i) => ({
    id: `${"long-id-🙂".repeat(20)}${String(i)}`,
    file: `${"folder/".repeat(40)}spec.md`,
    line: i + 1,
    reason: "a reason ".repeat(40),
    hasTestData: true,
  }));
  const plan = planFollowUp({
    source: {
      repository,
      number: 7,
      merged: false,
      baseRef: "main",
      headRef: "topic",
      headRepository: repository,
    },
    leave: leaveWithin({ installationId: 1, id: 1, ...repository }),
    defaultBranch: "main",
    branchSuffix: null,
    files: [],
    text: {
      data: {
        source: "acme/spec#7",
        stage: "code",
        workPackage: "m",
        target: "js",
        head: "a".repeat(40),
        entries: {},
      },
      spec: buildCommentContext(),
      pullRequest: 7,
      entries,
      requestedBy: "ann",
      commentUrl: null,
      fromFork: true,
      verified: [],
      notVerified: [],
      model: null,
    },
  });
  expect(plan.title.length).toBeLessThanOrEqual(256);
  expect(plan.commitMessage.length).toBeLessThanOrEqual(256);
  expect(plan.body.length).toBeLessThanOrEqual(65_536);
  expect(plan.branch.length).toBeLessThanOrEqual(200);
});
