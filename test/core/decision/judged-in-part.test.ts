import type { Claim } from "../../../src/core/decision/judge-reply.ts";
import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";

const file = (text: string) => [
  { path: "a.md", text: `# S\n\n## FR-001: Old\n\nThe app must wait. ${text}\n` },
];
const rows = Array.from({ length: 200 }, (_, i) => `The list has row ${String(i)}.`).join(" ");

/** A review in which a model said `code` of the one entry. */
function judged(before: string, after: string) {
  const request = { base: "a", head: "b", baseFiles: file(before), headFiles: file(after) };
  const asked = reviewSpecs({ ...request, listToJudge: true }).toJudge;
  const claim: Claim = {
    path: "code",
    work: "yes",
    nothing: "",
    open: "",
    because: "It says all.",
    quote: "The app must wait.",
    reasons: [],
  };
  return reviewSpecs({ ...request, claims: new Map(asked.map(({ id }) => [id, claim])) });
}

test("new words that no judge was shown are told of", () => {
  const { findings, recommendations } = judged("It ends.", `It ends. ${rows} It must never end.`);
  expect(recommendations[0]?.decidedBy).toBe("model");
  expect(findings).toContainEqual(expect.objectContaining({ rule: "judged-in-part", line: 3 }));
});

test("a small change of a long entry is judged whole", () => {
  expect(judged(rows, `${rows} It must end.`).findings).toEqual([]);
});

test("words that went and that no judge was shown are told of", () => {
  const { findings } = judged(`${rows} It must end.`, "It must end soon.");
  expect(findings).toContainEqual(expect.objectContaining({ rule: "judged-in-part", line: 3 }));
});

test("a note behind a long entry that no judge was shown is told of", () => {
  const note = (words: string) => `It ends[^1]. ${rows}\n\n[^1]: ${words}`;
  const { findings } = judged(note("It may wait."), note("It must never wait."));
  expect(findings).toContainEqual(expect.objectContaining({ rule: "judged-in-part" }));
});
