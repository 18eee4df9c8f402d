import type { CodeRequest } from "../../core/code/code-request.ts";
import { fileRole } from "../../core/code/file-role.ts";
import type { FileChange } from "../../core/code/file-change.ts";
import { declaredNames } from "../../core/code/verification/findings/interface-missing.ts";
import { decisionsIn } from "../../core/design/decisions-in.ts";
import type { ConformanceFacts } from "../../core/code/verification/conformance.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { traceIndex } from "../../core/trace/trace-index.ts";
import { traceTarget } from "../../core/trace/trace-target.ts";
import { parseSyntax } from "../syntax/parse-syntax.ts";

/** What is checked of a target's code with the files of a change on top of it. */
export async function factsOfWritten(
  request: CodeRequest,
  code: readonly SourceFile[],
  written: readonly FileChange[],
): Promise<ConformanceFacts> {
  const files = new Map(code.map((file) => [file.path, file]));
  for (const { path, content } of written) {
    if (content === null) files.delete(path);
    else files.set(path, { path, text: content });
  }
  const all = [...files.values()];
  const { target, entries, neighbours, vectors, design } = request;
  const changed = new Set(written.map(({ path }) => path));
  const isCode = ({ path }: SourceFile): boolean => fileRole(path) !== "skipped";
  return {
    entries,
    cited: traceTarget(traceIndex(all, target.tag, target.testFolders), entries).cited,
    files: all,
    parsed: await parseSyntax(all.filter(isCode)),
    before: await parseSyntax(code.filter((file) => !changed.has(file.path) || isCode(file))),
    vectors,
    interfaces: design === null ? [] : declaredNames(design.text, target.language),
    around: neighbours,
    decided: design === null ? "" : decisionsIn(design.text),
    testFolders: target.testFolders,
  };
}
