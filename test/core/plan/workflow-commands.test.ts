import { workflowCommands } from "../../../src/core/plan/workflow-commands.ts";
import { buildRecommendation, buildReview } from "../../support/review.ts";

const design = buildRecommendation({
  id: "A1,b:c",
  kind: "added",
  path: "design",
  after: "Text.",
  line: 7,
  reason: "components must agree, 100 %",
  needs: ["who decides\n::error::owned"],
});

test("each annotation is a workflow command at its line; what a spec says cannot start one", () => {
  const review = {
    ...buildReview([design]),
    findings: [{ rule: "vague-word", id: "A1", file: "spec/a,b.md", line: 3, message: "“fast” is vague." }],
  };
  expect(workflowCommands(review)).toBe(
    [
      "::notice file=spec/features.md,line=7,endLine=7,title=A1%2Cb%3Ac%3A Spec → Design → Code::" +
        "components must agree, 100 %25%0A- who decides%0A::error::owned",
      "::warning file=spec/a%2Cb.md,line=3,endLine=3,title=vague-word::“fast” is vague.",
      "1 changed entry: 1 needs a design first.",
      "",
    ].join("\n"),
  );
});

test("nothing changed is said in one line", () => {
  expect(workflowCommands(buildReview([]))).toBe("No entry changed.\n");
});
