import {
  calleeNames,
  isCall,
  isComment,
  isCondition,
  isFunction,
  isHandler,
  isRaise,
} from "../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../syntax/syntax-node.ts";
import { declaredName } from "../syntax/bindings.ts";
import { isAfterEnd, runnable } from "./runnable.ts";

/** A place in a test that can fail. */
export interface Assertion {
  readonly node: SyntaxNode;
  /** Only that something is there, true, or like the last time. */
  readonly isWeak: boolean;
}

/** Names of functions that the tests call to assert, found by what is in them. */
type Helpers = ReadonlySet<string>;

const first =
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
function assertsByName(call: SyntaxNode, isOurs: (name: string) => boolean): boolean {
  const names = calleeNames(call);
  const [head = ""] = names;
  const last = names.at(-1) ?? "";
  if (first.test(head) && !(isOurs(head) && !/^(?:assert|expect|XCT)/.test(head))) return true;
  if (names.length > 1 && receivers.has(head)) {
    if (/^(?:t|tt|tester)$/.test(head))
      return goAsserts.test(last) || (names.length === 2 && failCalls.test(last));
    return /^(?:assert|expect|refute|raises|throws|fail|verify)/i.test(last) || goAsserts.test(last);
  }
  if (
    /^(?:should|shouldBe|shouldThrow|shouldEqual|shouldContain\w*|Should|must_\w+|wont_\w+|shouldNotBe)$/.test(
      last,
    )
  )
    return true;
  return names.some((name) => /^(?:Should|should|must_equal)$/.test(name)) || /^(?:shouldThrow)$/.test(head);
}

function isFailCall(node: SyntaxNode): boolean {
  return (
    isCall(node) &&
    failCalls.test(calleeNames(node).at(-1) ?? "") &&
    !/^(?:console|fmt|errors|log|logger)$/.test(calleeNames(node)[0] ?? "")
  );
}

/** Functions of test files in which something can fail: whoever calls them asserts. Followed through helpers of helpers. */
export function helpersIn(roots: readonly SyntaxNode[], isOurs: (name: string) => boolean): Helpers {
  const functions = roots.flatMap((root) =>
    [...nodesIn(root)].filter(isFunction).flatMap((node) => {
      const name = declaredName(node);
      return name === null || isOurs(name) ? [] : [{ name, node, root }];
    }),
  );
  const helpers = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const size = helpers.size;
    for (const { name, node, root } of functions)
      if (!helpers.has(name) && assertionsIn(node, root, { helpers, isOurs }).length > 0) helpers.add(name);
    if (helpers.size === size) break;
  }
  return helpers;
}

interface AssertionReading {
  readonly helpers: Helpers;
  readonly isOurs: (name: string) => boolean;
}

/** What can fail in a test: calls that assert, conditions that end in a failure, expected exceptions. Outermost each. */
export function assertionsIn(
  body: SyntaxNode,
  root: SyntaxNode,
  reading: AssertionReading,
): readonly Assertion[] {
  const found: SyntaxNode[] = [];
  for (const node of runnable(body, root)) {
    if (isComment(node) || isAfterEnd(node) || found.some((outer) => isInside(node, outer) && outer !== node))
      continue;
    const region = isExpectation(node) ? body : regionOf(node, reading);
    if (region !== null && isFloating(region)) continue;
    if (region !== null && !isSwallowed(region, body) && !isAfterEndWithin(region, body)) found.push(region);
  }
  for (const mark of marksThatExpect(body)) found.push(mark);
  return found.map((node) => ({ node, isWeak: isWeak(node) }));
}

/** `$this->expectException(…)`: whatever follows in the test is the assertion. */
function isExpectation(node: SyntaxNode): boolean {
  return (
    isCall(node) &&
    /^expectException(?:Message|MessageMatches|Code|Object)?$/.test(calleeNames(node).at(-1) ?? "")
  );
}

/** A promise that nobody waits for: the test is over before it fails. */
function isFloating({ type, text, parent }: SyntaxNode): boolean {
  if (type !== "expression_statement" && parent?.type !== "expression_statement") return false;
  return (
    /^expect\b[^]{0,2000}\)\s*\.(?:rejects|resolves)\b/.test(text) ||
    /^assert\.(?:rejects|doesNotReject)\(/.test(text)
  );
}

function isAfterEndWithin(node: SyntaxNode, body: SyntaxNode): boolean {
  for (const outer of above(node)) {
    if (outer === body || !isInside(outer, body)) return false;
    if (isAfterEnd(outer)) return true;
  }
  return false;
}

function regionOf(node: SyntaxNode, { helpers, isOurs }: AssertionReading): SyntaxNode | null {
  if (/^assert_statement$/.test(node.type)) return node;
  if (
    /^with_statement$/.test(node.type) &&
    /\b(?:raises|assertRaises|assertRaisesRegex|assertWarns|warns)\b/.test(node.text.split(":\n", 1)[0] ?? "")
  )
    return node;
  if (
    isCondition(node) &&
    !isConstant(node) &&
    [...nodesIn(node, (inner) => inner === node || !isFunction(inner))].some(
      (one) => isFailCall(one) || (isRaise(one) && /^throw|^raise Assertion/.test(one.text)),
    )
  )
    return node;
  if (!isCall(node)) return null;
  const outermost = chainOf(node);
  const names = calleeNames(node);
  if (helpers.has(names.at(-1) ?? "") && names.length <= 2) return outermost;
  return assertsByName(node, isOurs) ? outermost : null;
}

