import { judgeItem } from "../../../src/core/decision/judge-item.ts";
import { checkClaim, type Claim, locate, readJudgeReply } from "../../../src/core/decision/judge-reply.ts";
import { changeOf, contextOf, entryOf } from "../../support/spec-builders.ts";

const entry = entryOf("- `(X1)` When the socket\n  closes, the client **retries** after 5 s.");
const change = changeOf(null, entry);
const design: Claim = {
  quote: "after 5 s",
  work: "yes",
  nothing: "",
  path: "design",
  because: "What survives a restart.",
  reasons: [{ kind: "fully-specified", quote: "When the socket closes", settle: "Say what is kept." }],
};
const check = (more: Partial<Claim>, of = change) =>
  checkClaim({ ...design, ...more }, of, contextOf([entry]));

test("a quote is found across a line break, at its lines, with the spec's own characters", () => {
  expect(locate("the socket closes, the client", [entry])).toEqual({
    file: "spec.md",
    line: 10,
    endLine: 11,
    quote: "the socket\n  closes, the client",
  });
});

test("a quote is found without its markup", () => {
  expect(locate("the client retries after", [entry])).toMatchObject({
    quote: "the client **retries** after",
  });
});

test("words that only meet because a child entry stands between them are no quote", () => {
  const [first, second] = entry.lines;
  const apart = { ...entry, lines: [first!, { ...second!, line: 20 }] };
  expect(locate("the socket closes", [apart])).toBeNull();
  expect(locate("after 5 s", [apart])).toMatchObject({ line: 20, endLine: 20 });
});

test("a judgement whose quote stands nowhere, or that names no ground, is left to the rules", () => {
  expect(check({ quote: "after 6 s" })).toBeNull();
  expect(check({ quote: "" })).toBeNull();
  expect(check({ because: " " })).toBeNull();
});

test("a quote may stand in what the entry was, and in its context", () => {
  const before = entryOf("It waits for a signal.");
  expect(check({ quote: "waits for a signal" }, changeOf(before, entry))).not.toBeNull();
  const near = entryOf("The limit is 9.", { id: "X2" });
  expect(checkClaim({ ...design, quote: "limit is 9" }, change, contextOf([entry, near]))).not.toBeNull();
});

test("only reasons whose words stand in the spec are shown; without any, the quote that decided is", () => {
  expect(check({})?.reasons).toMatchObject([
    { id: "fully-specified", verdict: "no", need: "Say what is kept.", evidence: [{ line: 10 }] },
  ]);
  const invented = [{ kind: "platform-constraints" as const, quote: "on Android", settle: "Say it." }];
  expect(check({ reasons: invented })?.reasons).toMatchObject([
    { id: "platform-constraints", verdict: "yes", evidence: [{ quote: "after 5 s" }] },
  ]);
});

test("answers that contradict each other are left to the rules", () => {
  expect(check({ work: "no", nothing: "", path: "none" })).toBeNull();
  expect(check({ work: "yes", path: "none" })).toBeNull();
  expect(check({ work: "no", nothing: "background", path: "code" })?.path).toBe("none");
  expect(check({ path: "code", reasons: [] })).toMatchObject({ path: "code", reasons: [] });
});

test.each([
  ["a number", "Wait 5 s.", "Wait 9 s."],
  ["a negation", "It is sent.", "It is not sent."],
])("%s that changed is never “the same”, whatever a model says", (_what, before, after) => {
  const turned = changeOf(before, after);
  const said: Claim = { ...design, quote: after, work: "no", nothing: "same", path: "none", reasons: [] };
  expect(checkClaim(said, turned, contextOf())).toBeNull();
  const reworded = changeOf("It is sent.", "It is delivered.");
  expect(checkClaim({ ...said, quote: "It is delivered." }, reworded, contextOf())?.path).toBe("none");
});

test("what the model writes is one bounded line", () => {
  const judged = check({ because: `a\nb\u0007${"x".repeat(500)}` });
  expect(judged?.because).not.toMatch(/[\n\u0007]/);
  expect(judged?.because.length).toBeLessThanOrEqual(200);
});

test.each(["", "null", "{}", '{"entries":1}'])("%j is not a reply", (text) => {
  expect(readJudgeReply(text, [judgeItem(change, contextOf())])).toBeNull();
});

test("entries nobody asked about and incomplete ones are dropped", () => {
  const batch = [judgeItem(change, contextOf())];
  const text = JSON.stringify({ entries: [{ entry: 7, ...design }, { entry: 1, quote: "x" }, null] });
  expect(readJudgeReply(text, batch)?.size).toBe(0);
  const whole = JSON.stringify({ entries: [{ entry: 1, ...design }] });
  expect(readJudgeReply(whole, batch)?.get("X1")).toEqual(design);
});
