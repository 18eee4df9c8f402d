import { askedReview } from "../../../src/core/design/asked-review.ts";
import { reviewComment } from "../../../src/core/message/review-comment.ts";
import { buildCommentContext } from "../../support/review.ts";

const requirement = (text: string) =>
  `# Kiosk\n\n### Requirement 1: Screen\n\n#### Acceptance Criteria\n\n1. WHEN a key is pressed THE Kiosk SHALL ${text}\n`;
const commentOn = (added: string): string => {
  const path = ".kiro/specs/kiosk/requirements.md";
  const files = (text: string) => [{ path, text }];
  const review = askedReview({
    ...{ base: "b", head: "h" },
    baseFiles: files(requirement("wake.")),
    headFiles: files(`${requirement("wake up.")}\n## Limits\n\n${added}\n`),
  });
  return reviewComment(review, buildCommentContext()).body;
};

test("new text that binds and stands in no entry is named, with its line; what only tells is not", () => {
  const said = commentOn("- The kiosk SHALL show at most 10 lines");
  expect(said).toContain("**Not judged**, as it stands in no entry: new text with MUST or SHALL, in [");
  expect(said).toMatch(/requirements\.md:11\]\([^)]*#L11/);
  expect(commentOn("- The kiosk shows at most 10 lines")).not.toContain("Not judged");
});
