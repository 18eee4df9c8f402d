import type { Finding, SourceFile } from "../../entries/entry.ts";
import type { Cited, Place } from "../../trace/trace-target.ts";
import type { ParsedFile } from "../syntax/syntax-node.ts";
import type { VectorFile } from "../vectors/vector-file.ts";
import { checkDemand, type CheckedDemand } from "./check-demand.ts";
import { type EntryEvidence, gatherEvidence } from "./evidence.ts";
import { type CheckedVector, checkVector, holdsCases, withoutData } from "./vectors/check-vectors.ts";
import { entryFindings, stuffedTests, vectorFinding } from "./findings/entry-findings.ts";
import { interfaceFindings } from "./findings/interface-missing.ts";
import { type Mutation, mutationsIn } from "./mutations.ts";
import { withoutHollow } from "./findings/hollow-tests.ts";
import type { Product } from "./source/product.ts";
import { retiredFindings } from "./findings/retired-entries.ts";
import type { Tests } from "./tests/read-tests.ts";

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
  const { evidence, cited, product, tests } = gatherEvidence(facts);
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
    const checked = own.demands.map((demand) => checkDemand(demand, { ...own, readsData }));
    return { ...about, demands: withoutData(withoutHollow(checked, own.tests), vectors, entry.id) };
  });
  const said = new Set(vectors.flatMap(({ because }) => because ?? []));
  const findings = [
    ...entries.flatMap((entry) => entryFindings(entry, said)),
    ...vectors.flatMap(vectorFinding),
    ...stuffedTests([...evidence.values()].map((own) => own.tests)),
    ...retiredFindings(facts.entries, { cited, product, spec: facts.spec ?? facts.entries }),
    ...interfaceFindings(facts.interfaces, product),
  ];
  return { report: { entries, vectors, findings }, evidence, mutations: mutationsIn(evidence) };
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
