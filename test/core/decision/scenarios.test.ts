import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { judgeBatches, judgeRequest } from "../../../src/core/decision/judge-request.ts";
import type { Review } from "../../../src/core/decision/review.ts";
import { askedReview } from "../../../src/core/design/asked-review.ts";
import { explainMessage } from "../../../src/core/message/reply.ts";
import { reviewComment } from "../../../src/core/message/review-comment.ts";
import type { SourceFile } from "../../../src/core/entries/entry.ts";
import { expectGolden, expectGoldenJson } from "../../support/golden.ts";
import { buildCommentContext } from "../../support/review.ts";

const scenarios = join(import.meta.dirname, "../../scenarios");

function filesOf(folder: string): SourceFile[] {
  return readdirSync(folder).map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

function reviewOf(name: string): Review {
  return askedReview({
    base: "a".repeat(40),
    head: "b".repeat(40),
    baseFiles: filesOf(join(scenarios, name, "given/base")),
    headFiles: filesOf(join(scenarios, name, "given/head")),
    listToJudge: true,
  });
}

/** Each models a situation of real pull requests, in words of our own. */
const stories = [
  { name: "clause-replaced", asked: ["CN2d", "CN2e"] },
  { name: "feature-stories", asked: ["FR-003"] },
  { name: "command-scenarios", asked: ["Export in the background"] },
  { name: "wording-and-a-number", asked: ["RE1", "RE4"] },
  { name: "cache-on-devices", asked: ["PI2", "PI2b"] },
];

test.each(stories)("$name: the comment and the explanation read as they should", ({ name, asked }) => {
  const review = reviewOf(name);
  const context = buildCommentContext();
  const { body, overflow } = reviewComment(review, context);
  expect(overflow).toBeNull();
  expectGolden(`${body}\n`, join(scenarios, name, "expect/comment.md"));
  const chosen = review.recommendations.filter(({ change }) =>
    asked.some((id) => change.id === id || change.id.endsWith(`#${id}`)),
  );
  expect(chosen).toHaveLength(asked.length);
  expectGolden(`${explainMessage(chosen, review, context)}\n`, join(scenarios, name, "expect/explain.md"));
});

test.each(stories.slice(0, 3))("$name: the judge is asked exactly this", ({ name }) => {
  const requests = judgeBatches(reviewOf(name).toJudge).map((batch) => judgeRequest(batch));
  expect(requests).toHaveLength(1);
  expectGoldenJson(requests[0], join(scenarios, name, "expect/judge-request.json"));
});
