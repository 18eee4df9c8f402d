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

describe("'the same' does not stand where a number or a negation came or went", () => {
  const same: Partial<Claim> = { work: "no", nothing: "same", path: "none", reasons: [] };
  const checked = (before: string, after: string, quote = after) => {
    const [old, now] = [entryOf(before), entryOf(after)];
    return checkClaim({ ...design, ...same, quote }, changeOf(old, now), contextOf([now]));
  };

  test.each([
    ["Retry after 5 s.", "Retry after 8 s."],
    ["The token is kept.", "The token is not kept."],
    ["Use `sha256` for the digest.", "Use `sha512` for the digest."],
    ["Speak HTTP/1.1 to the proxy.", "Speak HTTP/2 to the proxy."],
    ["Close only idle sockets.", "Close idle sockets."],
  ])("%s → %s", (before, after) => {
    expect(checked(before, after)).toBeNull();
  });

  test.each([
    ["All services (Neo4j, Redis) are started.", "All services are started."],
    ["See [section 4](a.md#s4) for the form.", "See [section 4](b.md#s4) for the form."],
    ["The socket is shut.", "The socket is closed."],
  ])("but may: %s → %s", (before, after) => {
    expect(checked(before, after)).toMatchObject({ path: "none" });
  });

  test("a sentence that another entry of the change gained has only moved there", () => {
    const rule = "A failing hook must not stop the others.";
    const [old, now] = [entryOf(`Hooks run in order. ${rule}`), entryOf("Hooks run in order.")];
    const gained = { ...changeOf(null, entryOf(rule, { id: "X2" })) };
    const change = changeOf(old, { ...now, references: ["X2"] });
    const context = contextOf([now, entryOf(rule, { id: "X2" })], [change, gained]);
    const claim = { ...design, ...same, quote: "Hooks run in order." };
    expect(checkClaim(claim, change, context)).toMatchObject({ path: "none" });
    expect(checkClaim(claim, change, contextOf([now]))).toBeNull();
  });
});
