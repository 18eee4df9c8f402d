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

test("new text that binds and stands in no entry is named, with its heading; what only tells is not", () => {
  const said = commentOn("- The kiosk SHALL show at most 10 lines");
  expect(said).toContain(
    "**Not judged**, as it stands in no entry: new text that says what must be, in [Limits](",
  );
  expect(said).toMatch(/requirements\.md[^)]*#L11/);
  expect(commentOn("- The kiosk shows at most 10 lines")).not.toContain("Not judged");
});

test("a spec without keywords in capitals binds in lower case", () => {
  const path = "specs/kiosk/spec.md";
  const page = (words: string) => [
    { path, text: `# Kiosk\n\n## Requirements\n\n- **FR-001**: The kiosk ${words} show a map.\n` },
  ];
  const tail = "\n## Edge cases\n\n- The map must fit any screen.\n";
  const said = (words: string) => {
    const [file = { path, text: "" }] = page(words);
    const review = askedReview({
      ...{ base: "b", head: "h" },
      baseFiles: page(`${words} always`),
      headFiles: [{ path, text: file.text + tail }],
    });
    return reviewComment(review, buildCommentContext()).body;
  };
  expect(said("must")).toContain("[Edge cases](");
  expect(said("MUST")).not.toContain("[Edge cases](");
});

test("where no entry changed, any text that did is named", () => {
  const path = ".kiro/specs/kiosk/requirements.md";
  const files = (text: string) => [{ path, text }];
  const review = askedReview({
    ...{ base: "b", head: "h" },
    baseFiles: files(requirement("wake.")),
    headFiles: files(`${requirement("wake.")}\n## Screens\n\nThe kiosk has ten screens.\n`),
  });
  const { body } = reviewComment(review, buildCommentContext());
  expect(body).toContain("**No entry changed.**");
  expect(body).toContain("**Not judged**, as it stands in no entry: changed text in [");
  expect(body).toContain("[Screens](");
});
