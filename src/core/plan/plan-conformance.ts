import type { Supplement } from "../code/verification/judge/full-report.ts";
import type { ConformanceReport } from "../code/verification/conformance.ts";
import type { Mutation } from "../code/verification/mutations.ts";
import { conformanceCheck, conformanceCheckName } from "../message/conformance-check.ts";
import type { RepositoryRef } from "../repository-ref.ts";
import type { GitHubAction } from "./action.ts";
import type { SpecLeave } from "./spec-leave.ts";

/** The check run that says how far a code pull request shows what its entries demand, and where it goes. */
export function planConformance(
  { place }: SpecLeave,
  report: ConformanceReport & { readonly supplement?: Supplement },
  mutations: readonly Mutation[],
  headSha: string,
): { readonly place: RepositoryRef; readonly action: GitHubAction } {
  const action = {
    type: "check-run",
    headSha,
    name: conformanceCheckName,
    conclusion: report.findings.length === 0 ? "success" : "neutral",
    ...conformanceCheck(report, mutations),
    text: null,
    annotations: [],
    buttons: [],
  } as const;
  return { place, action };
}
