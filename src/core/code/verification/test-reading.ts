import type { Bindings } from "../syntax/bindings.ts";
import { bindingsOf } from "../syntax/bindings.ts";
import {
  argumentsOf,
  calleeNames,
  isCall,
  isFunction,
  isIdentifier,
  isString,
  nameOf,
  stringValue,
} from "../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type ParsedFile, type SyntaxNode } from "../syntax/syntax-node.ts";
import { type Values, valuesIn } from "../syntax/values.ts";
import { type Assertion, assertionsIn, helpersIn } from "./assertions.ts";
import { closureOf, type Lookup, lookupIn } from "./closure.ts";
import { withInfluence } from "./influence.ts";
import { isCallCheck } from "./call-check.ts";
import { mockedIn } from "./mocks.ts";
import { constantValues, isOfProduct, type Product } from "./product.ts";
import { runnable } from "./runnable.ts";
import { describedBy, type Helper, helpersAround, preparedFor, setupOf, tablesOf } from "./around-test.ts";
import { isVacuous } from "./vacuous.ts";
import { builtIn, dependsOnProduct } from "./depends-on-product.ts";
import { comparedIn, isSameBothSides } from "./same-sides.ts";
import { type TestCase, testCasesIn } from "./test-cases.ts";
import { uncollected } from "./uncollected.ts";
import type { SourceFile } from "../../entries/entry.ts";
import { madeTests } from "./made-tests.ts";

type Sides = readonly [ReadonlySet<string>, ReadonlySet<string>];

/** An assertion with the nodes that decide what it says, and the values in them. */
export interface Telling {
  readonly assertion: Assertion;
  readonly closure: readonly SyntaxNode[];
  readonly values: Values;
  /** Both of what it compares are worked out by the product. */
  readonly isOfItself: boolean;
  /** Functions of the product that each side of what it compares calls. */
  readonly sides: readonly Sides[];
}

/** One test as it was read. */
export interface ReadTest {
  readonly test: TestCase;
  /** Assertions that depend on the product, each with all that it says. */
  readonly telling: readonly Telling[];
  /** Why it proves nothing, or null. */
  readonly problem: string | null;
  /** Names of the product that are replaced while it runs. */
  readonly mocked: ReadonlySet<string>;
  /** All that it asserts compares things with themselves. */
  readonly isSameOnBothSides: boolean;
  /** Everything that can run in it, and what the names in it stand for in tests. */
  readonly values: Values;
  /** Names of the product that it uses. */
  readonly uses: ReadonlySet<string>;
  /** Functions and types of test files that it uses, in whatever file. */
  readonly helpers: readonly Helper[];
}

export interface Tests {
  readonly cases: readonly TestCase[];
  readonly roots: ReadonlyMap<string, SyntaxNode>;
  read(test: TestCase): ReadTest;
}

/** Reads the tests of a target; each test on demand and once. */
export function readTests(
  files: readonly ParsedFile[],
  product: Product,
  target: readonly SourceFile[],
): Tests {
  const parsed = files.flatMap(({ path, root }) => (root === null ? [] : [{ path, root }]));
  const roots = new Map(parsed.map(({ path, root }) => [path, root]));
  const paths = new Map(parsed.map(({ path, root }) => [root, path]));
  const bindings = new Map(parsed.map(({ path, root }) => [path, bindingsOf(root)]));
  const isOurs = (name: string): boolean => product.byName.has(name);
  const helpers = helpersIn([...roots.values()], isOurs);
  const known = new Map<TestCase, ReadTest>();
  const written = files.flatMap((file) => casesIn(file, target));
  const cases = [...written, ...madeTests(parsed, written)];
  const read = (test: TestCase): ReadTest => {
    const root = roots.get(test.file);
    const own = bindings.get(test.file) ?? new Map<string, SyntaxNode[]>();
    if (root === undefined) throw new Error(`The test file ${test.file} was not parsed.`);
    const others = [...bindings].flatMap(([path, bound]) => (path === test.file ? [] : [bound]));
    const lookup = lookupIn(test.node, own, others);
    const assertions = test.off === null ? assertionsIn(test.body, root, { helpers, isOurs }) : [];
    const elsewhere = cases
      .filter((one) => one.file === test.file && !one.isGroup && one !== test)
      .map(({ node }) => node);
    return readOne(test, assertions, {
      cases,
      paths,
      root,
      lookup,
      product,
      mocked: mockedIn(root, product, new Set(elsewhere)),
      own,
      isDescribed: [...namesIn(describedBy(test))].some((name) => isOfProduct(product, name)),
      elsewhere,
    });
  };
  return {
    cases,
    roots,
    read: (test) => {
      const before = known.get(test);
      if (before !== undefined) return before;
      const now = read(test);
      known.set(test, now);
      return now;
    },
  };
}

