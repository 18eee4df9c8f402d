import { criterionIds, type Verdict } from "../../../src/core/decision/criterion.ts";
import { judgeItem } from "../../../src/core/decision/judge-item.ts";
import { checkClaims, type Claim, locate, readJudgeReply } from "../../../src/core/decision/judge-reply.ts";
import { changeOf, contextOf, entryOf } from "../../support/spec-builders.ts";

const entry = entryOf("- `(X1)` When the socket\n  closes, the client retries after 5 s.");
const change = changeOf(null, entry);
const silent: Record<string, Verdict> = {
  deterministic: "yes",
  "fully-specified": "yes",
  "test-data": "no",
  "performance-not-a-constraint": "yes",
};
const claims = (more: Partial<Claim>): Claim[] =>
  criterionIds.map((criterion) => ({
    criterion,
    evidence: ["retries after 5 s"],
    because: "It says so.",
    need: "",
    verdict: silent[criterion] ?? "no",
    ...(criterion === "deterministic" ? more : {}),
  }));
const first = (more: Partial<Claim>) => checkClaims(claims(more), change, contextOf())[0];

test("a quote is found across a line break, at its lines, with the spec's own characters", () => {
  expect(locate("the socket closes, the client", [entry])).toEqual({
    file: "spec.md",
    line: 10,
    endLine: 11,
    quote: "the socket\n  closes, the client",
  });
});

test("words that only meet because a child entry stands between them are no quote", () => {
  const [first, second] = entry.lines;
  const apart = { ...entry, lines: [first!, { ...second!, line: 20 }] };
  expect(locate("the socket closes", [apart])).toBeNull();
  expect(locate("retries after 5 s", [apart])).toMatchObject({ line: 20, endLine: 20 });
});

test("a verdict whose quote does not exist becomes unclear", () => {
  expect(first({ evidence: ["retries after 6 s"] })).toMatchObject({ verdict: "unclear", evidence: [] });
  expect(first({ evidence: [] })).toMatchObject({ verdict: "unclear" });
  expect(first({})).toMatchObject({ verdict: "yes", evidence: [{ line: 11, quote: "retries after 5 s" }] });
});

test("an absence needs no quote", () => {
  const absent = claims({}).map((one) => ({ ...one, evidence: [] }));
  const verdicts = checkClaims(absent, change, contextOf()).map((one) => `${one.id} ${one.verdict}`);
  expect(verdicts.filter((one) => one.endsWith("unclear"))).toEqual([
    "deterministic unclear",
    "fully-specified unclear",
  ]);
});

test("about test data that was found in files no claim counts", () => {
  const found = { file: "vectors.json", line: 1 };
  const context = { ...contextOf(), testData: () => [found] };
  expect(checkClaims(claims({}), change, context).map(({ id }) => id)).not.toContain("test-data");
});

test("why a verdict became unclear tells quotes that are wrong from quotes that are missing", () => {
  expect(first({ evidence: ["6 s"] })?.because).toBe("The quotes given for this do not stand in the spec.");
  expect(first({ evidence: [] })?.because).toBe("No words of the spec were quoted for this.");
});

test("what the model writes is one bounded line", () => {
  const answer = first({ because: `a\nb\u0007${"x".repeat(500)}` });
  expect(answer?.because).not.toMatch(/[\n\u0007]/);
  expect(answer?.because.length).toBeLessThanOrEqual(200);
});

test.each([
  "",
  "null",
  "{}",
  '{"entries":[{"entry":1}]}',
  '{"entries":[{"entry":1,"answers":[{"criterion":"path"}]}]}',
])("%j is not a reply", (text) => {
  expect(readJudgeReply(text, [judgeItem(change, contextOf())])).toBeNull();
});

test("entries nobody asked about and incomplete ones are dropped", () => {
  const batch = [judgeItem(change, contextOf())];
  const text = JSON.stringify({
    entries: [
      { entry: 7, answers: claims({}) },
      { entry: 1, answers: claims({}).slice(1) },
    ],
  });
  expect(readJudgeReply(text, batch)?.size).toBe(0);
});
