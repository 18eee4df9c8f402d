import type { Recommendation, Review } from "../../../src/core/decision/review.ts";
import { designDocument } from "../../../src/core/design/design-document.ts";
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
    change: {
      id: entry.id,
      file: "spec.md",
      line: 3,
      kind: "added",
      before: null,
      after: entry,
      replaces: [],
    },
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

const requirement = entryOf("The system SHALL queue jobs. Their order is TBD.", {
  id: "R1",
  kind: "requirement",
});
const scenario = entryOf("- **THEN** the `job_id` is shown, in a form TBD", {
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
    expect(document).toContain("```text\nShown:\n- **THEN** the `job_id` is shown, in a form TBD\n```");
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
      { entry: entryOf(`- ${words}\n\n| ${words} |\n${"x".repeat(150)}\n\nIts end is TBD.`, { id: "E1" }) },
    ]);
    expect(document).toContain(`\n- ${"word ".repeat(19).trim()}\n  ${"word ".repeat(11).trim()}\n`);
    expect(document).toContain(`\n| ${words} |\n${"x".repeat(150)}\n`);
  });

  it("shortens between two lines", () => {
    const document = designOf([
      { entry: entryOf(`Its end is TBD.\n${"A line of text.\n".repeat(300)}`, { id: "E1" }) },
    ]);
    expect(document).toContain("A line of text.\n(shortened)\n```");
  });
});

describe("the test plan", () => {
  it("is left out where there is no more to say than that a vector is missing", () => {
    expect(designOf([{ entry: requirement, needs: ["Add a test vector: a starting state."] }])).not.toContain(
      "## Test plan",
    );
  });
});

it("says why an entry is here where nothing is found that it leaves open, and what to do then", () => {
  const need = "Say who does “handoff”.";
  const quote = "Setup SHALL NOT ask for a handoff.";
  const document = designOf([{ entry: entryOf(quote, { id: "E1" }), unclear: [[need, quote]] }]);
  expect(document).toContain(`## Intent\n\n- \`E1\` ([spec.md:3](../spec.md#L3)): \`${quote}\`\n`);
  expect(document).toContain(`What the review heard in them:\n\n- \`E1\`: ${need}\n`);
  expect([...document.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
    ...["Intent", "Open questions", "Decisions"],
  ]);
});

describe("entries", () => {
  it("stand once where a file holds the same text twice under one ID, and lists keep their lines", () => {
    const twice = {
      entry: entryOf("- **WHEN** it rains\n- **THEN** the roof SHALL close at a speed TBD", {
        id: "R1/Rain",
      }),
    };
    const other = {
      entry: entryOf("- **WHEN** it snows\n- **THEN** the roof SHALL close at a speed TBD", {
        id: "R1/Snow",
      }),
    };
    const document = designOf([twice, twice, other]);
    expect(document.match(/it rains/g)).toHaveLength(1);
    expect(document.match(/- id: "R1\/Rain"/g)).toHaveLength(1);
    expect(document).toContain(
      "```text\n- **WHEN** it snows\n- **THEN** the roof SHALL close at a speed TBD\n```",
    );
  });
});

it("shows what went for an entry with it", () => {
  const before = entryOf("A roof SHALL close.", { id: "a-roof" });
  const after = entryOf("A roof SHALL close within a suitable period.", { id: "a-roof-within" });
  const place = { file: "spec.md", line: 3, parent: null };
  const rest = { criteria: [], needs: [], testData: [], reason: "" };
  const recommendations = [
    {
      change: { ...place, id: after.id, kind: "added", before: null, after, replaces: [before.id] },
      ...rest,
    },
    { change: { ...place, id: before.id, kind: "removed", before, after: null, replaces: [] }, ...rest },
  ] as unknown as readonly Recommendation[];
  const { content } = designDocument({
    ...{
      workPackage: { slug: "roof", entries: [after.id] },
      review: { recommendations } as unknown as Review,
    },
    ...{ targets: [], folder: "design", fingerprint: (text) => text, link: (file) => file },
    ...{ specFiles: [], entriesAtHead: [after] },
  });
  expect(content).toMatch(
    /`a-roof-within` \(in place of `a-roof`, [^]*Before:\n\n```text\nA roof SHALL close\.\n/,
  );
});

test("a quote that is cut shows what is asked about", () => {
  const filler = Array.from(
    { length: 60 },
    (_, at) => `A shelf ${String(at)} holds books of many readers.`,
  ).join("\n\n");
  const text = `The system SHALL queue jobs.\n\n${filler}\n\nTheir order is TBD.\n\n${filler}`;
  const document = designOf([{ entry: entryOf(text, { id: "E1" }) }]);
  const quote = /```text\n([^]*?)\n```/.exec(document)?.[1] ?? "";
  expect(quote).toContain("The system SHALL queue jobs.");
  expect(quote).toMatch(
    /\(shortened\)\nA shelf [^]*A shelf 59 .*\n\nTheir order is TBD\.\n\nA shelf 0 [^]*\.\n\(shortened\)$/,
  );
  expect(quote.length).toBeLessThan(2_100);
});

test("a question about a scenario stands with the requirement that it is of", () => {
  const whole = entryOf("The system SHALL queue jobs.", { id: "R1", kind: "requirement" });
  const document = designOf([{ entry: whole }], [scenario]);
  expect(document).toContain("## Intent\n\n`R1` (added");
  expect(document).toContain("in a form TBD");
  expect(document).not.toContain("Also of this design");
});