function casesIn(file: ParsedFile, target: readonly SourceFile[]): readonly TestCase[] {
  const found = testCasesIn(file);
  const off = found.some(({ isGroup }) => !isGroup) ? uncollected(file.path, file.text, target) : null;
  return off === null ? found : found.map((one) => ({ ...one, off: one.off ?? off }));
}

interface Around {
  readonly cases: readonly TestCase[];
  /** Files by their roots. */
  readonly paths: ReadonlyMap<SyntaxNode, string>;
  readonly root: SyntaxNode;
  readonly lookup: Lookup;
  readonly product: Product;
  readonly mocked: ReadonlySet<string>;
  readonly own: Bindings;
  /** Its groups are about something of the product. */
  readonly isDescribed: boolean;
  /** The other tests of its file. */
  readonly elsewhere: readonly SyntaxNode[];
}

function readOne(test: TestCase, assertions: readonly Assertion[], around: Around): ReadTest {
  const { root, product, lookup } = around;
  const told = withInfluence(lookup, around, (taker) =>
    dependsOnProduct(
      taker.flatMap((node) => closureOf(node, lookup)),
      around,
    ),
  );
  const runs = [...preparedFor(test, around.cases, root), ...runnable(test.body, root)];
  const read = assertions.map((assertion) => {
    const closure = closureOf(assertion.node, told);
    const depends =
      (!isOfDouble(assertion.node, around) && dependsOnProduct(closure, around)) ||
      ((isCallCheck({ assertion, closure }) || isOfRecorder(closure)) &&
        callsReal(runs, assertion.node, around));
    return { assertion, closure, depends };
  });
  const real = read.filter(
    ({ assertion, depends }) =>
      depends &&
      !isSameBothSides(assertion.node, lookup) &&
      !isVacuous(assertion.node) &&
      !isSnapshot(assertion),
  );
  const isSameOnBothSides =
    real.length === 0 && read.some(({ assertion, depends }) => depends && !isSnapshot(assertion));
  const body = [...runnable(test.body, root)].filter((node) => node.children.length === 0 || isString(node));
  const all = [...new Set(real.flatMap(({ closure }) => closure))];
  const title = titleOf(test);
  const prepared = preparedFor(test, around.cases, root);
  const names = namesIn([
    ...[test.node, ...body, ...all, ...closureOf(test.node, lookup)],
    ...prepared.flatMap((node) => closureOf(node, lookup)),
    ...describedBy(test),
  ]);
  return {
    test,
    telling: real.map(({ assertion, closure }) => ({
      ...{ assertion, closure },
      values: withConstants(closure, product),
      ...comparedBy(assertion.node, lookup, product),
    })),
    problem:
      test.off ??
      problemOf(
        assertions,
        read.map(({ depends }) => depends),
        real.length,
      ),
    ...{ isSameOnBothSides, mocked: around.mocked },
    values: valuesIn(
      test.off === null ? [...closureOf(test.node, lookup), ...all, ...constantValues(product, names)] : [],
      (node) => node === title,
    ),
    uses: new Set([...names].filter((name) => isOfProduct(product, name))),
    helpers: helpersOf(test, around, lookup),
  };
}

function helpersOf(test: TestCase, { cases, paths }: Around, lookup: Lookup): readonly Helper[] {
  const tables = tablesOf(test);
  const closure = [test.node, ...tables.map(({ node }) => node)].flatMap((node) => closureOf(node, lookup));
  const all = [...tables, ...setupOf(test, cases), ...helpersAround(test, [...new Set(closure)], paths)];
  return all.filter(({ node }) => !all.some((other) => other.node !== node && isInside(node, other.node)));
}

