import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { designFacts, type DesignFacts } from "../../../src/core/design/design-facts.ts";
import { askedBeside, asLine, openQuestions } from "../../../src/core/design/open-questions.ts";
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
  return openQuestions(facts).map((one) => asLine(one, facts));
}

test("a length of time that nobody gave is asked for", () => {
  expect(questionsOf(["System MUST end a loan that is idle for an extended period."])).toEqual([
    expect.stringContaining("`an extended period`: how long?"),
  ]);
  expect(questionsOf(["WHEN a loan is idle for a long time THEN the loan SHALL expire."])).toEqual([
    expect.stringContaining("`loan SHALL expire`: after how long?"),
  ]);
  expect(questionsOf(["WHEN a loan is idle for an extended period THEN the loan SHALL end."])).toEqual([
    expect.stringContaining("`an extended period`: how long?"),
  ]);
});

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
    "System MUST check that the card has sufficient permissions.",
    "System MUST show rate-limit errors as such.",
    "System MUST throw an appropriate exception.",
    "System MUST cope, as two loans of one book will regularly arise in June.",
    "System MUST create a mock user session.",
    "System MUST end a shelf that is idle for an extended period of 30 days.",
    "System MUST sort the shelf at the reader's discretion.",
    "TODO: the word loan is too narrow for books that stay.",
    "If an implementation chooses to lend books, it must count them.",
    "System MUST persist reading lists.",
    "System MUST write structured loan records.",
    "System MUST refresh the counter periodically to look alive.",
    "System MUST show an error and retry options.",
    "Given a lost book, When it is asked for, Then the loan fails gracefully.",
    "System MUST draw loans as bars of appropriate lengths.",
    "Allow the reader to retry the upload.",
    "System MUST show an error and a button to retry the upload.",
    "Readers are told and they can retry the upload.",
    "Milestone 3: the desk MUST print receipts. (Target: TBD)",
    "System MUST batch writes of the ledger.",
    "System MUST bypass rate limiting for desks.",
    "System MUST show a proper loan rate table.",
    "System MUST create a scan session for the shelf.",
    "Members keep a way to the desk if an upload must be retried.",
    "System MUST ask again periodically if a book is missing.",
    "Desks MUST print receipts and retry, order and merge loans as the queue does.",
    "데스크는 대출을 기록하고 and retry the upload. 그리고 회원에게 알려야 한다",
  ])("are no question: %s", (text) => {
    expect(questionsOf([text])).toEqual([]);
  });
});

