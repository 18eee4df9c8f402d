import { declaredName } from "../../syntax/bindings.ts";
import {
  argumentsOf,
  calleeNames,
  isBlock,
  isCall,
  isComment,
  isFunction,
  isString,
  isType,
} from "../../syntax/node-kinds.ts";
import { above, isInside, rootOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { TestCase } from "./test-cases.ts";

/** Something of a test file that a test uses. */
export interface Helper {
  readonly file: string;
  readonly node: SyntaxNode;
}

/** What the groups around a test are about: `described_class` and `subject` stand for it. */
export function describedBy({ node }: TestCase): readonly SyntaxNode[] {
  const groups = [...above(node)].filter(
    (outer) => isCall(outer) && /^(?:describe|context)$/.test(calleeNames(outer).at(-1) ?? ""),
  );
  if (!/\b(?:described_class|subject|is_expected)\b/.test(groups.at(-1)?.text ?? "")) return [];
  return groups.flatMap((outer) =>
    argumentsOf(outer).filter((given) => !isString(given) && !isFunction(given)),
  );
}

/** Longer parts of a group are tests of their own, or tables. */
const maxSetup = 1_500;

/** What the groups around a test prepare for it, their tables of cases, and examples that it shares. */
export function setupOf(
  { file, node, body, isGroup }: TestCase,
  cases: readonly TestCase[],
): readonly Helper[] {
  if (isGroup) return [];
  const own = cases.filter((one) => one.file === file);
  const isOfTests = (one: SyntaxNode): boolean => own.some((test) => isInside(test.node, one));
  const prepared = own
    .filter((group) => group.isGroup && isInside(node, group.node) && group.node !== node)
    .flatMap((group) => statementsOf(group.body))
    .filter((one) => isSetup(one) && !isOfTests(one));
  const shared = isInside(body, node) ? [] : [[...above(body)].find(isCall) ?? body];
  return [...shared, ...prepared].map((one) => ({ file, node: one }));
}

const preparing =
  /^(?:@?before(?:Each|All)?|set[_]?up(?:_?all|_?each|Class|OnMainActor|WithError|_method|_class|_module)?|background|init(?:ialize)?|constructor|__construct|__init__)$/i;

/** What runs before a test: `beforeEach` of its groups and file, `setUp` and the constructor of its class. */
export function preparedFor(
  { file, node }: TestCase,
  cases: readonly TestCase[],
  root: SyntaxNode,
): readonly SyntaxNode[] {
  const groups = cases.filter((one) => one.file === file && one.isGroup && isInside(node, one.node));
  const own = [...root.children, ...groups.flatMap(({ body }) => statementsOf(body))];
  const types = new Set(groups.map(({ title }) => title));
  return own.filter((one) => {
    const call = isCall(one) ? one : one.children.find(isCall);
    const name = isFunction(one)
      ? (declaredName(one) ?? "")
      : call === undefined
        ? ""
        : (calleeNames(call).at(-1) ?? "");
    return preparing.test(name) || (isFunction(one) && (types.has(name) || isMarkedBefore(one)));
  });
}

/** JUnit's `@BeforeEach`, NUnit's `[SetUp]`, pytest's fixtures that are used by all. */
function isMarkedBefore({ text, parent }: SyntaxNode): boolean {
  const marks = parent?.type === "decorated_definition" ? parent.text : text;
  return /^\s*(?:@Before\w*|\[(?:OneTime)?SetUp\]|\[TestInitialize\]|#\[Before\]|@pytest\.fixture\([^)]{0,80}autouse\s*=\s*True)/.test(
    marks.slice(0, 300),
  );
}

function statementsOf(body: SyntaxNode): readonly SyntaxNode[] {
  const block = body.children
    .filter((child) => isBlock(child) || /_body$|declaration_list/.test(child.type))
    .at(-1);
  return (block ?? body).children;
}

function isSetup(node: SyntaxNode): boolean {
  return node.named && !isComment(node) && node.end - node.start <= maxSetup && /\W/.test(node.text.trim());
}

/** `describe.each(rows)` of the groups around a test. */
export function tablesOf({ file, node }: TestCase): readonly Helper[] {
  return [...above(node)].flatMap((outer) => {
    const table = isCall(outer) ? tableOfCall(outer) : tableOfLoop(outer, node);
    const fits = table !== null && table.end - table.start <= maxSetup && !isInside(node, table);
    return fits ? [{ file, node: table }] : [];
  });
}

/** `it.each([…])` of `it.each([…])(…)`, `[…]` of `[…].forEach(…)`. */
function tableOfCall({ children: [callee] }: SyntaxNode): SyntaxNode | null {
  if (callee === undefined) return null;
  if (isCall(callee)) return argumentsOf(callee).length > 0 ? callee : null;
  return /\.(?:forEach|each|map)$/.test(callee.text) ? (callee.children[0] ?? null) : null;
}

/** `[…]` of `for (const one of […])`. */
function tableOfLoop({ type, children }: SyntaxNode, inside: SyntaxNode): SyntaxNode | null {
  if (!/^for/.test(type)) return null;
  const ahead = children.filter((child) => child.named && child.end <= inside.start);
  return ahead.at(-1) ?? null;
}

/** Functions, types and shorter constants of test files that a test uses. */
export function helpersAround(
  { node }: TestCase,
  slice: readonly SyntaxNode[],
  paths: ReadonlyMap<SyntaxNode, string>,
): readonly Helper[] {
  return slice.flatMap((one) => {
    const file = paths.get(rootOf(one));
    const isOutside = file !== undefined && !(paths.get(rootOf(node)) === file && isInside(one, node));
    if (!isOutside) return [];
    const declaration = declarationOf(one);
    const isHelper = (isFunction(one) || isType(one)) && declaredName(one) !== null;
    const isConstant = declaration !== one && declaration.end - declaration.start <= maxSetup;
    return isHelper || isConstant ? [{ file, node: declaration }] : [];
  });
}

/** With its name: `const fake = () => …`. */
function declarationOf(node: SyntaxNode): SyntaxNode {
  const { parent } = node;
  return parent !== null && /declarator|declaration|assignment|expression_statement/.test(parent.type)
    ? declarationOf(parent)
    : node;
}
