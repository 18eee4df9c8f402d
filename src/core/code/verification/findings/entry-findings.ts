import type { Finding } from "../../../entries/entry.ts";
import type { CheckedVector } from "../vectors/check-vectors.ts";
import type { EntryConformance } from "../conformance.ts";
import type { ReadTest } from "../tests/read-tests.ts";

/** One test that is tagged with more entries than this can hardly prove each of them. */
const maxTagsPerTest = 5;

/** `said`: what is said of test data already. */
export function entryFindings(
  { id, source, tests, demands }: EntryConformance,
  said: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  const unsaid = demands.filter(({ state, because }) => state !== "shown" && !said.has(because ?? ""));
  if (unsaid.length > 0 && source.length === 0)
    findings.push({ rule: "untagged-source", id, file: "", line: 1, message: `No source file names ${id}.` });
  const isTested = [...tests, ...demands.flatMap((demand) => demand.tests)].length > 0;
  if (demands.length > 0 && !isTested)
    findings.push({ rule: "untagged-test", id, file: "", line: 1, message: `No test names ${id}.` });
  for (const { demand, state, because, at, source: code, tests: proofs } of unsaid) {
    const place = at ?? proofs[0] ?? code[0] ?? tests[0] ?? source[0];
    const rule = state === "not found" ? "demand-not-found" : "demand-named-only";
    findings.push({
      rule,
      id,
      file: place?.file ?? "",
      line: place?.line ?? 1,
      message: `${id}.${String(demand.number)} is ${state}: ${because ?? ""}`,
    });
  }
  return findings;
}

export function vectorFinding({ vector, state, path, because }: CheckedVector): Finding[] {
  if (because === null) return [];
  return [
    { rule: `vector-${state}`, id: vector.entries[0] ?? null, file: path ?? "", line: 1, message: because },
  ];
}

/** Tests tagged with so many entries that the tags say nothing. */
export function stuffedTests(tagged: readonly (readonly ReadTest[])[]): Finding[] {
  const byTest = new Map<ReadTest, number>();
  for (const test of tagged.flat()) byTest.set(test, (byTest.get(test) ?? 0) + 1);
  return [...byTest].flatMap(([{ test }, count]) => {
    if (count <= maxTagsPerTest) return [];
    const message = `One test is tagged with ${String(count)} entries; a test proves one or a few.`;
    return [{ rule: "tag-stuffing", id: null, file: test.file, line: test.node.line, message }];
  });
}
