import { type Bindings, bindingsOf } from "../../syntax/bindings.ts";
import {
  argumentsOf,
  identifiersIn,
  isCall,
  isFunction,
  isString,
  stringValue,
} from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type ParsedFile, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { type Values, valuesIn } from "../../syntax/values.ts";
import { type Assertion, assertionsIn, helpersIn } from "./assertions.ts";
import { sliceOf, type Lookup, lookupIn } from "./slice.ts";
import { withSideEffects } from "./side-effects.ts";
import { isCallCheck, mockedIn, callsReal, isOfDouble, isOfRecorder } from "./test-doubles.ts";
import { constantValues, isOfProduct, type Product } from "../source/product.ts";
import { runnable } from "./runnable.ts";
import { describedBy, type Helper, helpersAround, preparedFor, setupOf, tablesOf } from "./test-setup.ts";
import { isTautology } from "./tautology.ts";
import { dependsOnProduct } from "./depends-on-product.ts";
import { isSelfComparison, comparedSides, type Compared } from "./compared-sides.ts";
import { type TestCase, testCasesIn } from "./test-cases.ts";
import { uncollected } from "./uncollected.ts";
import type { SourceFile } from "../../../entries/entry.ts";
import { generatedTests } from "./generated-tests.ts";
import { isSnapshot, testProblem } from "./test-problem.ts";

/** An assertion with its slice, the nodes that decide what it says, and the values in them. */
export interface ReadAssertion extends Compared {
  readonly assertion: Assertion;
  readonly slice: readonly SyntaxNode[];
  readonly values: Values;
}

/** One test as it was read. */
export interface ReadTest {
  readonly test: TestCase;
  /** Assertions that depend on the product, each with all that it says. */
  readonly assertions: readonly ReadAssertion[];
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

/** Tests in which something can fail that comes from the product. */
export function provingTests(tests: readonly ReadTest[]): readonly ReadTest[] {
  return tests.filter(({ problem }) => problem === null);
}

/** What a test and its helpers say, each cut where it is long. */
export function textsOf({ test, helpers }: ReadTest): readonly string[] {
  return [test.node, ...helpers.map(({ node }) => node)].map(({ text }) => text.slice(0, 20_000));
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
  const cases = [...written, ...generatedTests(parsed, written)];
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
  const told = withSideEffects(lookup, around, (taker) =>
    dependsOnProduct(
      taker.flatMap((node) => sliceOf(node, lookup)),
      around,
    ),
  );
  const runs = [...preparedFor(test, around.cases, root), ...runnable(test.body, root)];
  const read = assertions.map((assertion) => {
    const slice = sliceOf(assertion.node, told);
    const depends =
      (!isOfDouble(assertion.node, around) && dependsOnProduct(slice, around)) ||
      ((isCallCheck({ assertion, slice }) || isOfRecorder(slice)) && callsReal(runs, assertion.node, around));
    return { assertion, slice, depends };
  });
  const real = read.filter(
    ({ assertion, depends }) =>
      depends &&
      !isSelfComparison(assertion.node, lookup) &&
      !isTautology(assertion.node) &&
      !isSnapshot(assertion),
  );
  const isSameOnBothSides =
    real.length === 0 && read.some(({ assertion, depends }) => depends && !isSnapshot(assertion));
  const body = [...runnable(test.body, root)].filter((node) => node.children.length === 0 || isString(node));
  const all = [...new Set(real.flatMap(({ slice }) => slice))];
  const title = titleOf(test);
  const prepared = preparedFor(test, around.cases, root);
  const names = namesIn([
    ...[test.node, ...body, ...all, ...sliceOf(test.node, lookup)],
    ...prepared.flatMap((node) => sliceOf(node, lookup)),
    ...describedBy(test),
  ]);
  return {
    test,
    assertions: real.map(({ assertion, slice }) => ({
      ...{ assertion, slice },
      values: withConstants(slice, product),
      ...comparedSides(assertion.node, lookup, product),
    })),
    problem:
      test.off ??
      testProblem(
        assertions,
        read.map(({ depends }) => depends),
        real.length,
      ),
    ...{ isSameOnBothSides, mocked: around.mocked },
    values: valuesIn(
      test.off === null ? [...sliceOf(test.node, lookup), ...all, ...constantValues(product, names)] : [],
      (node) => node === title,
    ),
    uses: new Set([...names].filter((name) => isOfProduct(product, name))),
    helpers: helpersOf(test, around, lookup),
  };
}

function helpersOf(test: TestCase, { cases, paths }: Around, lookup: Lookup): readonly Helper[] {
  const tables = tablesOf(test);
  const slice = [test.node, ...tables.map(({ node }) => node)].flatMap((node) => sliceOf(node, lookup));
  const all = [...tables, ...setupOf(test, cases), ...helpersAround(test, [...new Set(slice)], paths)];
  return all.filter(({ node }) => !all.some((other) => other.node !== node && isInside(node, other.node)));
}

function titleOf({ node, title }: TestCase): SyntaxNode | null {
  const call = [...nodesIn(node)].find(isCall);
  const first = call === undefined ? undefined : argumentsOf(call)[0];
  return first !== undefined && isString(first) && stringValue(first) === title ? first : null;
}

/** An assertion's values; a constant of the product stands for what it holds. */
function withConstants(slice: readonly SyntaxNode[], product: Product): Values {
  const constants = constantValues(product, namesIn(slice)).filter(
    // What a function gives something of that name, such as a field, is no constant.
    (value) => ![...above(value)].some(isFunction),
  );
  return valuesIn([...slice, ...constants]);
}

function namesIn(nodes: readonly SyntaxNode[]): ReadonlySet<string> {
  return new Set(nodes.flatMap((node) => [...identifiersIn(node)]));
}
