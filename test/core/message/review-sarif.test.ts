import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { reviewSarif } from "../../../src/core/message/review-sarif.ts";
import { buildRecommendation, buildReview } from "../../support/review.ts";
import { expectGoldenJson } from "../../support/golden.ts";

const schema: unknown = JSON.parse(
  readFileSync(new URL("../../support/schema/sarif-2.1.0.json", import.meta.url), "utf8"),
);
const ajv = new Ajv2020({ strict: false });
formats.default(ajv);
const valid = ajv.compile(schema as object);

const review = {
  ...buildReview([
    buildRecommendation({ id: "MSG1", kind: "added", path: "code", after: "A retry waits 15 s." }),
    buildRecommendation({
      id: "MSG2",
      kind: "modified",
      path: "design",
      line: 20,
      before: "Clients retry.",
      after: "Clients coordinate retries.",
      reason: "components must agree",
      needs: ["who decides when a retry starts"],
    }),
  ]),
  findings: [
    {
      rule: "dangling-reference",
      id: "MSG1",
      file: "spec/über features.md",
      line: 12,
      message: "MSG1 refers to MSG9, which does not exist.",
    },
  ],
};

test("a review as SARIF is valid by the official schema and says what a reader needs", () => {
  const log = reviewSarif(review);
  expect(valid(log) ? [] : valid.errors).toEqual([]);
  expectGoldenJson(log, new URL("golden/review.sarif.json", import.meta.url).pathname);
});

test("an empty review is valid and has no result", () => {
  const log = reviewSarif(buildReview([]));
  expect(valid(log) ? [] : valid.errors).toEqual([]);
  expect(JSON.stringify(log)).toContain('"results":[]');
});