function isConstant(node: SyntaxNode): boolean {
  return /^(?:if|unless)\s{0,20}\(?\s{0,20}(?:true|false)\b/.test(node.text.slice(0, 20));
}

/** `expect(x)` of `expect(x).not.toBe(y)`: the whole. */
function chainOf(call: SyntaxNode): SyntaxNode {
  let whole = call;
  for (const outer of above(call)) {
    if (
      !/member|call|navigation|selector|invocation|attribute|await|infix|field_expression|member_access|statement_expression/.test(
        outer.type,
      ) ||
      /argument|suffix_list/.test(outer.type)
    ) {
      // Dart writes a chain as siblings.
      return outer.type === "expression_statement" ? outer : whole;
    }
    if (
      outer.children[0] !== undefined &&
      outer.children[0].start !== whole.start &&
      !/await/.test(outer.type)
    )
      return whole;
    whole = outer;
  }
  return whole;
}

/** Inside a `try` whose handler lets every failure pass, or in a handler that is entered only if something fails. */
function isSwallowed(region: SyntaxNode, body: SyntaxNode): boolean {
  let inner: SyntaxNode = region;
  for (const outer of above(region)) {
    if (!isInside(outer, body)) return false;
    if (isHandler(inner) && !failsWithout(inner, body)) return true;
    if (
      !isHandler(inner) &&
      outer.children.some(isHandler) &&
      outer.children.filter(isHandler).some((handler) => takesAll(handler))
    )
      return true;
    if (isCall(outer) && calleeNames(outer).at(-1) === "suppress") return true;
    if (outer.type === "with_statement" && /\bsuppress\(/.test(outer.text.split("\n", 1)[0] ?? ""))
      return true;
    inner = outer;
  }
  return false;
}

function takesAll(handler: SyntaxNode): boolean {
  const inside = [...nodesIn(handler)];
  if (
    inside.some(
      (node) =>
        isRaise(node) ||
        isFailCall(node) ||
        (isCall(node) && first.test(calleeNames(node)[0] ?? "")) ||
        node.type === "assert_statement",
    )
  )
    return false;
  return !/^(?:catch|except|rescue)\s{0,20}\(?\s{0,20}(?:\w{1,80}\s{0,20}:\s{0,20})?(?!Exception|Throwable|Error|StandardError|BaseException|AssertionError|System\.Exception|_)\w{0,80}(?:Error|Exception|Failure)\b/.test(
    handler.text,
  );
}

/** A handler that asserts is only good when the test fails where nothing was thrown. */
function failsWithout(handler: SyntaxNode, body: SyntaxNode): boolean {
  const tried = handler.parent;
  if (tried === null || /expect\.(?:assertions|hasAssertions)|t\.plan|assert\.expect/.test(body.text))
    return true;
  return [...nodesIn(tried, (node) => node === tried || !isHandler(node))].some(
    (node) =>
      isFailCall(node) ||
      (isRaise(node) && !isCall(node)) ||
      (isCall(node) && /fail/i.test(calleeNames(node).join("."))),
  );
}

/** `@Test(expected = X.class)`, `#[should_panic(expected = "…")]` and the like: the whole test is the assertion. */
function marksThatExpect(body: SyntaxNode): SyntaxNode[] {
  const marks = body.children.filter(
    ({ type, text }) =>
      /modifiers|annotation|attribute/.test(type) &&
      /expected\s*=|ExpectedException|expectedException/.test(text),
  );
  const siblings = body.parent?.children ?? [];
  const above = siblings
    .slice(0, siblings.indexOf(body))
    .filter(
      ({ type, text, endLine }) =>
        type === "attribute_item" && /should_panic/.test(text) && body.line - endLine < 4,
    );
  return marks.length + above.length > 0 ? [body] : [];
}

const weakEnd =
  /(?:toBeTruthy|toBeDefined|toBeFalsy|toMatchSnapshot|toMatchFileSnapshot|toBeInstanceOf|NotNull|NotNil|notNull|IsNotNull|assertIsNotNone|assertMatchesSnapshot|isNotNull|be_truthy|isNotEmpty|matchesSnapshot|assertSnapshot)\b|\.not\.(?:toBeNull|toBeUndefined)\b|\.toBeDefined\b/;

function isWeak(node: SyntaxNode): boolean {
  if (weakEnd.test(node.text.slice(-200)) && !/toMatchInlineSnapshot/.test(node.text)) return true;
  if (node.type === "assert_statement") return !/[<>=!]=|\b(?:in|is|not)\b|[<>]|\(/.test(node.text.slice(6));
  return false;
}
