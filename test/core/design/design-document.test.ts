import type { Recommendation, Review } from "../../../src/core/decision/review.ts";
import { designDocument } from "../../../src/core/design/design-document.ts";
import { entryOf } from "../../support/spec-builders.ts";
import { parse } from "yaml";

function recommendation(id: string, text: string, references: readonly string[]): Recommendation {
  const entry = entryOf(text, { id, references });
  const change = { id, file: "spec.md", line: 3, kind: "added", before: null, after: entry, replaces: [] };
  return {
    change,
    criteria: [
      { id: "fully-specified", verdict: "unclear", because: "no @default for <b>x</b>", evidence: [] },
    ],
    needs: [],
    reason: "no @default for <b>x</b>",
    testData: [{ file: "vectors.json", line: 1 }],
  } as unknown as Recommendation;
}

const members = [
  recommendation("Q1", "A limit of jobs is TBD. Queue `send()` ```js\n# not a heading\n``` then @team", [
    'Q2"] --> x',
  ]),
  recommendation('Q2"] --> x', "See Q1, in an order TBD.", ["Q1", "Q7", "Q8"]),
  recommendation("Q3", "See Q1, with a name TBD.", ["Q1"]),
];
const review = { recommendations: members } as unknown as Review;
const { path, content } = designDocument({
  workPackage: { slug: "queue", entries: members.map(({ change }) => change.id) },
  review,
  targets: [{ name: "js", language: "typescript" }],
  folder: "design",
  fingerprint: (text) => `f${text.length}`,
  link: (file, line) => `../${file}#L${line}`,
  specFiles: [],
  entriesAtHead: [],
});
const document = content ?? "";

describe("designDocument", () => {
  it("names its entries with their fingerprints in YAML", () => {
    expect(path).toBe("design/queue.md");
    const front: unknown = parse(document.split("---\n")[1] ?? "");
    expect(front).toMatchObject({
      status: "draft",
      targets: ["js"],
      entries: [{ id: "Q1" }, { id: 'Q2"] --> x' }, { id: "Q3" }],
    });
  });

  it("has only the sections that have something to say", () => {
    const titles = [...document.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(titles).toEqual(["Intent", "Data flow", "Test plan", "Open questions", "Decisions"]);
    for (const section of document.split(/^## .+$/m).slice(1)) expect(section.trim()).not.toBe("");
  });

  it("keeps spec text from becoming live", () => {
    expect(document).toContain("````text\nA limit of jobs is TBD. Queue `send()` ```js");
    expect(document).not.toContain("<b>");
    expect(document).toContain("`A limit of jobs is TBD.`");
  });

  it("draws references with labels that are no Mermaid", () => {
    expect(document).toContain('["Q2 -- x"]');
    expect(document).not.toContain('"] --> x"]');
  });
});
