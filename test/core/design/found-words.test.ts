import type { Recommendation, Review } from "../../../src/core/decision/review.ts";
import type { DesignFacts } from "../../../src/core/design/design-facts.ts";
import { designDocument } from "../../../src/core/design/design-document.ts";
import { memberQuestions } from "../../../src/core/design/member-questions.ts";
import type { Entry } from "../../../src/core/entries/entry.ts";
import { entryOf } from "../../support/spec-builders.ts";

interface Given {
  readonly entry: Entry;
  readonly needs?: readonly string[];
  /** Words of a question, and the passage it is about. */
  readonly unclear?: readonly (readonly [need: string, quote: string])[];
}

function designOf(given: readonly Given[], others: readonly Entry[] = []): string {
  const recommendations = given.map(({ entry, needs = [], unclear = [] }) => ({
    change: { id: entry.id, file: "spec.md", line: 3, kind: "added", before: null, after: entry },
    criteria: unclear.map(([need, quote]) => ({
      ...{ id: "deterministic", verdict: "unclear", because: need, need },
      evidence: [{ file: "spec.md", line: 3, endLine: 3, quote }],
    })),
    ...{ needs, testData: [], reason: unclear[0]?.[0] ?? "" },
  })) as unknown as readonly Recommendation[];
  const { content } = designDocument({
    workPackage: { slug: "queue", entries: given.map(({ entry }) => entry.id) },
    review: { recommendations } as unknown as Review,
    targets: [],
    folder: "design",
    fingerprint: (text) => text.length.toString(16),
    link: (file, line) => `../${file}#L${String(line)}`,
    specFiles: [],
    entriesAtHead: [...given.map(({ entry }) => entry), ...others],
  });
  return content ?? "";
}

const requirement = entryOf("The system SHALL queue jobs.", { id: "R1", kind: "requirement" });
const scenario = entryOf("- **THEN** the `job_id` is shown", {
  id: "R1/Shown",
  kind: "scenario",
  parent: "R1",
});

describe("what one reads with the entries", () => {
  it("shows the requirement of a scenario, as no part of the design", () => {
    const document = designOf([{ entry: scenario }], [requirement]);
    expect(document).toContain("To read first: `R1`");
    expect(document).toContain("The system SHALL queue jobs.");
    expect(document).not.toContain('id: "R1"\n');
  });

  it("shows the scenarios of a requirement that need no design, under their names", () => {
    const document = designOf([{ entry: requirement }], [scenario]);
    expect(document).toContain("Its details, from");
    expect(document).toContain("```text\nShown:\n- **THEN** the `job_id` is shown\n```");
  });

  it("shows neither where both are of the package", () => {
    const document = designOf([{ entry: requirement }, { entry: scenario }]);
    expect(document).not.toMatch(/To read first|Its details/);
  });
});

describe("quotes", () => {
  it("breaks long lines between words, under their list mark, and leaves the rows of tables", () => {
    const words = "word ".repeat(30).trim();
    const document = designOf([
      { entry: entryOf(`- ${words}\n\n| ${words} |\n${"x".repeat(150)}`, { id: "E1" }) },
    ]);
    expect(document).toContain(`\n- ${"word ".repeat(19).trim()}\n  ${"word ".repeat(11).trim()}\n`);
    expect(document).toContain(`\n| ${words} |\n${"x".repeat(150)}\n`);
  });

  it("shortens between two lines", () => {
    const document = designOf([{ entry: entryOf("A line of text.\n".repeat(300), { id: "E1" }) }]);
    expect(document).toContain("A line of text.\n(shortened)\n```");
  });
});

describe("questions", () => {
  it("asks what the text hands over itself", () => {
    const text = "The name is kept. Its encoding is left for individual implementations to decide.";
    expect(designOf([{ entry: entryOf(text, { id: "E1" }) }])).toContain(
      "1. The text leaves this to a decision: `Its encoding is left for individual implementations to decide.` (`E1`)",
    );
    expect(designOf([{ entry: entryOf("The user left the room.", { id: "E1" }) }])).not.toContain(
      "## Open questions",
    );
  });

  it("asks about the same words once, whatever entries and criteria stumble over them", () => {
    const [one, other] = ["E1", "E2"].map((id) => entryOf("The Pipeline runs. It ends.", { id }));
    if (one === undefined || other === undefined) throw new Error("Two entries were made.");
    const document = designOf([
      { entry: one, unclear: [["Say when “Pipeline” ends.", "The Pipeline runs."]] },
      { entry: other, unclear: [["List what “pipeline” shows.", "The Pipeline runs."]] },
    ]);
    expect(document).toContain("1. Say when “Pipeline” ends. (`E1`, `E2`)");
    expect(document).not.toContain("\n2. ");
  });

  it("quotes whole sentences, each once, and none that is all of its entry", () => {
    const first = "A `queue` of a very long description that goes on holds as many jobs as it is told.";
    const entry = entryOf(`${first} Jobs are kept for some time.`, { id: "E1" });
    const document = designOf([
      {
        entry,
        unclear: [
          ["Give “many” a figure.", "as many jobs as"],
          ["Say who “told” it.", "as it is told."],
        ],
      },
    ]);
    expect(document).toContain("1. Give “many” a figure. From ``" + first + "`` (`E1`)");
    // What decided asks, and nothing else of the entry.
    expect(document).not.toContain("\n2. ");
    const alone = designOf([{ entry: entryOf(first, { id: "E1" }), unclear: [["Say “x”.", "many jobs"]] }]);
    expect(alone).toContain("1. Say “x”. (`E1`)");
  });

  it("asks nothing of what is forbidden, of a figure to be shown, or of the feature's own name", () => {
    const asked = (text: string, need: string): boolean =>
      designOf([{ entry: entryOf(`${text} It is kept.`, { id: "E1" }), unclear: [[need, text]] }]).includes(
        "\n1. ",
      );
    expect(asked("Setup SHALL NOT ask for a handoff.", "Say who does “handoff”.")).toBe(false);
    expect(asked("The panel shows memory usage.", "Give the bound behind “memory usage”.")).toBe(false);
    expect(asked("The background color changes.", "Say what stops “background”.")).toBe(false);
    expect(asked("The queue is visible.", "List what “queue” shows.")).toBe(false);
    expect(asked("A search box is on top.", "List what “search” shows.")).toBe(false);
    expect(asked("It refreshes automatically every 5 s.", "Say of “automatically” by which rule.")).toBe(
      false,
    );
    expect(asked("Memory usage stays low.", "Give the bound behind “Memory usage”.")).toBe(true);
  });

  it("asks nothing of a step that sets the scene", () => {
    const entry = entryOf("- **GIVEN** setup infers a name\n- **THEN** it is shown", { id: "E1" });
    const unclear = [["Say what must happen instead of “infers”.", "**GIVEN** setup infers a name"]] as const;
    expect(designOf([{ entry, unclear }])).not.toContain("\n1. Say");
  });
});

