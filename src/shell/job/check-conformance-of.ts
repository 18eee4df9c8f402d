import { readConformance } from "../../core/code/verification/conformance.ts";
import { declaredNames } from "../../core/code/verification/declared-names.ts";
import type { CodeRequest } from "../../core/code/code-request.ts";
import type { FileChange } from "../../core/code/file-change.ts";
import { traceIndex } from "../../core/trace/trace-index.ts";
import { traceTarget } from "../../core/trace/trace-target.ts";
import { planConformance } from "../../core/plan/plan-conformance.ts";
import type { GitHubAction } from "../../core/plan/action.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { fileRole } from "../../core/code/context/file-role.ts";
import { parseSyntax } from "../syntax/parse-syntax.ts";
import { withParsing } from "../writer/with-parsing.ts";
import type { RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";

interface ConformanceWork {
  readonly repository: RepositoryRef;
  readonly branch: string;
  readonly pullRequest: number;
  readonly request: CodeRequest;
  /** Code of the commit that was written upon. */
  readonly code: readonly SourceFile[];
  readonly written: readonly FileChange[];
}

/** Writes the conformance check run of what now stands on the bot's branch. */
export async function checkConformanceOf({ github }: JobPorts, work: ConformanceWork): Promise<void> {
  const { repository, branch, pullRequest, request, code, written } = work;
  const headSha = await github.branchTip(repository, branch);
  if (headSha === null) return;
  await github.apply(repository, pullRequest, await conformanceOf(request, code, written, headSha));
}

/** The target's code with the files written on top of it. */
async function conformanceOf(
  request: CodeRequest,
  code: readonly SourceFile[],
  written: readonly FileChange[],
  headSha: string,
): Promise<GitHubAction> {
  const files = new Map(code.map((file) => [file.path, file]));
  for (const { path, content } of written) {
    if (content === null) files.delete(path);
    else files.set(path, { path, text: content });
  }
  const all = [...files.values()];
  const { target, entries, vectors, design } = request;
  const { cited } = traceTarget(traceIndex(all, target.tag, target.testFolders), entries);
  const interfaces = design === null ? [] : declaredNames(design.text, target.language);
  const parsed = await parseSyntax(all.filter(({ path }) => fileRole(path) !== "skipped"));
  const { testFolders } = target;
  const { report, mutations } = readConformance({
    entries,
    cited,
    files: all,
    parsed,
    vectors,
    interfaces,
    testFolders,
  });
  return planConformance(report, await withParsing(mutations, all), headSha);
}
