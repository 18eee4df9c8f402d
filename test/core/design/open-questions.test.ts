import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { designFacts, type DesignFacts } from "../../../src/core/design/design-facts.ts";
import { asLine, openQuestions } from "../../../src/core/design/open-questions.ts";
import type { SourceFile } from "../../../src/core/entries/entry.ts";
import { fingerprint } from "../../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";

function factsOf(
  text: string,
  path = "specs/001-library/spec.md",
  baseFiles: readonly SourceFile[] = [],
): DesignFacts {
  const specFiles = [{ path, text }];
  const review = reviewSpecs({
    ...{ base: "a".repeat(40), head: "b".repeat(40) },
    ...{ baseFiles, headFiles: specFiles },
  });
  return designFacts({
    workPackage: { slug: "library", entries: review.recommendations.map(({ change }) => change.id) },
    ...{ review, targets: [], folder: "design", fingerprint, specFiles },
    link: (file, line) => `${file}#L${String(line)}`,
    entriesAtHead: parseSpec(specFiles).files.flatMap((file) => file.entries),
  });
}

/** Of a feature with these requirements and what else its file says. */
function questionsOf(requirements: readonly string[], rest = ""): readonly string[] {
  const list = requirements.map((text, at) => `- **FR-00${String(at + 1)}**: ${text}`).join("\n");
  return asked(
    `# Feature Specification: Library\n\n## Requirements\n\n### Functional Requirements\n\n${list}\n\n${rest}`,
  );
}

function asked(text: string, path?: string): readonly string[] {
  const facts = factsOf(text, path);
  return openQuestions(facts).map((one) => asLine(one, facts.link));
}

describe("words that only sound vague", () => {
  it.each([
    "System MUST automatically limit the list to 40 books.",
    "System MUST maintain responsiveness while sorting.",
    "System MUST show a smooth, intuitive shelf across clients.",
    "System MUST use short titles instead of long ones where appropriate.",
    "System MUST resolve or remove TODO comments.",
    "System MUST fail gracefully: the shelf stays as it was.",
    "System MUST gracefully handle missing covers by logging a warning and going on.",
    "System MUST show any structured output formats.",
    "System MUST provide samples for rate limit cases.",
    "Reports can fail gracefully.",
    'System MUST require appropriate permissions (e.g., "shelves:write").',
    "System MUST keep the shelf file with appropriate permissions (600).",
    "System MUST log the metrics export failure of a shelf.",
    "System MUST read covers from a directory configurable via a flag.",
    "System MUST read the configured Shelf Name.",
    "System MUST accept a unique key for each shelf.",
    "System MUST NOT store loans of members.",
  ])("are no question: %s", (text) => {
    expect(questionsOf([text])).toEqual([]);
  });
});