/** What it calls is replaced for the test, and nothing else of the product is called in it. */
function isOfDouble(assertion: SyntaxNode, { mocked, product }: Around): boolean {
  const called = [...nodesIn(assertion)].filter(isCall).map((call) => calleeNames(call).at(-1) ?? "");
  const ours = called.filter((name) => product.byName.get(name)?.some(({ kind }) => kind === "function"));
  return ours.length > 0 && ours.every((name) => mocked.has(name));
}

/** What a framework writes down of a run: output, logs, files, mail. */
const recorders =
  /^(?:caplog|capsys|capfd|recwarn|tmp_path|tmpdir|mailoutbox|requests_mock|httpx_mock|respx_mock)$/;

function isOfRecorder(closure: readonly SyntaxNode[]): boolean {
  return closure.some((start) =>
    [...nodesIn(start)].some((node) => isIdentifier(node) && recorders.test(nameOf(node))),
  );
}

/** What a double was called with is what the product did, where the test runs something of the product that is none. */
function callsReal(runs: readonly SyntaxNode[], assertion: SyntaxNode, { mocked, product }: Around): boolean {
  return runs.some((node) => {
    if (!isCall(node) || isInside(node, assertion)) return false;
    const names = calleeNames(node);
    return !names.some((name) => mocked.has(name)) && isOfProduct(product, names.at(-1) ?? "");
  });
}

function comparedBy(
  assertion: SyntaxNode,
  lookup: Lookup,
  product: Product,
): Pick<Telling, "isOfItself" | "sides"> {
  const sides = sidesOf(assertion, lookup, product);
  return { sides, isOfItself: sides.some(([left, right]) => left.size > 0 && right.size > 0) };
}

/** Functions of the product that the sides of each comparison for equality call. */
function sidesOf(assertion: SyntaxNode, lookup: Lookup, product: Product): readonly Sides[] {
  const called = (side: SyntaxNode): ReadonlySet<string> =>
    new Set(
      closureOf(side, lookup)
        .flatMap((node) => [...nodesIn(node)].filter(isCall))
        .filter((call) => !isOfLanguage(calleeNames(call), product))
        .map((call) => calleeNames(call).at(-1) ?? "")
        .filter((name) => product.byName.get(name)?.some(({ kind }) => kind === "function")),
    );
  return comparedIn(assertion).map(([left, right]) => [called(left), called(right)] as const);
}

/** `Optional.of(x)`, whatever the product calls `of`. */
function isOfLanguage(names: readonly string[], product: Product): boolean {
  const [first = ""] = names;
  return names.length > 1 && /^[A-Z]/.test(first) && builtIn.has(first) && !isOfProduct(product, first);
}

function titleOf({ node, title }: TestCase): SyntaxNode | null {
  const call = [...nodesIn(node)].find(isCall);
  const first = call === undefined ? undefined : argumentsOf(call)[0];
  return first !== undefined && isString(first) && stringValue(first) === title ? first : null;
}

function problemOf(
  assertions: readonly Assertion[],
  depends: readonly boolean[],
  real: number,
): string | null {
  if (real > 0) return null;
  if (assertions.length === 0) return "nothing in it can fail";
  if (assertions.every((one) => isSnapshot(one)))
    return "it only compares with what was stored the last time";
  if (!depends.some((one) => one)) return "what it asserts does not come from the code";
  return assertions.some(({ node }) => isVacuous(node))
    ? "what it asserts holds whatever the code does"
    : "it compares something with itself";
}

function isSnapshot({ node }: Assertion): boolean {
  return (
    /(?:toMatchSnapshot|toMatchFileSnapshot|assertMatchesSnapshot|matchesSnapshot|assertSnapshot|toThrowErrorMatchingSnapshot|matches_snapshot|snapshot)\b/.test(
      node.text,
    ) && !/InlineSnapshot/.test(node.text)
  );
}

/** An assertion's values; a constant of the product stands for what it holds. */
function withConstants(closure: readonly SyntaxNode[], product: Product): Values {
  const constants = constantValues(product, namesIn(closure)).filter(
    // What a function gives something of that name, such as a field, is no constant.
    (value) => ![...above(value)].some(isFunction),
  );
  return valuesIn([...closure, ...constants]);
}

function namesIn(nodes: Iterable<SyntaxNode>): Set<string> {
  const names = new Set<string>();
  for (const start of nodes)
    for (const node of nodesIn(start)) if (isIdentifier(node)) names.add(nameOf(node));
  return names;
}
