import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileRole } from "../../../../src/core/code/file-role.ts";
import { type ConformanceFacts } from "../../../../src/core/code/verification/conformance.ts";
import { extractVectors } from "../../../../src/core/code/vectors/extract-vectors.ts";
import { linesNaming, testDataOf } from "../../../../src/core/entries/find-test-data.ts";
import { traceIndex } from "../../../../src/core/trace/trace-index.ts";
import { traceTarget } from "../../../../src/core/trace/trace-target.ts";
import { parseSyntax } from "../../../../src/shell/syntax/parse-syntax.ts";
import { readSpec } from "../../../../src/shell/target/read-spec.ts";
import { isCodeOrData, readTarget } from "../../../../src/shell/target/read-target.ts";

/** What is checked of a folder with a spec (and how it was before) and the code that says it satisfies it. */
export async function readGiven(folder: string): Promise<ConformanceFacts> {
  const one = join(folder, "spec.md");
  const { entries, testFiles } = readSpec(existsSync(one) ? one : join(folder, "specs"));
  const data = testFiles.filter(({ path }) => !path.startsWith("sdk/"));
  const named = linesNaming(entries, data);
  const before = join(folder, "base.md");
  const earlier = new Map(
    existsSync(before) ? readSpec(before).entries.map(({ id, text }) => [id, text]) : [],
  );
  const files = readTarget(join(folder, "sdk"), null, isCodeOrData);
  const { vectors } = extractVectors({
    entries: entries.map((entry) => ({ entry, testData: testDataOf(entry, named) })),
    files: data,
    folder: "test/spec-vectors",
  });
  return {
    entries: entries.map(({ id, text, status }) => ({
      ...{ id, text, isRetired: status === "retired", previousText: earlier.get(id) ?? null },
    })),
    cited: traceTarget(traceIndex(files), entries).cited,
    files,
    parsed: await parseSyntax(files.filter(({ path }) => fileRole(path) !== "skipped")),
    vectors,
    interfaces: [],
  };
}
