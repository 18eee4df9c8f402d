import { askedReview } from "../../../src/core/design/asked-review.ts";
import { designFacts } from "../../../src/core/design/design-facts.ts";
import { documentOf } from "../../../src/core/design/design-document.ts";
import { asLine } from "../../../src/core/design/open-questions.ts";
import { featuresOf } from "../../../src/core/design/feature.ts";
import type { Claim } from "../../../src/core/decision/judge-reply.ts";
import type { Review } from "../../../src/core/decision/review.ts";
import { fingerprint } from "../../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { planGeneration } from "../../../src/core/plan/plan-generation.ts";

const path = "specs/001-library/spec.md";

function specOf(requirements: readonly string[], rest = ""): string {
  const list = requirements.map((text, at) => `- **FR-00${String(at + 1)}**: ${text}`).join("\n");
  return `# Feature Specification: Library\n\n## Requirements\n\n### Functional Requirements\n\n${list}\n\n${rest}`;
}

function reviewOf(text: string, claims: Readonly<Record<string, Claim>> = {}): Review {
  return askedReview({
    ...{ base: "a".repeat(40), head: "b".repeat(40), baseFiles: [], headFiles: [{ path, text }] },
    claims: new Map(Object.entries(claims).map(([id, claim]) => [`specs/001-library#${id}`, claim])),
  });
}

const link = (file: string, line: number): string => `${file}#L${String(line)}`;

/** What `/generate` would write. */
function documentsOf(review: Review, text: string): readonly string[] {
  const specFiles = [{ path, text }];
  const { recommendations, workPackages } = review;
  const units = planGeneration({
    workPackages,
    selected: recommendations.map(({ change, path: way }) => ({ id: change.id, path: way })),
    ...{ path: null, targets: [], together: false },
    features: featuresOf(
      recommendations.map(({ change }) => change),
      specFiles,
    ),
  });
  const entriesAtHead = parseSpec(specFiles).files.flatMap((file) => file.entries);
  return units.map((workPackage) => {
    const input = { workPackage, review, targets: [], folder: "design", fingerprint, specFiles, link };
    return documentOf(designFacts({ ...input, entriesAtHead }), null).content ?? "";
  });
}

function questionsIn(document: string): readonly string[] {
  return [...document.matchAll(/^\d+\. (.+)$/gm)].map(([, question = ""]) => question);
}

function claim(quote: string, settle: string): Claim {
  return {
    ...{ quote, work: "yes", nothing: "", path: "design", because: "The order is open." },
    reasons: [{ kind: "deterministic", quote, settle }],
  };
}

test("a review asks what the design would ask, in the same words, once", () => {
  const text = specOf(
    [
      "System MUST retry the upload.",
      "System MUST retry the deletion, and MUST fail gracefully.",
      "Loans MUST end after [NEEDS CLARIFICATION: days - 14 or 28?] days.",
      "A damaged book MUST be kept for 14 days.",
    ],
    "## Open Questions\n\n- Do shelves have owners?\n",
  );
  const review = reviewOf(text);
  const [document = "", ...more] = documentsOf(review, text);
  expect(more).toEqual([]);
  const asked = (review.questions ?? []).map((one) => asLine(one, { link, members: [] }));
  expect([...asked].sort()).toEqual([...questionsIn(document)].sort());
  expect(asked).toHaveLength(3);
  expect(review.questions?.map(({ entries }) => entries.map((id) => id.slice(-6)))).toEqual([
    ["FR-001", "FR-002"],
    ["FR-003"],
    [],
  ]);
});

test("what a rule would have an author write about the same sentence goes; about another it stays", () => {
  const [both, , last] = reviewOf(
    specOf([
      "System MUST periodically remove old loans after an acceptable wait.",
      "A damaged book MUST be kept for 14 days.",
      "System MUST look intuitive.",
    ]),
  ).recommendations;
  expect(both?.needs).toEqual(["`periodically remove old loans after`: at which interval?"]);
  expect(last?.needs).toEqual(["Replace “intuitive” by what a test can see: a value, a state or an error."]);
});

test("what a model named as that which would settle an entry is the question, and the document's", () => {
  const text = specOf(["System MUST retry the upload.", "System MUST show books **newest** first."]);
  const settle = "Say *which* date @all of `due` and `lent` counts.";
  const review = reviewOf(text, { "FR-002": claim("newest", settle), "FR-001": claim("retry", settle) });
  expect(review.recommendations.map(({ needs }) => needs)).toEqual([[settle], [settle]]);
  expect(review.questions).toEqual([
    {
      question: settle,
      ids: ["specs/001-library#FR-001", "specs/001-library#FR-002"],
      entries: ["specs/001-library#FR-001", "specs/001-library#FR-002"],
      place: null,
    },
  ]);
  const [document = ""] = documentsOf(review, text);
  expect(questionsIn(document)).toEqual([
    "Say &#42;which&#42; date &#64;all of `due` and `lent` counts. (`FR-001`, `FR-002`)",
  ]);
});

test("an answer in the spec takes the question away, and the entry goes direct", () => {
  const [open] = reviewOf(specOf(["System MUST retry the upload."])).recommendations;
  expect(open?.path).toBe("design");
  const answer = "It retries 3 times, after 1 s, 2 s and 4 s, and then reports error 40009.";
  const settled = reviewOf(specOf([`System MUST retry the upload. ${answer}`]));
  expect(settled.recommendations.map(({ path: way }) => way)).toEqual(["code"]);
  expect(settled.questions).toEqual([]);
});

test("thousands of open entries are asked about in seconds", () => {
  const many = Array.from({ length: 9_000 }, (_, at) =>
    [
      `- **FR-${String(at)}**: System MUST retry upload ${String(at)} of shelf words${String(at)} periodically remove old.`,
      `  Reviewers: TODO`,
    ].join("\n"),
  ).join("\n");
  const asks = Array.from(
    { length: 5_000 },
    (_, at) => `- What happens to book${String(at)} when lost?`,
  ).join("\n");
  const review = reviewOf(
    `# Feature Specification: Library\n\n## Requirements\n\n${many}\n\n## Edge Cases\n\n${asks}\n`,
  );
  expect(review.recommendations.length).toBeGreaterThan(8_000);
  expect(review.questions?.length).toBeLessThan(12);
}, 60_000);
