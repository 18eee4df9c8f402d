import type { Besides } from "../code/verification/besides.ts";
import type { ConformanceReport } from "../code/verification/conformance.ts";
import type { Mutation } from "../code/verification/mutations.ts";
import { conformanceCheck, conformanceCheckName } from "../message/conformance-check.ts";
import type { GitHubAction } from "./action.ts";

/** The check run that says how far a code pull request shows what its entries demand. */
export function planConformance(
  report: ConformanceReport & { readonly besides?: Besides },
  mutations: readonly Mutation[],
  headSha: string,
): GitHubAction {
  return {
    type: "check-run",
    headSha,
    name: conformanceCheckName,
    conclusion: report.findings.length === 0 ? "success" : "neutral",
    ...conformanceCheck(report, mutations),
    text: null,
    annotations: [],
    buttons: [],
  };
}
