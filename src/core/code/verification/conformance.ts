import type { Finding, SourceFile } from "../../entries/entry.ts";
import type { Cited, Place } from "../../trace/trace-target.ts";
import { fileRole } from "../context/file-role.ts";
import type { ParsedFile } from "../syntax/syntax-node.ts";
import type { VectorFile } from "../vectors/vector-file.ts";
import { checkDemand, type CheckedDemand, type EntryEvidence } from "./check-demand.ts";
import { type CheckedVector, checkVector, holdsCases, withoutData } from "./vectors/check-vectors.ts";
import { entryFindings, interfaceFindings, stuffedTests, vectorFinding } from "./findings/entry-findings.ts";
import { demandsOf } from "./demands/demands.ts";
import { type Mutation, mutationsOf } from "./mutations.ts";
import { withoutHollow } from "./findings/hollow-tests.ts";
import { inlineTests } from "./tests/inline-tests.ts";
import { isOfProduct, type Product, productOf, reachedFrom, type Unit } from "./source/product.ts";
import { retiredFindings } from "./findings/retired-entries.ts";
import { unitTagged } from "./tags/tags.ts";
import type { TestCase } from "./tests/test-cases.ts";
import { testsByTag } from "./tags/tests-by-tag.ts";
import { inheritedTests, withInheritedTags } from "./tags/inherited-tags.ts";
import { importedTexts } from "./source/imported-texts.ts";
import { readTests, type Tests } from "./tests/read-tests.ts";
import { withoutAmbiguousTags } from "./tags/ambiguous-tags.ts";

export interface ConformanceEntry {
  readonly id: string;
  /** Own text as Markdown. */
  readonly text: string;
  /** Its text before the change, or null; a retired entry's is what is to be gone. */
  readonly previousText?: string | null;
  readonly isRetired?: boolean;
  /** Why it does not apply to this target, as somebody wrote down; absent where it does. */
  readonly exempt?: string;
}

export interface ConformanceFacts {
  /** Entries the code is said to satisfy. */
  readonly entries: readonly ConformanceEntry[];
  /** Everything the spec has, to tell entries of the same number apart; by default `entries`. */
  readonly spec?: readonly { readonly id: string; readonly text: string }[];
  /** Where the target names them. */
  readonly cited: ReadonlyMap<string, Cited>;
  /** Source, tests and data files of the target. */
  readonly files: readonly SourceFile[];
  /** Those of them that are code, parsed. */
  readonly parsed: readonly ParsedFile[];
  /** The same as it stood before the change, where that is known: for the judge, which is shown what changed. */
  readonly before?: readonly ParsedFile[];
  /** The spec's test data as it must stand in the target. */
  readonly vectors: readonly VectorFile[];
  /** Names of the interfaces the design document declares. */
  readonly interfaces: readonly string[];
  /** Entries that are only to be read, as the parents of `entries`: for the judge. */
  readonly around?: readonly { readonly id: string; readonly text: string }[];
  /** What the design document says was decided: for the judge. */
  readonly decided?: string;
  /** Folders that hold tests whatever they are called. */
  readonly testFolders?: readonly string[];
}

export interface EntryConformance {
  readonly id: string;
  /** Lines of source and tests that carry its tag. */
  readonly source: readonly Place[];
  readonly tests: readonly Place[];
  readonly demands: readonly CheckedDemand[];
  /** Why it does not apply here, or null. */
  readonly exempt: string | null;
}

export interface ConformanceReport {
  readonly entries: readonly EntryConformance[];
  readonly vectors: readonly CheckedVector[];
  /** What does not hold; `file` and `line` are of the target. Empty: conforms, as far as text can show. */
  readonly findings: readonly Finding[];
}

/**
 * Checks by reading what code that says it satisfies entries shows of each demand of them: where its values stand in code
 * that a test gets to, and a test that runs, depends on the code and would notice. It proves absence of work, not its
 * correctness; running the tests is the target's CI's part.
 */
export function checkConformance(facts: ConformanceFacts): ConformanceReport {
  return readConformance(facts).report;
}

/** A report, and what it rests on: for who asks a judge, or tries mutations. */
interface ConformanceReading {
  readonly report: ConformanceReport;
  readonly evidence: ReadonlyMap<string, EntryEvidence>;
  /** Small changes that tests have to notice, by rule. */
  readonly mutations: readonly Mutation[];
}

