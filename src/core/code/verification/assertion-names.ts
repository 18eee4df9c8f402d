import { calleeNames, isCall } from "../syntax/node-kinds.ts";
import type { SyntaxNode } from "../syntax/syntax-node.ts";

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
  return saysShould(names);
}

function saysShould(names: readonly string[]): boolean {
  const isEnd =
    /^(?:should|shouldBe|shouldThrow|shouldEqual|shouldContain\w*|Should|must_\w+|wont_\w+|shouldNotBe)$/;
  return (
    isEnd.test(names.at(-1) ?? "") ||
    names.some((name) => /^(?:Should|should|must_equal)$/.test(name)) ||
    names[0] === "shouldThrow"
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
