import type { Place, TargetTrace, TracedEntry } from "./trace-target.ts";

/**
 * What a target makes of an entry. `implemented`: named in source and in tests; `untested`: in source alone; `tests-only`;
 * `missing`: nowhere; `retired`: named although the spec took it back.
 */
export type TraceState = "implemented" | "untested" | "tests-only" | "missing" | "retired";

export interface TracedState {
  readonly id: string;
  readonly state: TraceState;
  /** Named, and its text changed since the revision that the caller compares with. */
  readonly stale: boolean;
  readonly source: readonly Place[];
  readonly tests: readonly Place[];
}

export interface UnknownId {
  readonly id: string;
  readonly source: readonly Place[];
  readonly tests: readonly Place[];
}

/** One target against the whole spec. */
export interface TraceReport {
  readonly target: string;
  /** Files of source and tests that were read. */
  readonly files: number;
  readonly counts: TraceCounts;
  /** Every live entry, and the retired ones that are still named; in the spec's order. */
  readonly entries: readonly TracedState[];
  /** IDs written like those of the spec that the spec does not have, in alphabetical order. */
  readonly unknown: readonly UnknownId[];
}

/** Numbers of entries; `implemented` and `tested` overlap. */
export interface TraceCounts {
  /** Entries of the spec that are not retired. */
  readonly live: number;
  /** Named in source. */
  readonly implemented: number;
  /** Named in tests. */
  readonly tested: number;
  readonly missing: number;
  readonly stale: number;
  readonly retired: number;
  readonly unknown: number;
}

/** Says of each entry what a target makes of it. `changed`: IDs whose text is not what it was. */
export function traceReport(
  target: string,
  trace: TargetTrace,
  spec: readonly TracedEntry[],
  changed: ReadonlySet<string>,
): TraceReport {
  const entries = uniqueById(spec).flatMap((entry): TracedState[] => {
    const { source, tests } = trace.cited.get(entry.id) ?? { source: [], tests: [] };
    const named = source.length + tests.length > 0;
    if (entry.status === "retired" && !named) return [];
    const state = entry.status === "retired" ? "retired" : stateOf(source.length, tests.length);
    return [{ id: entry.id, state, stale: named && changed.has(entry.id), source, tests }];
  });
  const unknown = [...trace.unknown]
    .map(([id, { source, tests }]) => ({ id, source, tests }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { target, files: trace.files, counts: countsOf(entries, unknown.length), entries, unknown };
}

function uniqueById(entries: readonly TracedEntry[]): readonly TracedEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}

function stateOf(source: number, tests: number): TraceState {
  if (source > 0) return tests > 0 ? "implemented" : "untested";
  return tests > 0 ? "tests-only" : "missing";
}

function countsOf(entries: readonly TracedState[], unknown: number): TraceCounts {
  const count = (holds: (entry: TracedState) => boolean): number => entries.filter(holds).length;
  const live = (entry: TracedState): boolean => entry.state !== "retired";
  return {
    live: count(live),
    implemented: count((entry) => live(entry) && entry.source.length > 0),
    tested: count((entry) => live(entry) && entry.tests.length > 0),
    missing: count(({ state }) => state === "missing"),
    stale: count(({ stale }) => stale),
    retired: count(({ state }) => state === "retired"),
    unknown,
  };
}