/** As `checkConformance`, with what the report rests on. */
export function readConformance(facts: ConformanceFacts): ConformanceReading {
  const isTest = (path: string): boolean =>
    fileRole(path) === "test" || (facts.testFolders ?? []).some((folder) => path.startsWith(`${folder}/`));
  const source = facts.parsed.filter(({ path }) => !isTest(path));
  const inline = source.flatMap(inlineTests);
  const product = productOf(source, new Set(inline.flatMap(({ root }) => root ?? [])));
  const tests = readTests(
    [...facts.parsed.filter(({ path }) => isTest(path)), ...inline],
    product,
    facts.files,
  );
  const ids = new Set((facts.spec ?? facts.entries).map(({ id }) => id));
  const owned = withoutAmbiguousTags(facts.cited, facts.spec ?? facts.entries, facts.files);
  const cited = withInheritedTags(owned, [...ids]);
  const imported = importedTexts(facts.files, isTest);
  const live = facts.entries.filter(({ isRetired, exempt }) => isRetired !== true && exempt === undefined);
  const tagged = new Map([...cited].map(([id, { source }]) => [id, taggedUnits(source, product)]));
  const taggedTests = testsByTag(cited, tests);
  const evidence = new Map(
    live.map(({ id }) => {
      const own = gather(tagged.get(id) ?? [], inheritedTests(id, [...ids], taggedTests.of), product, tests);
      return [
        id,
        { ...own, imported, isHeadOnly: taggedTests.isHeadOnly(id), foreign: foreignTo(id, tagged) },
      ];
    }),
  );
  const vectors = checkedVectors(facts, evidence, product, tests);
  const entries = facts.entries.map((entry): EntryConformance => {
    const { source, tests: named } = cited.get(entry.id) ?? { source: [], tests: [] };
    const about = { id: entry.id, source, tests: named, exempt: entry.exempt ?? null };
    const own = evidence.get(entry.id);
    if (own === undefined) return { ...about, demands: [] };
    const readsData = vectors.some(
      ({ vector, state }) =>
        (state === "read" || state === "copied") &&
        (vector.entries.includes(entry.id) || sharesData(entry, vector, evidence)),
    );
    const asked = demandsOf(entry.text, ids);
    const seconds = asked.flatMap(({ literals }) =>
      literals.flatMap(({ unit, values }) => (unit === "seconds" ? values.slice(0, 1) : [])),
    );
    const whole = { ...own, text: entry.text, readsData, seconds };
    evidence.set(entry.id, whole);
    const demands = asked.map((demand) => checkDemand(demand, whole));
    return { ...about, demands: withoutData(withoutHollow(demands, whole.tests), vectors, entry.id) };
  });
  const findings = [
    ...entries.flatMap((entry) =>
      entryFindings(entry, new Set(vectors.flatMap(({ because }) => because ?? []))),
    ),
    ...vectors.flatMap(vectorFinding),
    ...stuffedTests(live.map(({ id }) => [id, evidence.get(id)?.tests ?? []] as const)),
    ...retiredFindings(facts.entries, { cited, product, spec: facts.spec ?? facts.entries }),
    ...interfaceFindings(facts.interfaces, product),
  ];
  return { report: { entries, vectors, findings }, evidence, mutations: mutationsIn(entries, evidence) };
}

/** "…, as the file says", and a test of it is one of another entry that names the file. */
function sharesData(
  { id, text }: ConformanceEntry,
  { entries }: VectorFile,
  evidence: ReadonlyMap<string, EntryEvidence>,
): boolean {
  const own = new Set(evidence.get(id)?.tests);
  return (
    /\bas (?:in )?the (?:file|rows?|table|vectors?|data)\b|\b(?:that|this|same|the) (?:file|table)\b/i.test(
      text,
    ) && entries.some((other) => evidence.get(other)?.tests.some((test) => own.has(test)) === true)
  );
}

function checkedVectors(
  { vectors, files }: ConformanceFacts,
  evidence: ReadonlyMap<string, EntryEvidence>,
  product: Product,
  tests: Tests,
): readonly CheckedVector[] {
  return vectors.filter(holdsCases).map((vector) => {
    const own = vector.entries.flatMap((id) => evidence.get(id)?.tests ?? []);
    const code = vector.entries.flatMap((id) => (evidence.get(id)?.near ?? []).map(({ values }) => values));
    return checkVector(
      vector,
      files,
      { own, code, source: product.units.map(({ values }) => values) },
      tests,
    );
  });
}

function mutationsIn(
  entries: readonly EntryConformance[],
  evidence: ReadonlyMap<string, EntryEvidence>,
): readonly Mutation[] {
  const found = entries.flatMap(({ id, demands }) => {
    const own = evidence.get(id);
    return own === undefined
      ? []
      : demands.flatMap(({ demand }) => mutationsOf(id, demand, own.tagged, own.near));
  });
  return distinct(found);
}

/** Demands of one entry often rest on the same line. */
function distinct(mutations: readonly Mutation[]): readonly Mutation[] {
  return [
    ...new Map(mutations.map((one) => [`${one.file}:${String(one.start)}:${one.replacement}`, one])).values(),
  ];
}

/** What the target has of one entry. Values may stand in what is tagged, in what that uses, and in what the tests get to. */
function gather(
  tagged: readonly Unit[],
  cases: readonly TestCase[],
  product: Product,
  tests: Tests,
): Omit<EntryEvidence, "foreign" | "isHeadOnly" | "imported"> {
  const read = cases.map((one) => tests.read(one));
  const uses = new Set(read.flatMap(({ uses: own }) => [...own]));
  const reached = uses.size === 0 ? null : reachedFrom(product, uses);
  const around = reachedFrom(
    product,
    tagged.flatMap(({ mentions }) => [...mentions]).filter((name) => isOfProduct(product, name)),
  );
  const sameFile = tagged.flatMap(({ file }) => product.byFile.get(file) ?? []);
  const near = unique([...tagged, ...sameFile, ...around, ...(reached ?? [])]);
  return {
    tagged,
    tests: read,
    reached,
    near,
    everywhere: product.units,
    product,
    text: "",
    seconds: [],
    readsData: false,
  };
}

function taggedUnits(places: readonly Place[], product: Product): readonly Unit[] {
  return unique(places.flatMap((place) => unitTagged(place, product) ?? []));
}

/** Functions that are said to be for other entries, and not for this one. */
function foreignTo(id: string, tagged: ReadonlyMap<string, readonly Unit[]>): ReadonlySet<Unit> {
  const own = new Set(tagged.get(id) ?? []);
  const others = [...tagged].flatMap(([other, units]) => (other === id ? [] : units));
  return new Set(others.filter((unit) => unit.kind === "function" && !own.has(unit)));
}

function unique<T>(items: readonly T[]): readonly T[] {
  return [...new Set(items)];
}
