import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { designDocument } from "../../../src/core/design/design-document.ts";
import { earlierText } from "../../../src/core/design/earlier-text.ts";
import { fingerprint } from "../../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";

const path = ".kiro/specs/library/requirements.md";

/** A requirement with these criteria, by number. */
function requirement(title: string, criteria: readonly string[]): string {
  const list = criteria.map((text, at) => `${String(at + 1)}. ${text}`).join("\n");
  return `### ${title}\n\n**User Story:** As a reader, I want books, so that I read.\n\n#### Acceptance Criteria\n\n${list}\n`;
}

function specOf(...requirements: readonly string[]): string {
  return `# Requirements Document\n\n## Requirements\n\n${requirements.join("\n")}`;
}

function designOf(text: string, before: string | null = null) {
  const specFiles = [{ path, text }];
  const review = reviewSpecs({
    ...{ base: "a".repeat(40), head: "b".repeat(40) },
    ...{ baseFiles: before === null ? [] : [{ path, text: before }], headFiles: specFiles },
  });
  const { content } = designDocument({
    workPackage: { slug: "library", entries: review.recommendations.map(({ change }) => change.id) },
    ...{ review, targets: [], folder: "design", fingerprint, specFiles },
    link: (file, line) => `${file}#L${String(line)}`,
    entriesAtHead: parseSpec(specFiles).files.flatMap((file) => file.entries),
  });
  return { review, document: content ?? "" };
}

describe("two entries of one name", () => {
  const { document } = designOf(
    specOf(
      requirement("Requirement 1: Loans", ["WHEN a shelf is full THEN the desk SHALL show it"]),
      requirement("Derived Requirement 1: Cards", [
        "WHEN a card is read THEN the desk SHALL lend it for TBD days",
      ]),
    ),
  );

  it("are told apart by their lines, and only that which is asked about is shown", () => {
    expect(document).toMatch(/\n1\. The text leaves this .* \(`1\.1` \(line 19\)\)\n/);
    expect(document).not.toContain("```text\nWHEN a shelf is full");
  });

  it("stand once at the head of the document", () => {
    expect(document.match(/- id: ".*#1\.1"/g)).toHaveLength(1);
  });
});

describe("the earlier text of an item that changed its place", () => {
  const before = specOf(
    requirement("Requirement 1: Loans", [
      "WHEN books are merged THEN the desk SHALL use the old catalogue",
      "WHEN shelves are switched THEN the desk SHALL update the catalogue",
    ]),
  );
  const after = specOf(
    requirement("Requirement 1: Loans", [
      "WHEN shelves are switched THEN the desk SHALL update the catalogue and its index (TBD)",
      "WHEN books are merged THEN the desk SHALL use the new catalogue",
    ]),
  );
  const { review, document } = designOf(after, before);

  it("is what had its words, not what had its number", () => {
    expect(document).toContain("`1.1` (modified, `1.2` before, ");
    expect(document).toContain(
      "Before:\n\n```text\nWHEN shelves are switched THEN the desk SHALL update the catalogue\n",
    );
    expect(document).not.toContain("Before:\n\n```text\nWHEN books are merged");
  });

  it("is its own where no other is more like it, and none where its number was another's", () => {
    const text = (at: number): string => {
      const found = review.recommendations.find(({ change }) => change.id.endsWith(`#1.${String(at)}`));
      return found === undefined ? "" : earlierText(found, { review }).text;
    };
    expect(text(2)).toContain("use the old catalogue");
    const put = designOf(
      specOf(
        requirement("Requirement 1: Loans", [
          "Lost cards SHALL cost a fee (TBD)",
          "WHEN books are merged THEN the desk SHALL use the new catalogue",
        ]),
      ),
      before,
    );
    expect(put.document).toContain("Lost cards SHALL cost");
    expect(put.document).not.toContain("Before:");
  });
});
