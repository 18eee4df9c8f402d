import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { designDocument } from "../../../src/core/design/design-document.ts";
import { fingerprint } from "../../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { noDocumentText } from "../../../src/core/message/no-document.ts";

const path = "specs/001-library/spec.md";

function designOf(edgeCases: string, wanted: readonly string[]): string {
  const rules = [
    "Readers MUST be able to rename their shelves.",
    "Every desk MUST print receipts.",
    "Desks MUST edit the date of a loan.",
    "System MUST show a list quickly.",
  ];
  const list = rules.map((text, at) => `- **FR-00${String(at + 1)}**: ${text}`).join("\n");
  const text = `# Feature Specification: Library\n\n### Edge Cases\n\n${edgeCases}\n\n## Requirements\n\n${list}\n`;
  const specFiles = [{ path, text }];
  const review = reviewSpecs({
    ...{ base: "a".repeat(40), head: "b".repeat(40) },
    ...{ baseFiles: [], headFiles: specFiles },
  });
  const { content } = designDocument({
    workPackage: { slug: "library", entries: wanted.map((id) => `specs/001-library#${id}`) },
    ...{ review, targets: [], folder: "design", fingerprint, specFiles },
    link: (file, line) => `${file}#L${String(line)}`,
    entriesAtHead: parseSpec(specFiles).files.flatMap((file) => file.entries),
  });
  return content ?? "";
}

describe("a question beside the entries", () => {
  const asked = "- How do desks handle concurrent edits of one loan?";

  it("stands with the entry that names most of it, also one that needs no design", () => {
    const document = designOf(asked, ["FR-004"]);
    expect(document).toContain("## Intent\n\n- `FR-003` (added, ");
    expect(document).toContain("`Desks MUST edit the date of a loan.`");
    expect(document).not.toContain("FR-001");
  });

  it("stands alone where no entry is about the same: none is better than a wrong one", () => {
    const document = designOf("- What happens when the disk is full?", ["FR-001"]);
    expect(document).not.toContain("## Intent");
    expect(document).not.toContain("FR-001`");
    expect(document).toMatch(/\n1\. The specification asks: `What happens when the disk is full\?` \(\[/);
    const apart = "- How do rooms handle concurrent edits of names of shelves by several members?";
    expect(designOf(apart, ["FR-001"])).not.toContain("## Intent");
  });

  it("is listed without being counted where it may be answered elsewhere", () => {
    const document = designOf("- What happens when a book is lost?", ["FR-001"]);
    expect(document).toMatch(/needs no decision:\n\n- `What happens when a book is lost\?` \(\[/);
    expect(document).not.toMatch(/^1\. /m);
  });
});

it("says where a feature without a document asks", () => {
  const asked = { count: 2, file: path, line: 5 };
  expect(noDocumentText({ why: "nothing", ids: ["FR-001"], asked })).toBe(
    "no document: nothing is marked as open. 2 questions of its own, from specs/001-library/spec.md:5 on, may be answered elsewhere in it; who knows one that is not names entries to get one.",
  );
  expect(noDocumentText({ why: "nothing", ids: ["FR-001"], asked: null })).toContain(
    "no question, were found in FR-001. ",
  );
});
