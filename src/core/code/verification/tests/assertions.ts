import {
  argumentsOf,
  calleeNames,
  isBlock,
  isCall,
  isComment,
  isCondition,
  isFunction,
  isInfix,
  isRaise,
} from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { declaredName, parametersOf } from "../../syntax/bindings.ts";
import { assertsByName, isFailCall } from "./assertion-names.ts";
import { isAfterEnd, isCallback, runnable } from "./runnable.ts";
import { isSwallowed } from "./swallowed-failure.ts";

/** A place in a test that can fail. */
export interface Assertion {
  readonly node: SyntaxNode;
  /** Only that something is there, true, or like the last time. */
  readonly isWeak: boolean;
}

/** Functions of the tests, by what is in them. */
interface Helpers {
  /** Names of those in which something can fail. */
  readonly asserting: ReadonlySet<string>;
  /** Names of the others: they assert nothing, whatever they are called. */
  readonly hollow: ReadonlySet<string>;
}

/** Functions of test files in which something can fail: whoever calls them asserts. Followed through helpers of helpers. */
export function helpersIn(roots: readonly SyntaxNode[], isOurs: (name: string) => boolean): Helpers {
  const functions = roots.flatMap((root) =>
    [...nodesIn(root)].filter(isFunction).flatMap((node) => {
      const name = declaredName(node);
      return name === null || isOurs(name) ? [] : [{ name, node, root }];
    }),
  );
  const names = new Set(functions.filter(({ node }) => node.children.some(isBlock)).map(({ name }) => name));
  const asserting = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const { size } = asserting;
    const helpers = { asserting, hollow: names };
    for (const { name, node, root } of functions)
      if (!asserting.has(name) && assertionsIn(node, root, { helpers, isOurs }).length > 0)
        asserting.add(name);
    if (asserting.size === size) break;
  }
  return { asserting, hollow: new Set([...names].filter((name) => !asserting.has(name))) };
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
  for (const node of [...marksThatExpect(body), ...signalsIn(body)])
    if (!found.some((outer) => isInside(node, outer))) found.push(node);
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
  if (isCondition(node) && !isConstant(node) && failsIn(node)) return node;
  return isCall(node) ? callRegion(node, { helpers, isOurs }) : null;
}

function callRegion(call: SyntaxNode, { helpers, isOurs }: AssertionReading): SyntaxNode | null {
  const whole = chainOf(call);
  const names = calleeNames(call);
  const isOwn = helpers.asserting.has(names[0] ?? "") || helpers.hollow.has(names[0] ?? "");
  const isPlain = isInfix(call) || names.length <= 2 || isOwn;
  if (helpers.asserting.has(names.at(-1) ?? "") && isPlain) return whole;
  if ((isInfix(call) || names.length === 1) && helpers.hollow.has(names.at(-1) ?? "")) return null;
  return assertsByName(call, isOurs) && !isUnfinished(call, whole) ? whole : null;
}

function failsIn(condition: SyntaxNode): boolean {
  return [...nodesIn(condition, (inner) => inner === condition || !isFunction(inner))].some(
    (one) => isFailCall(one) || (isRaise(one) && /^throw|^raise Assertion/.test(one.text)),
  );
}

/** `expect(x)` without a matcher, and with one that is not called; Swift's `#expect(x == y)` needs none. */
function isUnfinished(call: SyntaxNode, whole: SyntaxNode): boolean {
  if (calleeNames(call)[0] !== "expect" || call.text.startsWith("#")) return false;
  const text = whole.text.replace(/;\s*$/, "");
  const isAlone = calleeNames(call).length === 1 && text === call.text && call.type !== "macro_invocation";
  return (isAlone && argumentsOf(call).length === 1) || /\.to[A-Z]\w{1,60}$/.test(text);
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
        type === "attribute_item" &&
        (/should_panic/.test(text) || (/test_case\(/.test(text) && text.includes("=>"))) &&
        body.line - endLine < 4,
    );
  const thrown = thrownAround(body);
  if (thrown !== null) return [thrown];
  return marks.length + above.length > 0 ? [body] : [];
}

/** Pest's `it("…", function () { … })->throws(Closed::class)`. */
function thrownAround(body: SyntaxNode): SyntaxNode | null {
  return (
    [...above(body)]
      .slice(0, 6)
      .find(
        (outer) => outer.type === "member_call_expression" && /^throws/.test(calleeNames(outer).at(-1) ?? ""),
      ) ?? null
  );
}

/**
 * What a test waits for: its callback `done`, or a promise that it awaits, is called back by something else. It runs out of
 * time when that does not happen.
 */
function signalsIn(body: SyntaxNode): readonly SyntaxNode[] {
  const waiting = [...nodesIn(body)].filter(
    (node) =>
      node === body || (isFunction(node) && /^(?:await|return)\s+new Promise\b/.test(awaitedText(node))),
  );
  return waiting.flatMap((node) => {
    const [done] = isCallback(node) ? parametersOf(node) : [];
    const calls = [...nodesIn(node)].filter(
      (one) =>
        isCall(one) && done !== undefined && calleeNames(one).join() === done && isCalledBack(one, node),
    );
    return calls.slice(0, 1).flatMap((call) => statementIn(call, body) ?? []);
  });
}

function awaitedText(executor: SyntaxNode): string {
  const holder = [...above(executor)].slice(0, 5).find(({ text }) => /^(?:await|return)\s/.test(text));
  return holder?.text.slice(0, 40) ?? "";
}

/** In a function that is handed over inside of the waiting one. */
function isCalledBack(call: SyntaxNode, waiting: SyntaxNode): boolean {
  return [...above(call)].some((outer) => outer !== waiting && isInside(outer, waiting) && isFunction(outer));
}

/** The statement of a test's own block in which a node stands. */
function statementIn(node: SyntaxNode, body: SyntaxNode): SyntaxNode | null {
  return (
    [...above(node)].find(
      (one) =>
        isInside(one, body) && one.parent !== null && isBlock(one.parent) && one.parent.parent === body,
    ) ?? null
  );
}

const weakEnd =
  /(?:toBeTruthy|toBeDefined|toBeFalsy|toMatchSnapshot|toMatchFileSnapshot|toBeInstanceOf|NotNull|NotNil|notNull|IsNotNull|assertIsNotNone|assertMatchesSnapshot|isNotNull|be_truthy|isNotEmpty|matchesSnapshot|assertSnapshot)\b|\.not\.(?:toBeNull|toBeUndefined)\b|\.toBeDefined\b/;

function isWeak(node: SyntaxNode): boolean {
  if (weakEnd.test(node.text.slice(-200)) && !/toMatchInlineSnapshot/.test(node.text)) return true;
  if (node.type === "assert_statement") return !/[<>=!]=|\b(?:in|is|not)\b|[<>]|\(/.test(node.text.slice(6));
  return false;
}