describe("what a demand depends on without saying it", () => {
  it.each([
    ["System MUST answer within acceptable time limits.", "`acceptable time limits`: which figure"],
    ["System MUST list loans within acceptable response times.", "`acceptable response times`: which figure"],
    ["System MUST keep its memory within reasonable bounds.", "`reasonable bounds`: which figure"],
    ["System MUST remember a card within a reasonable timeframe.", "`a reasonable timeframe`: how long?"],
    ["System MUST open the ledger to appropriate roles.", "`appropriate roles`: which, exactly?"],
    ["System MUST periodically remove old loans.", "`periodically remove old loans`: at which interval"],
    ["System MUST log the failure and retry the upload.", "`retry`: how often"],
    [
      "System MUST wait for running scans to finish before it closes.",
      "`wait for running scans to finish`: how long",
    ],
    ["System MUST return an access token to the desk.", "`an access token`: how long is it valid?"],
    ["System MUST give each loan a unique short token.", "`unique short token`: made of which characters"],
    ["System MUST do nothing if it cannot reliably identify the barcode field.", "by which sign or rule?"],
    ["System MUST survive concurrent updates of a loan.", "`concurrent updates`: which one holds"],
    ["System MUST enforce rate limits for each member.", "which figure, over which time"],
    ["The record may include due_date.", "`due_date`: which value holds where none is given?"],
    ["System MUST make a best effort to deliver reminders.", "what is tried, and what holds where it fails?"],
    ["System MUST handle a lost scanner gracefully.", "what is done then, and who is told what?"],
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
    const rest = "## Assumptions\n\n- The readers' rate limit is 40 requests a minute.\n";
    expect(questionsOf(["System MUST enforce rate limits for readers."], rest)).toEqual([]);
    const other = "## Assumptions\n\n- Shelves hold 40 books.\n";
    expect(questionsOf(["System MUST enforce rate limits for readers."], other)).toHaveLength(1);
    const lost = "System MUST handle a lost scanner gracefully.";
    expect(questionsOf([lost, "Where the scanner is lost the desk MUST show a form."])).toEqual([]);
  });

  it("is not asked where a sibling gives figures for it, whatever words it has", () => {
    const path = "openspec/changes/add-limits/specs/loans/spec.md";
    const spec = (scenario: string): string =>
      `## ADDED Requirements\n\n### Requirement: Throttling\nThe desk SHALL apply rate limits to readers.\n\n#### Scenario: Many\n- **WHEN** a reader asks often\n- **THEN** ${scenario}\n`;
    expect(asked(spec("40 requests per minute are let through"), path)).toEqual([]);
    expect(asked(spec("40 shelves are shown"), path)).toHaveLength(1);
    const targets =
      "### Requirement: Checks\nThe desk SHALL report when lending falls below acceptable thresholds.\n\n### Requirement: Lending targets\nLending SHALL keep to 20 books a minute.\n";
    expect(asked(`## ADDED Requirements\n\n${targets}`, path)).toEqual([]);
    expect(asked(`## ADDED Requirements\n\n${targets.replace(" targets", " hours")}`, path)).toHaveLength(1);
    const called =
      "### Requirement: Overdue books\nThe desk SHALL apply reasonable fine limits.\n\n### Requirement: Fine limits\nIt SHALL be at most 3 coins.\n";
    expect(asked(`## ADDED Requirements\n\n${called}`, path)).toEqual([]);
  });

  it("is not asked of what somebody else does whom the text names", () => {
    const retry = "System MUST log the failure and retry the upload.";
    expect(questionsOf([retry])).toHaveLength(1);
    const owned = "## Notes\n\n- Retries of a delivery are owned by the broker.\n";
    expect(questionsOf([retry], owned)).toEqual([]);
  });

  it("is not asked where another file of the change answers it, or the team's own design speaks of it", () => {
    const text =
      "# Feature Specification: Library\n\n- **FR-001**: System MUST answer within acceptable time limits.\n";
    const facts = factsOf(text);
    const other = { path: "specs/002-desks/spec.md", text: "# Desks\n\nThe time limit is 2 seconds.\n" };
    const about = (path: string) => ({
      ...facts,
      specFiles: [...facts.specFiles, { ...other, path }],
      review: reviewSpecs({
        ...{ base: "a".repeat(40), head: "b".repeat(40), baseFiles: [] },
        headFiles: [
          ...facts.specFiles,
          { path: "specs/002-desks/spec.md", text: "- **FR-001**: Desks MUST open.\n" },
        ],
      }),
    });
    expect(openQuestions(facts)).toHaveLength(1);
    expect(openQuestions(about("specs/002-desks/spec.md"))).toEqual([]);
    expect(openQuestions(about("specs/003-rooms/spec.md"))).toHaveLength(1);
    const limits = "System MUST enforce rate limits for readers.";
    const own = { path: "specs/001-library/plan.md", text: "# Plan\n\n```ts\nwithRateLimit(lend)\n```\n" };
    const limited = factsOf(`# Feature Specification: Library\n\n- **FR-001**: ${limits}\n`);
    expect(openQuestions(limited)).toHaveLength(1);
    expect(openQuestions({ ...limited, ownDesign: own })).toEqual([]);
  });

  it("is not asked where anything says what comes of the same, in whatever words", () => {
    const lost = "System MUST handle a lost scanner gracefully.";
    expect(questionsOf([lost, "Desks MUST go on by hand when a scanner is lost."])).toEqual([]);
    const scenario =
      "## Notes\n\n1. **Given** no scanner, **When** a loan begins, **Then** the desk types it in\n";
    expect(questionsOf([lost], scenario)).toEqual([]);
    const asked = "## Edge Cases\n\n- What if a scanner breaks?\n";
    expect(questionsOf([lost], asked)).toHaveLength(1);
    const roles = "System MUST open the ledger to appropriate roles.";
    const clarified = "## Clarifications\n\n- Q: Which roles are there? → A: View only\n";
    expect(questionsOf([roles], clarified)).toEqual([]);
  });

  it("is asked without the parts that something answers", () => {
    const limit = "System MUST enforce rate limits for readers.";
    expect(questionsOf([limit])[0]).toContain("over which time, and what is answered beyond it?");
    const told = "- Given a reader beyond the rate limit, When a loan is asked for, Then an error is shown\n";
    expect(questionsOf([limit], `## Notes\n\n${told}`)).toEqual([
      "`rate limits`: which figure, over which time? (`FR-001`)",
    ]);
  });

  it("is one question where the same words leave it open, and one for each of unlike things", () => {
    const found = questionsOf([
      "System MUST make a best effort to deliver reminders.",
      "System MUST make a best effort to find covers.",
      "Desks MUST make a best effort to deliver reminders to children.",
      "Rooms MUST make a best effort to find covers.",
    ]);
    expect(found).toEqual([
      expect.stringMatching(/^`best effort to deliver reminders`: .* \(`FR-001`\)$/),
      expect.stringMatching(/^`best effort to find covers`: .* \(`FR-002`, `FR-004`\)$/),
      expect.stringMatching(/^`best effort to deliver reminders to children`: .* \(`FR-003`\)$/),
    ]);
  });
});

