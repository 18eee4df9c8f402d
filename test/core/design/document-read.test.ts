import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { designDocument } from "../../../src/core/design/design-document.ts";
import { documentTitle } from "../../../src/core/design/document-title.ts";
import { fingerprint } from "../../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { entryOf } from "../../support/spec-builders.ts";

/** The document of all that a new file of the specification says. */
function documentOf(text: string, path = "spec/loans.md"): string {
  const specFiles = [{ path, text }];
  const review = reviewSpecs({
    ...{ base: "a".repeat(40), head: "b".repeat(40) },
    ...{ baseFiles: [], headFiles: specFiles },
  });
  const { content } = designDocument({
    workPackage: { slug: "loans", entries: review.recommendations.map(({ change }) => change.id) },
    ...{ review, targets: [], folder: "design", fingerprint, specFiles },
    link: (file, line) => `../${file}#L${String(line)}`,
    entriesAtHead: parseSpec(specFiles).files.flatMap((file) => file.entries),
  });
  return content ?? "";
}

const rules = (list: readonly string[]): string =>
  list.map((text, at) => `- **FR-00${String(at + 1)}**: ${text}`).join("\n");

describe("the intent beside questions of the file itself", () => {
  const questions =
    "## Open Questions\n\n- Where does the return shelf stand (e.g., in the hall, the yard)?\n";
  const feature = (list: readonly string[]): string =>
    documentOf(
      `# Feature Specification: Library\n\n## Requirements\n\n${rules(list)}\n\n${questions}`,
      "specs/001-library/spec.md",
    );
  const box = "The return shelf MUST be easy to find in the library.";

  it("quotes the requirement that names the thing asked about in the same two words", () => {
    const document = feature(["Loans MUST end after 28 days.", box, "Desks MUST open at noon."]);
    expect(document).toContain(`\`${box}\``);
    expect(document).toContain('id: "specs/001-library#FR-002"');
    expect(document).not.toMatch(/FR-001|FR-003/);
  });

  it("quotes it also where an entry is asked about, and says of none which way it goes", () => {
    const document = feature(["The fee of a late loan is TBD.", box]);
    expect(document).toContain("The fee of a late loan is TBD.\n```");
    expect(document).toContain(`\n- \`FR-002\` (`);
    expect(document).not.toContain("straight to code");
  });

  it("does not repeat a question that is an entry of its own", () => {
    const document = documentOf(
      "# Loans\n\n## Terms\n\nA loan MUST end.\n\n## Open Questions\n\n### Fees\n\n1. **Fees:** Should a late loan cost a fee?\n",
    );
    expect(document.match(/Should a late loan cost a fee/g)).toHaveLength(1);
    expect(document).not.toContain("**");
  });
});

describe("the quote of an entry whose parts stand between its lines", () => {
  const field = "Indicates the rules that were in force, which MUST be read by `kind`.";
  const text = `# Loans\n\n## Fields\n\n\`rules\` _object_, _optional_\n\n${field}\n\nTODO: should this be optional?\n`;
  const document = documentOf(text);

  it("shows a short part in its place, so that no mark stands under a name alone", () => {
    expect(document).toContain(`\n${field}\n`);
    expect(document).not.toMatch(/^…$/m);
    expect(document).not.toMatch(/\n\n\n/);
  });

  it("says what a question with no name of its own is about", () => {
    expect(document).toMatch(
      /\n1\. The text leaves this to a decision: .*`rules` object, optional … TODO: should this be optional\?/,
    );
  });
});

it("names each line of a long entry at which the same is open", () => {
  const threat = (name: string): string =>
    `**${name}.** A loan MUST NOT be lost.\n\n*Mitigation:* **TODO**\n`;
  const document = documentOf(
    `# Loans\n\n## Threats\n\n${threat("Fire")}\n${threat("Water")}\nA loan MUST end.\n`,
  );
  expect(document).toMatch(/`Mitigation: TODO` \(`threats`, \[line 7\]\(.*#L7\), \[line 11\]\(.*#L11\)\)\n/);
});

describe("a placeholder", () => {
  it.each(["Feature Name: TBD", "Owner: TBD", "Open the desk (Target: TBD)", "Name: [To be determined]"])(
    "of what a document or its plan is called asks nothing: %s",
    (line) => {
      expect(
        documentOf(`# Loans\n\n## Terms\n\nA loan MUST end.\n\n- ${line}\n- Fees MUST be paid.\n`),
      ).not.toMatch(/^1\. /m);
    },
  );

  it("is no title: the heading that the entries stand under is", () => {
    const document = documentOf(
      "# Product Requirements Document: [Feature Name TBD]\n\n## 1. Goals\n\nReaders lend.\n\n## 2. Technical Requirements\n\n- The desk must lend books. (Details TBD).\n- Loans must end after 28 days.\n",
    );
    expect(document).toContain("\n# Design: Technical Requirements\n");
    expect(document).toContain("`2. Technical Requirements` (added, [spec/loans.md:9]");
    expect(document).toMatch(/`The desk must lend books\. \(Details TBD\)\.` \(\[line 9\]\(.*#L9\)\)\n/);
  });
});

it("names once in its title what a file holds twice", () => {
  const entry = entryOf("A fee is TBD.", { id: "F1", section: "" });
  const change = { id: "F1", file: "spec.md", before: null, after: entry };
  const members = [change, change, { ...change, id: "F2", after: { ...entry, id: "F2" } }].map((one) => ({
    change: one,
  }));
  const facts = { members, specFiles: [] } as unknown as Parameters<typeof documentTitle>[0];
  expect(documentTitle(facts)).toBe("`F1` and `F2`");
});