describe("the test plan", () => {
  it("is left out where there is no more to say than that a vector is missing", () => {
    expect(designOf([{ entry: requirement, needs: ["Add a test vector: a starting state."] }])).not.toContain(
      "## Test plan",
    );
  });
});

it("says why an entry is here where no question can be asked of its words", () => {
  const need = "Say who does “handoff”.";
  const quote = "Setup SHALL NOT ask for a handoff.";
  const document = designOf([{ entry: entryOf(quote, { id: "E1" }), unclear: [[need, quote]] }]);
  expect(document).toContain(`## Open questions\n\n- ${need} (\`E1\`)\n`);
});

describe("what is asked", () => {
  const replace = "Replace “smooth” by what a test can see.";
  const asked = (text: string, quote: string, need = replace): boolean =>
    designOf([{ entry: entryOf(text, { id: "R2" }), unclear: [[need, quote]] }]).includes(`\n1. ${need}`);

  it("is no word of why something is wanted, where the entry says elsewhere what is to be built", () => {
    const story = "As a nurse, I want a smooth shift list.\n\nThe list MUST hold 40 rows.";
    expect(asked(story, "As a nurse, I want a smooth shift list.")).toBe(false);
    const told = "Nurses like smooth lists.\n\nThe list MUST hold 40 rows.";
    expect(asked(told, "Nurses like smooth lists.")).toBe(false);
    expect(asked("The smooth list holds 40 rows.", "The smooth list holds 40 rows.")).toBe(true);
  });

  it("is no word of a scenario's scene", () => {
    const scene = "Given a smooth road, When the car brakes, Then it stops within 40 m.";
    const outcome = "Given a wet road, When the car brakes, Then it comes to a smooth stop.";
    expect(asked(scene, scene)).toBe(false);
    expect(asked(outcome, outcome)).toBe(true);
  });

  it("is no word whose values follow it", () => {
    const kinds = "Say of “Categories” what exactly comes out.";
    const listed = "Categories (enum): rain, snow, hail, fog.";
    expect(asked(listed, listed, kinds)).toBe(false);
    expect(asked("Categories must be found.", "Categories must be found.", kinds)).toBe(true);
  });

  it("is what speaks for itself before what only hints, and not of a success criterion", () => {
    const hint = {
      id: "several-components",
      verdict: "unclear",
      because: "b",
      need: "Say “queue”.",
      isHint: true,
    };
    const entry = (id: string, isPart: boolean): Entry =>
      entryOf("It must queue jobs smoothly.", { id, kind: "requirement", traits: { isPart } });
    const member = (id: string, isPart: boolean, criteria: readonly object[]): unknown => ({
      change: { id, file: "spec.md", line: 3, kind: "added", before: null, after: entry(id, isPart) },
      ...{
        criteria: criteria.map((one) => ({ evidence: [], ...one })),
        needs: [],
        testData: [],
        reason: "b",
      },
    });
    const strong = { ...hint, need: "Replace “smoothly”.", isHint: false };
    const questionsOf = (members: readonly unknown[]): readonly string[] =>
      memberQuestions(
        {
          members,
          entries: [],
          sentences: [],
          workPackage: { slug: "x" },
          around: { parts: new Map() },
        } as unknown as DesignFacts,
        () => false,
      );
    expect(questionsOf([member("A", false, [hint]), member("B", false, [strong])])).toEqual([
      "Replace “smoothly”. (`B`)",
    ]);
    expect(questionsOf([member("A", false, [hint])])).toEqual(["Say “queue”. (`A`)"]);
    expect(questionsOf([member("A", false, [hint]), member("SC-1", true, [strong])])).toEqual([
      "Say “queue”. (`A`)",
    ]);
  });
});
