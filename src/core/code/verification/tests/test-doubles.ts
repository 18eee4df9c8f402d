import {
  argumentsOf,
  calleeNames,
  identifiersIn,
  isCall,
  isIdentifier,
  isString,
  nameOf,
  stringValue,
} from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode, isInside } from "../../syntax/syntax-node.ts";
import { isMember } from "./slice.ts";
import { type Product, isOfProduct } from "../source/product.ts";
import type { ReadAssertion } from "./read-tests.ts";

/** Names of the product that a test, or its file around it, replaces by something of its own. */
export function mockedIn(
  root: SyntaxNode,
  product: Product,
  elsewhere: ReadonlySet<SyntaxNode>,
): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesIn(root, (one) => !elsewhere.has(one))) {
    if (!isCall(node) || elsewhere.has(node)) continue;
    for (const name of [
      ...replacedModule(node, root, product),
      ...replacedMember(node, product),
      ...replacedType(node, product),
    ])
      names.add(name);
  }
  return names;
}

/** `jest.mock("../src/x")`: everything that is imported from there, and what stands there. */
function replacedModule(call: SyntaxNode, root: SyntaxNode, { byFile }: Product): string[] {
  const given = argumentsOf(call);
  const isModule = /^(?:jest|vi)\.(?:mock|doMock|unstable_mockModule)$/.test(calleeNames(call).join("."));
  if (!isModule || /requireActual|importActual/.test(given[1]?.text ?? "")) return [];
  const module = given[0] === undefined ? "" : stringValue(given[0]);
  const path = module.replace(/^(?:\.{1,2}\/)+|\.[cm]?[jt]sx?$/g, "");
  const replaced = [...byFile].filter(
    ([file]) => module.startsWith(".") && `/${file.replace(/\.[^./]+$/, "")}`.endsWith(`/${path}`),
  );
  return [
    ...importedFrom(root, module),
    ...replaced.flatMap(([, units]) =>
      units.flatMap(({ name, owner }) => (owner?.kind === "top" && name !== null ? [name] : [])),
    ),
  ];
}

/** `patch("a.b.verify")`, `stub(mod, "verify")`, `receive(:verify)`; spying without a new answer replaces nothing. */
function replacedMember(call: SyntaxNode, { byName }: Product): string[] {
  const callee = calleeNames(call);
  const last = callee.at(-1) ?? "";
  const replaces =
    /^(?:patch|setattr|object|stub|receive|replace|spyOn|method|swizzle)$/.test(last) ||
    callee.includes("patch");
  const isWatched =
    last === "spyOn" && !/^[^;]{0,300}\.mock(?:Return|Resolved|Rejected|Implementation)/.test(afterOf(call));
  if (!replaces || isWatched) return [];
  return argumentsOf(call).flatMap((one) => {
    const word =
      isString(one) || one.type.includes("symbol") ? (stringValue(one).split(/[.:/]/).at(-1) ?? "") : "";
    return byName.has(word) ? [word] : [];
  });
}

/** `mock(Order.class)`, `every { tokens.verify(any()) }`, `when(order.submit())`. */
function replacedType(call: SyntaxNode, { byName }: Product): string[] {
  const last = calleeNames(call).at(-1) ?? "";
  // Kotest's `given("a full tank") { … }` tells a story.
  const isAnswer = /^(?:every|when|given)$/.test(last) && !/^`?\w+`?\s*\(\s*"/.test(call.text);
  const isMaker =
    /^(?:mock|mockk|createMock|createStub|getMockBuilder|instance_double|Mock|mockStatic|mockObject)$/.test(
      last,
    );
  if (!isAnswer && !isMaker) return [];
  const inside = [...argumentsOf(call), ...call.children]
    .flatMap((one) => [...nodesIn(one)])
    .filter(isIdentifier);
  if (isAnswer) return inside.filter((node) => isMember(node) && byName.has(nameOf(node))).map(nameOf);
  // Of `Order.Line` it is the line that is replaced.
  const types = inside.filter((node) => (byName.get(nameOf(node)) ?? []).some(({ kind }) => kind === "type"));
  return types.slice(-1).map(nameOf);
}

function afterOf(node: SyntaxNode): string {
  let top = node;
  for (
    let at = node.parent;
    at !== null && at.type !== "expression_statement" && at.end - at.start < 2000;
    at = at.parent
  )
    top = at;
  return top.text.slice(node.end - top.start);
}

function importedFrom(root: SyntaxNode, module: string): string[] {
  return root.children
    .filter(({ type, text }) => /import|lexical|variable|expression/.test(type) && text.includes(module))
    .flatMap((node) => [...identifiersIn(node)]);
}

/** The product, and names of it that are replaced for the test. */
interface Doubles {
  readonly mocked: ReadonlySet<string>;
  readonly product: Product;
}

/** What it calls is replaced for the test, and nothing else of the product is called in it. */
export function isOfDouble(assertion: SyntaxNode, { mocked, product }: Doubles): boolean {
  const called = [...nodesIn(assertion)].filter(isCall).map((call) => calleeNames(call).at(-1) ?? "");
  const ours = called.filter((name) => product.byName.get(name)?.some(({ kind }) => kind === "function"));
  return ours.length > 0 && ours.every((name) => mocked.has(name));
}

/** What a framework writes down of a run: output, logs, files, mail. */
const recorders =
  /^(?:caplog|capsys|capfd|recwarn|tmp_path|tmpdir|mailoutbox|requests_mock|httpx_mock|respx_mock)$/;

/** Whether an assertion is about what a framework writes down. */
export function isOfRecorder(slice: readonly SyntaxNode[]): boolean {
  return slice.some((start) =>
    [...nodesIn(start)].some((node) => isIdentifier(node) && recorders.test(nameOf(node))),
  );
}

/** What a double was called with is what the product did, where the test runs something of the product that is none. */
export function callsReal(
  runs: readonly SyntaxNode[],
  assertion: SyntaxNode,
  { mocked, product }: Doubles,
): boolean {
  return runs.some((node) => {
    if (!isCall(node) || isInside(node, assertion)) return false;
    const names = calleeNames(node);
    return !names.some((name) => mocked.has(name)) && isOfProduct(product, names.at(-1) ?? "");
  });
}

/** One assertion that something was called, whatever else was. */
export function isCallCheck({ assertion, slice }: Pick<ReadAssertion, "assertion" | "slice">): boolean {
  return (
    /toHaveBeenCalled(?!Before|After)|\bassert_(?:called|any_call|not_called)|\.called(?:Once|With)?\b|calledOnce|callCount|\bverify(?:Never|Exactly)?\b|\bReceived\(|have_received/.test(
      assertion.node.text,
    ) &&
    !slice.some(({ text }) =>
      /[iI]n_?[oO]rder|invocationCallOrder|mock_calls|call_args_list|has_calls|\.ordered\b|calledBefore|calledAfter/.test(
        text,
      ),
    )
  );
}