describe("what a demand depends on without saying it", () => {
  it.each([
    ["System MUST answer within acceptable time limits.", "`acceptable time limits`: which figure"],
    ["System MUST throw an appropriate exception.", "`appropriate exception`: which, exactly?"],
    ["System MUST periodically remove old loans.", "`periodically remove old loans`: at which interval"],
    ["System MUST log the failure and retry the upload.", "`retry`: how often"],
    [
      "System MUST wait for running scans to finish before it closes.",
      "`wait for running scans to finish`: how long",
    ],
    ["System MUST give each loan a unique short token.", "`unique short token`: made of which characters"],
    ["System MUST do nothing if it cannot reliably identify the barcode field.", "by which sign or rule?"],
    ["System MUST apply a theme across all open windows.", "when does a change reach those"],
    ["System MUST survive concurrent updates of a loan.", "`concurrent updates`: which one holds"],
    ["System MUST write structured loan records.", "in which format"],
    ["System MUST persist reading lists.", "`persist reading lists`: where, and in which form"],
    ["System MUST enforce rate limits for each member.", "which figure, over which time"],
    ["The record may include due_date.", "`due_date`: which value holds where none is given?"],
    ["System MUST drop loans beyond the configured loan quota.", "how is this set, and what holds"],
    ["System MUST make a best effort to deliver reminders.", "what is tried, and what holds where it fails?"],
    ["System MUST handle a lost scanner gracefully.", "what is done then, what is lost"],
    ["System MUST optionally continue a loan.", "`optionally continue a loan`: is it done"],
    ["System MUST batch writes of the ledger.", "`batch writes`: how many are collected"],
    ["System MUST handle data migrations.", "`data migrations`: what becomes of records"],
  ])("is asked: %s", (text, asked) => {
    const [only, ...more] = questionsOf([text]);
    expect(only).toContain(asked);
    expect(only).toMatch(/ \(`FR-001`\)$/);
    expect(more).toEqual([]);
  });

  it("is not asked where the demand or the rest of the feature says it", () => {
    expect(questionsOf(["System MUST answer within a reasonable time limit of 2 s."])).toEqual([]);
    expect(
      questionsOf(["System MUST retry the upload.", "Upload retries MUST stop after 3 attempts."]),
    ).toEqual([]);
    const rest = "## Assumptions\n\n- Reading lists are kept in the browser's local storage.\n";
    expect(questionsOf(["System MUST persist reading lists."], rest)).toEqual([]);
    const other = "## Assumptions\n\n- Covers are kept in the browser's local storage.\n";
    expect(questionsOf(["System MUST persist reading lists."], other)).toHaveLength(1);
    expect(
      questionsOf([
        "System MUST drop loans beyond the configured loan quota.",
        "The loan quota MUST default to 5.",
      ]),
    ).toEqual([]);
  });

  it("is one question for each kind", () => {
    const found = questionsOf(["System MUST persist reading lists.", "System MUST store ratings."]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^`persist reading lists`, `store ratings`: .* \(`FR-001`, `FR-002`\)$/);
  });
});

