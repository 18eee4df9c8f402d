import type { CheckedDemand } from "../code/verification/check-demand.ts";
import type { FullReport } from "../code/verification/judge/full-report.ts";
import type { Demand } from "../code/verification/demands/demands.ts";

/** The report for machines, version 1. */
export function conformanceJson({ entries, vectors, findings, supplement }: FullReport): object {
  const { judged, mutations, ends } = supplement;
  return {
    version: 1,
    entries: entries.map(({ id, source, tests, exempt, demands }) => ({
      id,
      source,
      tests,
      exempt,
      demands: demands.map(checkedJson),
      findings: findings.filter((one) => one.id === id),
    })),
    vectors: vectors.map(({ vector, state, path, because }) => ({
      entries: vector.entries,
      source: vector.source,
      state,
      path,
      because,
    })),
    judged: judged.map(({ id, demands, why, costUsd, tokens }) => ({
      ...{ id, why, costUsd, tokens },
      demands:
        demands?.map(({ number, verdict, because, code, test }) => ({
          number,
          verdict,
          because,
          code,
          test,
        })) ?? null,
    })),
    mutations: mutations.map((one) => {
      const { entry, demand, file, line, describes, by, replacement } = one;
      return { entry, demand, file, line, describes, by, replacement, end: ends?.get(one) ?? null };
    }),
    findings,
  };
}

function checkedJson({ demand, state, source, tests, because }: CheckedDemand): object {
  return { ...demandJson(demand), state, source, tests, because };
}

/** A demand for machines: its words, where they stand in the entry's own text, and the values it fixes. */
export function demandJson({ number, kind, quote, start, end, literals }: Demand): object {
  return {
    number,
    kind,
    quote,
    start,
    end,
    values: literals.map(({ kind: of, text, isResult }) => ({ kind: of, text, isResult })),
  };
}
