import type { JudgedEntry } from "../../core/code/verification/judge/full-report.ts";
import { withSupplement } from "../../core/code/verification/judge/full-report.ts";
import { readConformance } from "../../core/code/verification/conformance.ts";
import type { CodeRequest } from "../../core/code/code-request.ts";
import type { FileChange } from "../../core/code/file-change.ts";
import { planConformance } from "../../core/plan/plan-conformance.ts";
import type { SpecLeave } from "../../core/plan/spec-leave.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { factsOfWritten } from "../judge/written-conformance.ts";
import { withParsing } from "../writer/with-parsing.ts";
import type { JobPorts } from "./job-ports.ts";

interface ConformanceWork {
  readonly leave: SpecLeave;
  readonly branch: string;
  readonly pullRequest: number;
  readonly request: CodeRequest;
  /** Code of the commit that was written upon. */
  readonly code: readonly SourceFile[];
  readonly written: readonly FileChange[];
  /** What a judge said of what was written. */
  readonly judged?: readonly JudgedEntry[];
}

/** Writes the conformance check run of what now stands on the bot's branch. */
export async function checkConformanceOf({ github }: JobPorts, work: ConformanceWork): Promise<void> {
  const { leave, branch, pullRequest, request, code, written, judged = [] } = work;
  const headSha = await github.branchTip(leave.place, branch);
  if (headSha === null) return;
  const facts = await factsOfWritten(request, code, written);
  const { report, mutations } = readConformance(facts);
  const kept = await withParsing(mutations, facts.files);
  // Nobody asked for a judge here: that there was none is no finding.
  const answered = judged.filter(({ demands }) => demands !== null);
  const whole = withSupplement(report, { judged: answered, mutations: kept, ends: null });
  const { place, action } = planConformance(leave, whole, kept, headSha);
  await github.apply(place, pullRequest, action);
}
