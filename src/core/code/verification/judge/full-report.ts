import type { Finding } from "../../../entries/entry.ts";
import type { ConformanceReport } from "../conformance.ts";
import type { Mutation } from "../mutations.ts";
import type { JudgedDemand } from "./verify-reply.ts";

/** What a judge said of one entry; `demands` is null when it gave no answer, and `why` says why. */
export interface JudgedEntry {
  readonly id: string;
  readonly demands: readonly JudgedDemand[] | null;
  readonly why: string | null;
  /** US dollars; null when the model's price is unknown. */
  readonly costUsd: number | null;
  readonly tokens: number;
}

/** How a run with a mutation ended. `killed`: the command failed, as it should. `slow`: it did not end in time. */
export type MutationEnd = "killed" | "survived" | "slow";

/** What was done besides reading. */
export interface Supplement {
  readonly judged: readonly JudgedEntry[];
  readonly mutations: readonly Mutation[];
  /** Null when no command was run. */
  readonly ends: ReadonlyMap<Mutation, MutationEnd> | null;
}

export interface FullReport extends ConformanceReport {
  readonly supplement: Supplement;
}

/** The report with the findings of judge and mutations; code's own findings stand whatever a judge says. */
export function withSupplement(report: ConformanceReport, supplement: Supplement): FullReport {
  return {
    ...report,
    findings: [...report.findings, ...judgeFindings(supplement.judged), ...survivors(supplement)],
    supplement,
  };
}

/** What a judge has against entries, and entries that it did not judge. */
export function judgeFindings(judged: readonly JudgedEntry[]): Finding[] {
  return judged.flatMap(({ id, demands, why }) => {
    if (demands === null)
      return [
        {
          rule: "not-judged",
          id,
          file: "",
          line: 1,
          message: `${id} was not judged: ${why ?? "no answer"}.`,
        },
      ];
    return demands.flatMap(({ number, verdict, because, code, test }): Finding[] => {
      if (verdict !== "not met" && verdict !== "not tested") return [];
      const isMet = verdict === "not tested";
      const { file, line } = (isMet ? test : code) ?? code ?? test ?? { file: "", line: 1 };
      return [
        {
          rule: isMet ? "judged-not-tested" : "judged-not-met",
          id,
          file,
          line,
          message: `${id}.${String(number)} is ${verdict}, the judge says: ${because}`,
        },
      ];
    });
  });
}

function survivors({ mutations, ends }: Supplement): Finding[] {
  return mutations.flatMap((mutation): Finding[] => {
    if (ends?.get(mutation) !== "survived") return [];
    const { entry, demand, file, line, describes } = mutation;
    const message = `The tests pass although ${describes} (${entry}.${String(demand)}).`;
    return [{ rule: "mutation-survived", id: entry, file, line, message }];
  });
}
