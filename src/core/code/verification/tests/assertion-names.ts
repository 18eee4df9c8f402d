import { calleeNames, isCall } from "../../syntax/node-kinds.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";

/** How a call that asserts begins, in any of the languages. */
export const assertionHead =
  /^(?:assert\w*|Assert\w*|expect\w*|XCTAssert\w*|XCTFail|XCTUnwrap|refute\w*|is_expected|verify\w*|confirm|assertThat\w*|check_\w+|should)$/;
const receivers = new Set([
  "this",
  "self",
  "t",
  "tt",
  "tester",
  "chai",
  "sinon",
  "Assertions",
  "Assert",
  "assert",
  "td",
  "pytest",
  "expectation",
  "require",
  "ensure",
]);
const failCalls = /^(?:Fatal|Fatalf|Error|Errorf|Fail|FailNow|fail|XCTFail|fatalError|panic|flunk|fail!)$/;
const goAsserts =
  /^(?:Equal|NotEqual|True|False|Nil|NotNil|NoError|Error|ErrorIs|ErrorAs|ErrorContains|EqualError|Contains|Len|Empty|NotEmpty|Greater|Less|Panics|InDelta|ElementsMatch|JSONEq|raises|throws|rejects|ok|equal|notEqual|deepEqual|strictEqual|deepStrictEqual|match|calledWith|calledOnce|is|throwsAsync|true|false|like|snapshot|Zero|Same|Throws|ThrowsAny|ThrowsAsync|That|IsTrue|IsFalse|AreEqual|doesNotThrow|doesNotReject|notDeepEqual|notStrictEqual|fail)$/;

/** Whether a call asserts by its name. `isOurs` says which names are functions of the product: those never do. */
export function assertsByName(call: SyntaxNode, isOurs: (name: string) => boolean): boolean {
  const names = calleeNames(call);
  const [head = ""] = names;
  const last = names.at(-1) ?? "";
  if (names[1] === "verify" && /order/i.test(head)) return true;
  if (assertionHead.test(head) && !(isOurs(head) && !/^(?:assert|expect|XCT)/.test(head))) return true;
  if (names.length > 1 && receivers.has(head)) {
    if (/^(?:t|tt|tester)$/.test(head))
      return goAsserts.test(last) || (names.length === 2 && failCalls.test(last));
    return /^(?:assert|expect|refute|raises|throws|fail|verify)/i.test(last) || goAsserts.test(last);
  }
  return assertsAtEnd(names);
}

function assertsAtEnd(names: readonly string[]): boolean {
  if (/^(?:s|suite|ts)$/.test(names[0] ?? "") && names.length <= 3) return isOfSuite(names);
  return saysShould(names) || (names.length > 1 && ends.test(names.at(-1) ?? ""));
}

/** What asserts at the end of a chain: of an answer over HTTP, or of what a double was called with. */
const ends =
  /^(?:expect|andExpect|expectStatus|expectBody|assert[A-Z]\w*|Received\w*|DidNotReceive\w*|MustHaveHappened\w*|MustNotHaveHappened|Verify|VerifyAll)$/;

/** testify's suites: `s.Equal(…)`, `s.Require().NoError(…)`. */
function isOfSuite(names: readonly string[]): boolean {
  return goAsserts.test(names.at(-1) ?? "") || names.includes("Require") || names.includes("Assert");
}

function saysShould(names: readonly string[]): boolean {
  const isEnd = /^(?:should|should[A-Z]\w*|Should|must_\w+|wont_\w+)$/;
  return (
    isEnd.test(names.at(-1) ?? "") ||
    names.some((name) => /^(?:Should|should|must_equal)$/.test(name)) ||
    /^should[A-Z]/.test(names[0] ?? "")
  );
}

/** `t.Fatal(…)`, `fail(…)`: ends the test as failed; what a log or a console calls so does not. */
export function isFailCall(node: SyntaxNode): boolean {
  return (
    isCall(node) &&
    failCalls.test(calleeNames(node).at(-1) ?? "") &&
    !/^(?:console|fmt|errors|log|logger)$/.test(calleeNames(node)[0] ?? "")
  );
}