describe("what the text says itself", () => {
  it("asks about ways that it allows", () => {
    expect(questionsOf(["System MUST sort books using either the title or the author."])[0]).toContain(
      "The text allows: `the title`; `the author`",
    );
    expect(
      questionsOf(["Libraries MUST close. A `close` call could do it. Alternatively, a signal could."])[0],
    ).toContain("The text allows: ``A `close` call could do it.``; `Alternatively, a signal could.`");
    expect(questionsOf(["The library MAY close all books at once."])).toEqual([]);
    expect(questionsOf(["A report MUST be readable via a page or a file."])).toEqual([]);
    expect(questionsOf(["System MUST sort using the title or the author, depending on the shelf."])).toEqual(
      [],
    );
  });

  it("asks what it puts off or hands over, once", () => {
    const found = questionsOf([
      "The encoding MUST be kept. Its length is to be decided, to be defined later.",
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^The text leaves this to a decision: /);
    expect(questionsOf(["The encoding MUST be kept. Implementations may define how long it is."])).toEqual(
      [],
    );
    expect(questionsOf(["Shelves MUST be sorted; the implementation chooses by what."])[0]).toMatch(
      /^The text leaves/,
    );
  });

  it("asks what a marker asks, with the demand around it", () => {
    expect(questionsOf(["Loans MUST end after [NEEDS CLARIFICATION: days - 14 or 28?] days."])).toEqual([
      "To be clarified: `days - 14 or 28?`, for `Loans MUST end after … days.` (`FR-001`)",
    ]);
  });

  it("takes a value that is one of two, and what a user chooses, for decided", () => {
    expect(questionsOf(["The state MUST be either open or closed."])).toEqual([]);
    expect(questionsOf(["Members MUST sign in using a card or a phone."])).toEqual([]);
    expect(questionsOf(["Imports MUST either stop at the first error, or skip the row."])[0]).toContain(
      "`stop at the first error`; `skip the row`",
    );
  });

  it("asks what is put off beside the entries, once, and what is listed as open", () => {
    const put = "## Assumptions\n\n- Covers are stored on disk or by a service (to be decided in planning)\n";
    expect(questionsOf(["System MUST show covers."], put)[0]).toMatch(
      /^The text leaves this to a decision: `Covers are stored .*planning\)` \(\[.*spec\.md:/,
    );
    const same = "## Notes\n\n- What becomes of a lost book and its loan is to be decided in planning\n";
    expect(
      questionsOf(["System MUST record a lost book; what becomes of its loan is to be decided."], same),
    ).toHaveLength(1);
    const open = "## Open Questions\n\n- Do shelves have owners, or only rooms?\n- Fees. Resolved: none.\n";
    expect(questionsOf(["System MUST lend books."], open)).toEqual([
      expect.stringContaining("The specification asks: `Do shelves have owners, or only rooms?`"),
    ]);
  });

  it("takes neither tasks nor hints on how to write questions for questions", () => {
    const rest =
      "## Checklist\n\n- [x] No [NEEDS CLARIFICATION] markers remain\n- [ ] Is each rule testable?\n\n" +
      "## Guidelines\n\n- Mark what is unclear: use [NEEDS CLARIFICATION: specific question]\n";
    expect(questionsOf(["System MUST lend books."], rest)).toEqual([]);
  });

  it("asks nothing of a document's head", () => {
    const rules = "## Terms\n\nA loan MUST end.\n\n## Returns\n\nA desk MUST take books back.\n";
    const head = `# Loans of books\n\nAuthors: [@a]\n\nReviewers: TODO\n\n${rules}`;
    expect(factsOf(head, "spec/loans.md").sentences.map(({ text }) => text)).toContain("Reviewers: TODO");
    expect(asked(head, "spec/loans.md")).toEqual([]);
    const handed = `${head}\nHow a desk is set up is left to implementers.\n`;
    expect(asked(handed, "spec/loans.md")).toEqual([]);
    expect(asked(handed, "specs/001-loans/spec.md")).toHaveLength(1);
    expect(asked(`${head}\nFines: TODO\n`, "spec/loans.md")).toHaveLength(1);
  });

  it("asks nothing that stood beside the entries before", () => {
    const before = "# Loans\n\n## Purpose\n\nTBD\n\n## Requirements\n\n- **FR-001**: Loans MUST end.\n";
    const path = "specs/001-library/spec.md";
    const facts = factsOf(before.replace("end.", "end soon."), path, [{ path, text: before }]);
    expect(facts.members).toHaveLength(1);
    expect(openQuestions(facts)).toEqual([]);
  });

  it("asks nothing of the form that specifications are written from", () => {
    const form =
      "# Feature Specification: [FEATURE NAME]\n\n**Created**: [DATE]\n\n### User Story 1 - [Brief Title]\n\n" +
      "## Requirements\n\n- **FR-001**: System MUST sign in by [NEEDS CLARIFICATION: password or key?]\n";
    expect(asked(form, ".specify/templates/spec-template.md")).toEqual([]);
    expect(asked(form, "specs/001-library/spec.md")).not.toEqual([]);
  });

  it("asks what it asks, but for what it answers below", () => {
    const open = "### Edge Cases\n\n- What happens when a book is lost?\n";
    expect(questionsOf(["System MUST lend books."], open)[0]).toMatch(
      /^The specification asks: `What happens when a book is lost\?` \(\[/,
    );
    const answered = `${open.trimEnd()}\n  - Expected: the member pays\n`;
    expect(questionsOf(["System MUST lend books."], answered)).toEqual([]);
    const elsewhere = `${open}\n## Assumptions\n\n- A lost book is paid by the member\n`;
    expect(questionsOf(["System MUST lend books."], elsewhere)).toEqual([]);
  });
});

describe("what a feature says in two ways", () => {
  it("asks which of two behaviours is meant, by the verbs that the feature uses", () => {
    const found = questionsOf([
      "The file MUST keep the old name or use a short token.",
      "System MUST use A4 paper.",
    ]);
    expect(found[0]).toContain("The text allows: `keep the old name`; `use a short token`");
    expect(questionsOf(["System MUST show the old name or short token."])).toEqual([]);
    expect(
      questionsOf(["Readers MUST keep the old card or use a new card.", "Desks MUST use A4."]),
    ).toHaveLength(1);
    expect(
      questionsOf(["Desks MUST never keep the old card or use a new card.", "Desks MUST use A4."]),
    ).toEqual([]);
    expect(questionsOf(["Users MUST keep the old card or use a new card.", "Desks MUST use A4."])).toEqual(
      [],
    );
  });

  it("takes what scenarios say case by case, and what is known by its name, for said", () => {
    const openspec = (scenario: string): string =>
      `## ADDED Requirements\n\n### Requirement: Edges\nThe system SHALL answer with appropriate errors.\n\n#### Scenario: Lost\n- **WHEN** a book is lost\n- **THEN** ${scenario}\n`;
    const path = "openspec/changes/add-edges/specs/edges/spec.md";
    expect(asked(openspec("a LostBook error SHALL be shown"), path)).toEqual([]);
    expect(asked(openspec("the desk SHALL close"), path)).toHaveLength(1);
    expect(
      questionsOf([
        "Covers MUST stay at their configured places.",
        "Readers MUST drag covers to other places.",
      ]),
    ).toEqual([]);
  });

  it("asks nothing about a story that its scenarios say case by case", () => {
    const story = (scenario: string): string =>
      `# Feature Specification: Library\n\n### User Story 1 - Lost books (Priority: P1)\n\nThe desk should handle lost books gracefully.\n\n**Acceptance Scenarios**:\n\n1. **Given** a lost book, **When** it is asked for, **Then** ${scenario}\n`;
    expect(asked(story("the desk offers another one"))).toEqual([]);
    expect(asked(story("appropriate errors are thrown"))[0]).toContain(
      "`appropriate errors`: which, exactly?",
    );
  });

  it("asks which of two defaults holds, of the same thing only", () => {
    const one = "Covers MUST be kept in the configured base path (default: 'covers/large').";
    const other = "Without settings the system MUST use defaults (disk: 'local', path: 'covers').";
    expect(questionsOf([one, other])[0]).toMatch(
      /^Which default of `path` holds, `covers\/large` or `covers`\? .* \(\[specs\/001-library\/spec\.md:/,
    );
    const same = other.replace("'covers'", "'covers/large'");
    expect(questionsOf([one, same])).toEqual([]);
    const another = "Logs MUST be kept in the configured log path (default: 'logs').";
    expect(questionsOf([one, another])).toEqual([]);
    const named = (name: string, value: string): string =>
      `The system MUST read the ${name} variable (default: '${value}').`;
    expect(questionsOf([named("model", "small"), named("address", "here")])).toEqual([]);
  });
});

describe("what the author asks himself", () => {
  it("is asked whole, each question once", () => {
    const rooms = ["attic", "cellar", "garden", "kitchen", "library", "office", "studio", "workshop"];
    const open = rooms.map((room) => `- Who may borrow from the ${room} shelf at night?`).join("\n");
    expect(questionsOf(["System MUST lend books."], `## Open Questions\n\n${open}\n`)).toHaveLength(8);
    const twice = "- What happens when a loan has no reader?\n- What occurs when a loan has no reader?\n";
    expect(questionsOf(["System MUST lend books."], `### Edge Cases\n\n${twice}`)).toHaveLength(1);
  });

  it("is never cut in silence", () => {
    const letters = (at: number): string => `${"abcdefgh".charAt(at % 8)}${"klmnopqrs".charAt(at / 8)}`;
    const names = Array.from({ length: 70 }, (_, at) => `${letters(at)}aths`);
    const open = names.map((name) => `- Who owns ${name}?`).join("\n");
    const found = questionsOf(["System MUST lend books."], `## Open Questions\n\n${open}\n`);
    expect(found.length).toBe(61);
    expect(found.at(-1)).toMatch(/^\d+ more of this kind, not listed here, from this line on \(\[/);
  });

  it("is no text that has yet to be written, nor what the product asks", () => {
    const rest = "## Purpose\n\nTBD - created by archiving change add-shelves.\n";
    expect(questionsOf(["System MUST lend books."], rest)).toEqual([]);
    const spoken = '## Notes\n\n- The desk asks "Do you have a card?"\n';
    expect(questionsOf(["System MUST lend books."], spoken)).toEqual([]);
  });

  it("is answered by a statement about nearly all that it names, not by one that shares two words", () => {
    const open = "### Edge Cases\n\n- How does the desk respond when a card reader fails during a loan?\n";
    const near =
      "## Notes\n\n- A card reader is bought for each desk.\n- Shelves are blue.\n- Rooms are open.\n";
    expect(questionsOf(["System MUST lend books."], `${open}\n${near}`)).toHaveLength(1);
    const answer =
      "## Notes\n\n- When the card reader fails, the desk must write the loan on paper.\n- Shelves are blue.\n";
    expect(questionsOf(["System MUST lend books."], `${open}\n${answer}`)).toEqual([]);
  });
});
