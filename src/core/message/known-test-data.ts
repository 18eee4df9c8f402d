import type { Recommendation } from "../decision/review.ts";

/** A piece of test data of an entry; `inText` when the entry's own text holds it. */
interface KnownTestData {
  readonly file: string;
  readonly line: number;
  readonly inText: boolean;
}

/** The first piece of test data that is known for an entry, or null. */
export function knownTestData({ testData, criteria }: Recommendation): KnownTestData | null {
  const [first] = testData;
  if (first !== undefined) return { file: first.file, line: first.line, inText: false };
  const example = criteria.find(({ id, verdict }) => id === "test-data" && verdict === "yes")?.evidence[0];
  return example === undefined ? null : { file: example.file, line: example.line, inText: true };
}