describe("what the text says itself", () => {
  it("asks about two ways only where it says that it has yet to decide", () => {
    expect(questionsOf(["System MUST sort books using either the title or the author."])).toEqual([]);
    expect(questionsOf(["Readers share a list by mail. Alternatively, a reader copies its text."])).toEqual(
      [],
    );
    expect(questionsOf(["System MUST sort books by the title or the author (to be decided)."])).toHaveLength(
      1,
    );
  });

  it("asks what it puts off, once", () => {
    const found = questionsOf([
      "The encoding MUST be kept. Its length is to be decided, to be defined later.",
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^The text leaves this to a decision: /);
    expect(questionsOf(["The encoding MUST be kept. Implementations may define how long it is."])).toEqual(
      [],
    );
  });

  it.each([
    "Shelves MUST be sorted; the implementation chooses by what.",
    "Shelves MUST be sorted, and a room is free to be without any.",
    "How a desk is set up MUST be left to implementers.",
    "The word shelf MUST NOT stand for a place to be determined.",
    "Open loans MUST be kept, which allows their end to be defined later.",
    "TODO: what a lost book costs, in the next release of this specification.",
    "Loans MUST end, and fines are to be defined in a later version.",
    "Fines MUST be paid as TBD in a follow-up proposal.",
  ])("asks nothing of what it permits, denies or leaves to a later text: %s", (text) => {
    expect(questionsOf([text])).toEqual([]);
  });

  it("asks nothing of a section that is not written", () => {
    expect(asked("# Loans\n\n## Terms\n\nA loan MUST end.\n\n## Fines\n\nTODO\n", "spec/loans.md")).toEqual(
      [],
    );
  });

  it("quotes a short sentence with the one that it is about", () => {
    expect(questionsOf(["System MUST show covers. (Sizes TBD)."])).toEqual([
      "The text leaves this to a decision: `System MUST show covers. (Sizes TBD).` (`FR-001`)",
    ]);
  });

  it("asks what a marker asks, with the demand around it", () => {
    expect(questionsOf(["Loans MUST end after [NEEDS CLARIFICATION: days - 14 or 28?] days."])).toEqual([
      "To be clarified: `days - 14 or 28?`, for `Loans MUST end after … days.` (`FR-001`)",
    ]);
  });

  it("takes a value that is one of two, and what a user chooses, for decided", () => {
    expect(questionsOf(["The state MUST be either open or closed."])).toEqual([]);
    expect(questionsOf(["Members MUST sign in using a card or a phone."])).toEqual([]);
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
    const open =
      "## Open Questions\n\n- Do shelves have owners, or only rooms?\n- Fees. Resolved: none.\n- Rooms: 4, all lit.\n";
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
    expect(asked(form, "specs/001-library/spec.md")).toEqual([]);
    const begun = form.replace("[FEATURE NAME]", "Library");
    expect(asked(begun, "specs/001-library/spec.md")).not.toEqual([]);
  });

  it("takes a list of tasks, and what is spoken of or denied, for no sign that something is put off", () => {
    expect(questionsOf(["System MUST add a todo to the todo list."])).toEqual([]);
    expect(questionsOf(['System MUST show no "TODO" labels.'])).toEqual([]);
    expect(questionsOf(["System MUST read no shelf that is not guaranteed to be defined."])).toEqual([]);
    expect(questionsOf(["System MUST sort by a title to be specified by the reader."])).toEqual([]);
    expect(questionsOf(["Fines MUST be paid; TODO how much."])).toHaveLength(1);
    expect(questionsOf(["Setup MUST write a shelf plan with TODO placeholders."])).toEqual([]);
    expect(questionsOf(["Setup MUST leave a file of TODO notes, one for each shelf."])).toEqual([]);
    expect(questionsOf(["The fine of a late book is TBD."])).toHaveLength(1);
    expect(questionsOf(["Fines MUST be paid (TODO: how much)."])).toHaveLength(1);
    const later = "## Out of Scope\n\n- Fines (TBD)\n";
    expect(questionsOf(["System MUST lend books."], later)).toEqual([]);
  });

  it("asks what a marker in a list of its own is asked for", () => {
    const rest = "### Edge Cases\n\n- When shelves move:\n  - [NEEDS CLARIFICATION: at once or by night?]\n";
    expect(questionsOf(["System MUST lend books."], rest)[0]).toMatch(
      /^To be clarified: `at once or by night\?`, for `When shelves move:` \(\[/,
    );
    const after = "### Edge Cases\n\n- Do shelves keep their order? [NEEDS CLARIFICATION: order unknown]\n";
    expect(questionsOf(["System MUST lend books."], after)[0]).toMatch(
      /^To be clarified: `order unknown`, for `Do shelves keep their order\?.*` \(\[/,
    );
  });
});

describe("what it asks with no answer beside it", () => {
  const asks = (question: string, more = ""): readonly string[] =>
    questionsOf(
      ["System MUST lend books.", ...(more === "" ? [] : [more])],
      `### Edge Cases\n\n- ${question}\n`,
    );

  it("is open where nothing else speaks of such a condition", () => {
    const [only] = asks("How does the desk handle concurrent edits of a loan?");
    expect(only).toMatch(
      /^The specification asks: `How does the desk handle concurrent edits of a loan\?` \(\[/,
    );
    expect(asks("What happens when the disk is full?")).toHaveLength(1);
    expect(asks("What happens when the disk is full?", "Backups MUST stop at 80% of the disk.")).toEqual([]);
    expect(asks("Wie wird der Tisch bei concurrent edits und nicht mit der Leihe umgehen?")).toEqual([]);
    const many = "System MUST serve 100 concurrent readers.";
    expect(asks("How does the desk handle concurrent edits of a loan?", many)).toHaveLength(1);
  });

  it("may be answered in other words, and is for a reader to judge", () => {
    expect(asks("What happens when a book is lost?")).toEqual([]);
    const text =
      "# Feature Specification: Library\n\n### Edge Cases\n\n- What happens when a book is lost?\n" +
      "- What happens when a reader moves?\n  - Expected: the card stays\n\n" +
      "## Requirements\n\n- **FR-001**: System MUST lend books.\n";
    expect(askedBeside(factsOf(text)).map(({ question }) => question)).toEqual([
      "The specification asks: `What happens when a book is lost?`",
    ]);
  });
});

describe("what a feature says elsewhere", () => {
  it("takes what scenarios say case by case for said", () => {
    const openspec = (scenario: string): string =>
      `## ADDED Requirements\n\n### Requirement: Edges\nThe system SHALL ask for appropriate permissions.\n\n#### Scenario: Lost\n- **WHEN** a book is lost\n- **THEN** ${scenario}\n`;
    const path = "openspec/changes/add-edges/specs/edges/spec.md";
    expect(asked(openspec("the permission of the desk SHALL be asked for"), path)).toEqual([]);
    expect(asked(openspec("the desk SHALL close"), path)).toHaveLength(1);
  });

  it("asks nothing in general of what has scenarios of its own", () => {
    const path = "openspec/changes/add-edges/specs/edges/spec.md";
    const rule = "The system SHALL degrade gracefully when the shelf is locked.";
    const text = `## ADDED Requirements\n\n### Requirement: Edges\n${rule}\n`;
    expect(asked(text, path)).toHaveLength(1);
    const scenario =
      "#### Scenario: No answer\n- **WHEN** nobody answers\n- **THEN** the last list is shown\n";
    expect(asked(`${text}\n${scenario}`, path)).toEqual([]);
  });

  it("knows what the chapter that a change is to says already", () => {
    const change = "openspec/changes/add-limits/specs/loans/spec.md";
    const text = "## ADDED Requirements\n\n### Requirement: Limits\nThe desk SHALL enforce rate limits.\n";
    const chapter =
      "# Loans\n\n## Requirements\n\n### Requirement: Rates\nThe rate limit SHALL be 20 an hour.\n";
    expect(asked(text, change)).toHaveLength(1);
    const said = { path: "openspec/specs/loans/spec.md", text: chapter };
    const other = { path: "openspec/specs/desks/spec.md", text: chapter };
    const facts = factsOf(text, change);
    expect(openQuestions({ ...facts, specFiles: [...facts.specFiles, said] })).toEqual([]);
    expect(openQuestions({ ...facts, specFiles: [...facts.specFiles, other] })).toHaveLength(1);
  });

  it("asks nothing about a story that its scenarios say case by case", () => {
    const story = (scenario: string): string =>
      `# Feature Specification: Library\n\n### User Story 1 - Lost books (Priority: P1)\n\nThe desk should handle lost books gracefully.\n\n**Acceptance Scenarios**:\n\n1. **Given** a lost book, **When** it is asked for, **Then** ${scenario}\n`;
    expect(asked(story("the desk offers another one"))).toEqual([]);
    expect(asked(story("it is open to appropriate roles"))[0]).toContain(
      "`appropriate roles`: which, exactly?",
    );
  });
});

describe("what the author asks himself", () => {
  it("is asked whole, each question once", () => {
    const rooms = ["attic", "cellar", "garden", "kitchen", "library", "office", "studio", "workshop"];
    const open = rooms.map((room) => `- Who may borrow from the ${room} shelf at night?`).join("\n");
    expect(questionsOf(["System MUST lend books."], `## Open Questions\n\n${open}\n`)).toHaveLength(8);
    const twice = "- What happens when a loan has no reader?\n- What occurs when a loan has no reader?\n";
    expect(questionsOf(["System MUST lend books."], `## Open Questions\n\n${twice}`)).toHaveLength(1);
  });

  it("is asked with what he recommends, leans to or sees as options directly with it", () => {
    const open = (item: string): readonly string[] =>
      questionsOf(["System MUST lend books."], `## Open Questions\n\n${item}\n\n- Who owns a shelf?\n`);
    expect(open("1. **Fees:** Are there any?\n   - **Recommendation:** None at first")[0]).toMatch(
      /^The specification asks: `Fees: Are there any\?`; with it: `Recommendation: None at first` \(\[/,
    );
    expect(open("- Are there fees?\n  - A: none\n  - B: 2 coins")[0]).toContain(
      "; with it: `A: none`, `B: 2 coins` (",
    );
    expect(open("- Are there fees?\n  - Decision: none")).toHaveLength(1);
    const text = "### Q1\n\nAre there fees?\n\nLean: none.\n\nA shelf has 40 books.";
    expect(questionsOf(["System MUST lend books."], `## Open Questions\n\n${text}\n`)).toEqual([
      expect.stringContaining("`Are there fees?`; with it: `Lean: none.` ("),
    ]);
  });

  it("is asked also under the headings of his list, and where a form leaves a place for each answer", () => {
    const item = "1. **Fees:** are there any?\n   **Answer:**";
    const open = `## Open questions (for you)\n\n### Money\n\n${item}\n\n## Notes\n\n- Are shelves lit?\n`;
    expect(questionsOf(["System MUST lend books."], open)).toEqual([
      expect.stringMatching(/^The specification asks: `Fees: are there any\?` \(\[/),
    ]);
    const answered = open.replace("**Answer:**", "**Answer:** none");
    expect(questionsOf(["System MUST lend books."], answered)).toEqual([]);
    const two = open.replace(
      "**Answer:**",
      "**Answer:**\n2. **Default shelf:** oak or pine?\n   **Answer:**",
    );
    expect(questionsOf(["System MUST lend books."], two)).toHaveLength(2);
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
});
