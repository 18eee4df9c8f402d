import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { askedOnce } from "../../../src/core/design/asked-once.ts";
import { documentOf } from "../../../src/core/design/design-document.ts";
import { designFacts, type DesignFacts } from "../../../src/core/design/design-facts.ts";
import { openQuestions } from "../../../src/core/design/open-questions.ts";
import { whyNoDocument } from "../../../src/core/design/why-no-document.ts";
import type { SourceFile } from "../../../src/core/entries/entry.ts";
import { fingerprint } from "../../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";

/** A design of each group of entries, in this order. */
function designsOf(
  specFiles: readonly SourceFile[],
  groups: readonly (readonly string[])[],
): readonly DesignFacts[] {
  const review = reviewSpecs({
    ...{ base: "a".repeat(40), head: "b".repeat(40) },
    ...{ baseFiles: [], headFiles: specFiles },
  });
  const designs = groups.map((entries, at) =>
    designFacts({
      workPackage: { slug: `part-${String(at)}`, entries },
      ...{ review, targets: [], folder: "design", fingerprint, specFiles },
      link: (file, line) => `${file}#L${String(line)}`,
      entriesAtHead: parseSpec(specFiles).files.flatMap((file) => file.entries),
    }),
  );
  return askedOnce(designs);
}

const path = "tasks/001-library/spec.md";
const library = `# Feature Specification: Library

## Requirements

- **FR-001**: Readers MUST be able to rename their shelves.
- **FR-002**: Desks MUST print the receipt of a loan.

## Open Questions

- What does the receipt of a loan show?
- Who pays for paper?
`;

it("asks what a file asks beside its entries once, in the design that has an entry about it", () => {
  const [first, second] = designsOf(
    [{ path, text: library }],
    [[`${path}#FR-001`], [`${path}#FR-002`]].map((ids) => ids.map((id) => idOf(id))),
  );
  if (first === undefined || second === undefined) throw new Error("Two designs.");
  expect(openQuestions(first)).toEqual([]);
  expect(openQuestions(second)).toHaveLength(2);
  expect(whyNoDocument(first, false)).toEqual({ why: "elsewhere" });
  expect(whyNoDocument(second, false)).toBeNull();
  expect(documentOf(second, null).content).toContain("FR-002");
});

it("keeps what entries of two features leave open in the same words in the first", () => {
  const spec = (name: string): SourceFile => ({
    path: `openspec/specs/${name}/spec.md`,
    text: `# ${name}\n\n## Requirements\n\n### Requirement: Uploads\nThe ${name} SHALL log the failure and retry the upload.\n`,
  });
  const specFiles = [spec("desk"), spec("room")];
  const ids = parseSpec(specFiles).files.map((file) => file.entries.map(({ id }) => id));
  const [desk, room] = designsOf(specFiles, ids).map(openQuestions);
  expect(desk).toHaveLength(1);
  expect(room).toEqual([]);
});

it("lists the entries that it shows, and no others", () => {
  const text = library.replace(/## Open[^]*/, "").replace("a loan.", "a loan, on paper of TBD size.");
  const ids = ["FR-001", "FR-002"].map((id) => idOf(`${path}#${id}`));
  const [only] = designsOf([{ path, text }], [ids]);
  if (only === undefined) throw new Error("One design.");
  const { content } = documentOf(only, null);
  expect(content).toContain("FR-002");
  expect(content).not.toContain("FR-001");
});

function idOf(id: string): string {
  return id.replace(`${path}#`, "tasks/001-library#");
}
