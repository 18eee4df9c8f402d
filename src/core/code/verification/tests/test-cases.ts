import { declaredName, parametersOf } from "../../syntax/bindings.ts";
import {
  argumentsOf,
  calleeNames,
  isCall,
  isFunction,
  isString,
  isType,
  stringValue,
} from "../../syntax/node-kinds.ts";
import { uncalledTests } from "./uncalled-tests.ts";
import { isSkippedCall, ownSkip } from "./skipped-test.ts";
import { isCallback, isMentioned, isNever } from "./runnable.ts";
import {
  above,
  isInside,
  nodesIn,
  rootOf,
  type ParsedFile,
  type SyntaxNode,
} from "../../syntax/syntax-node.ts";

/** A test as its framework sees it, or a group of tests. */
export interface TestCase {
  readonly file: string;
  /** What declares it, with its marks. */
  readonly node: SyntaxNode;
  readonly body: SyntaxNode;
  readonly isGroup: boolean;
  /** Its title and name. */
  readonly title: string;
  /** Why nothing in it is ever run, or null. */
  readonly off: string | null;
}

const testCalls =
  /^(?:it|test|specify|scenario|example|fit|xit|xtest|xspecify|testWidgets|its|should|then|Then)$/;
const groupCalls =
  /^(?:describe|context|suite|group|feature|xdescribe|fdescribe|xcontext|given|Given|when|When)$/;
const skipWords =
  /(?:^|[^a-z])(?:skip(?:ped|If|Unless|_if)?|disabled|ignored?|xfail|pending|todo|fixme)(?![a-z])/i;

/** The tests and groups of a test file, outermost first. */
export function testCasesIn({ path, root }: ParsedFile): readonly TestCase[] {
  if (root === null) return [];
  const found: TestCase[] = [];
  for (const node of nodesIn(root)) {
    const one = isCall(node)
      ? (sharedExamples(path, node, root) ?? fromCall(path, node))
      : isFunction(node) || isType(node)
        ? fromDeclaration(path, node)
        : node.type === "mod_item"
          ? fromModule(path, node)
          : null;
    if (one !== null) found.push(one);
  }
  found.push(...uncalledTests(path, root, found));
  return withOnly(
    found.map((one) => ({ ...one, off: one.off ?? offAround(one, found) ?? offByPlace(one, root, found) })),
  );
}

/** Rust's modules group tests. */
function fromModule(file: string, node: SyntaxNode): TestCase {
  return { file, node, body: node, isGroup: true, title: declaredName(node) ?? "", off: null };
}

/** `test.each(rows)` of `test.each(rows)("…", …)`. */
function isTableOf(call: SyntaxNode): boolean {
  const isChained = call.parent !== null && isCall(call.parent) && call.parent.children[0] === call;
  return isChained && !argumentsOf(call).some((one) => [...nodesIn(one)].some(isFunction));
}

/** Kotest's `"a title" { … }`. */
function titleBefore(call: SyntaxNode): SyntaxNode | null {
  const [head] = call.children;
  return head !== undefined && isString(head) && argumentsOf(call).length === 1 ? head : null;
}

function fromCall(file: string, call: SyntaxNode): TestCase | null {
  if (isTableOf(call)) return null;
  const names = calleeNames(call).filter((name) => !["RSpec", "Deno", "bun", "nodeTest"].includes(name));
  const [first = ""] = names;
  const isRun = names.at(-1) === "Run" && names.length === 2;
  const isGroup = groupCalls.test(first);
  const head = titleBefore(call);
  if (!testCalls.test(first) && !isGroup && !isRun && head === null) return null;
  const given = argumentsOf(call);
  const functions = given.flatMap((one) => [...nodesIn(one)].filter(isFunction).slice(0, 1));
  const title = [...(head === null ? [] : [head]), ...given].flatMap((one) =>
    isString(one) ? [one] : [...nodesIn(one, (inner) => !isFunction(inner))].filter(isString),
  )[0];
  const isOff = isSkippedCall(names, given, functions);
  const body = functions[0];
  if (body === undefined && !isOff) return null;
  const node = statementOf(call);
  return {
    ...{ file, node, isGroup, title: title === undefined ? "" : stringValue(title) },
    body: body ?? call,
    off: isOff ? "it is skipped" : body === undefined ? "it has no body" : ownSkip(body, isGroup),
  };
}

/** `it_behaves_like "a slug", …`: the examples that its file shares under this name are its body. */
function sharedExamples(file: string, call: SyntaxNode, root: SyntaxNode): TestCase | null {
  if (!/^(?:it_behaves_like|it_should_behave_like|include_examples)$/.test(calleeNames(call)[0] ?? ""))
    return null;
  const [title] = argumentsOf(call).filter(isString).map(stringValue);
  for (const node of nodesIn(root)) {
    if (!isCall(node) || !/^shared_examples(?:_for)?$/.test(calleeNames(node).at(-1) ?? "")) continue;
    const given = argumentsOf(node);
    const body = given.flatMap((one) => [...nodesIn(one)].filter(isFunction).slice(0, 1))[0];
    if (body === undefined || !given.some((one) => isString(one) && stringValue(one) === title)) continue;
    return {
      file,
      node: statementOf(call),
      body,
      isGroup: false,
      title: title ?? "",
      off: ownSkip(body, false),
    };
  }
  return null;
}

