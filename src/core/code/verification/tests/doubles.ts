import { calleeNames, isCall, isIdentifier, nameOf } from "../../syntax/node-kinds.ts";
import { isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isOfProduct, type Product } from "../source/product.ts";

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