function statementOf(call: SyntaxNode): SyntaxNode {
  const { parent } = call;
  const isHead = parent !== null && parent.type === "member_call_expression" && parent.children[0] === call;
  return parent !== null && (isHead || /^(?:expression_statement|await_expression)$/.test(parent.type))
    ? statementOf(parent)
    : call;
}

function fromDeclaration(file: string, node: SyntaxNode): TestCase | null {
  const name = declaredName(node);
  if (name === null) return null;
  const marks = marksOf(node);
  const whole = node.parent?.type === "decorated_definition" ? node.parent : node;
  if (isType(node)) {
    const isSuite =
      /tests?$|^tests?|specs?$/i.test(name) ||
      /TestCase|Minitest::Test|XCTestCase|@Nested|TestClass|TestFixture/.test(node.text.slice(0, 400));
    if (!isSuite) return null;
    return {
      file,
      node: whole,
      body: node,
      isGroup: true,
      title: name,
      off: skipWords.test(marks) ? "its class is skipped" : null,
    };
  }
  if (!isTestFunction(name, node, marks, file)) return null;
  return {
    file,
    node: whole,
    body: node,
    isGroup: false,
    title: name,
    off: skipWords.test(marks.replace(/"[^"]*"/g, "")) ? "it is skipped" : ownSkip(node, false),
  };
}

/** Annotations, decorators and attributes of a declaration, as text. */
function marksOf(node: SyntaxNode): string {
  const own = node.children.filter(({ type }) => /annotation|modifiers|attribute/.test(type));
  const parent = node.parent;
  if (parent === null) return own.map(({ text }) => text).join(" ");
  const decorators =
    parent.type === "decorated_definition" ? parent.children.filter(({ type }) => type === "decorator") : [];
  const above: SyntaxNode[] = [];
  for (let at = parent.children.indexOf(node) - 1; at >= 0; at--) {
    const sibling = parent.children[at];
    if (sibling === undefined || !/attribute_item|comment/.test(sibling.type)) break;
    if (sibling.type === "attribute_item" || /^\/\*\*[^]*@test\b/.test(sibling.text)) above.push(sibling);
  }
  return [...own, ...decorators, ...above].map(({ text }) => text).join(" ");
}

function isTestFunction(name: string, node: SyntaxNode, marks: string, file: string): boolean {
  if (
    /(?:^|[@[#(\s])(?:\w+[.:]+)*(?:Test|Fact|Theory|ParameterizedTest|RepeatedTest|TestFactory|TestCase|TestMethod|test|rstest|test_case|quickcheck|tokio::test|DataTestMethod|TestCaseSource|Property)\b(?!Only)/.test(
      marks,
    ) &&
    !/fixture/i.test(marks.slice(0, 20))
  )
    return true;
  const ending = file.slice(file.lastIndexOf(".") + 1);
  const isNested = [...above(node)].some((outer) => isFunction(outer) && !isCallback(outer));
  if (isNested) return false;
  if (ending === "go")
    return /^Test(?:[^a-z]|$)/.test(name) && (/testing\.T/.test(node.text.slice(0, 200)) || isOfSuite(node));
  if (ending === "py") return /^test/.test(name) && pythonClassCollects(node);
  if (ending === "rb" || ending === "php") return /^test/.test(name) && [...above(node)].some(isType);
  if (ending === "swift")
    return /^test/.test(name) && parametersOf(node).length === 0 && [...above(node)].some(isType);
  return false;
}

/** A method of what `suite.Run` is given. */
function isOfSuite(method: SyntaxNode): boolean {
  const { text } = rootOf(method);
  const [, type = ""] = /^func \(\w* ?\*?(\w{1,80})\)/.exec(method.text) ?? [];
  return type !== "" && /\bsuite\.Run\(/.test(text) && text.includes(type);
}

function pythonClassCollects(node: SyntaxNode): boolean {
  const owner = [...above(node)].find(isType);
  if (owner === undefined) return true;
  return (
    /^Test/.test(declaredName(owner) ?? "") || /TestCase|Test\b/.test(owner.text.split("\n", 1)[0] ?? "")
  );
}

function offAround(one: TestCase, all: readonly TestCase[]): string | null {
  const outer = all.find(
    ({ isGroup, off, body }) => isGroup && off !== null && body !== one.body && isInside(one.node, body),
  );
  return outer === undefined ? null : "its group is skipped";
}

/** Declared where nothing gets: in a function that nobody calls, behind `if (false)`. */
function offByPlace({ node }: TestCase, root: SyntaxNode, all: readonly TestCase[]): string | null {
  for (const outer of above(node)) {
    if (!isFunction(outer)) {
      if (isNever(outer)) return "it stands behind a condition that never holds";
      continue;
    }
    const isTest = all.some((one) => one.body === outer && !one.isGroup);
    const name = isTest || isCallback(outer) ? null : declaredName(outer);
    if (name !== null && name !== "main" && !isMentioned(name, outer, root))
      return `\`${name}\`, in which it stands, is never called`;
  }
  return null;
}

/** Where a file has tests that alone are to be run, the others are off. */
function withOnly(cases: readonly TestCase[]): readonly TestCase[] {
  const isOnly = ({ node }: TestCase): boolean =>
    /^(?:f(?:it|describe)\b|(?:it|test|describe|context)\.only\b)/.test(node.text);
  const only = cases.filter(isOnly);
  if (only.length === 0) return cases;
  return cases.map((one) =>
    one.off !== null || only.some(({ node }) => isInside(one.node, node) || isInside(node, one.node))
      ? one
      : { ...one, off: "another test of its file is marked as the only one" },
  );
}
