import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { ConfiguredTarget } from "../core/code/configured-target.ts";
import type { ConformanceFacts } from "../core/code/verification/conformance.ts";
import type { ParsedFile } from "../core/code/syntax/syntax-node.ts";
import type { Exemption } from "../core/code/verification/exemptions.ts";
import type { Entry, SourceFile } from "../core/entries/entry.ts";
import type { Cited } from "../core/trace/trace-target.ts";
import type { LocalSpec } from "../shell/target/read-spec.ts";
import { runGitSync } from "../shell/local-git/run-git.ts";
import { configuredFor } from "./configured-for.ts";

/** A target as the command line reads it, with where it names the spec's entries. */
export interface LocalTarget {
  readonly folder: string;
  readonly files: readonly SourceFile[];
  readonly cited: ReadonlyMap<string, Cited>;
  readonly config: ConfiguredTarget | undefined;
  readonly exemptions: readonly Exemption[];
}

/** Reads `DIR` or `DIR@REVISION`. Throws UserError when there is no such target. */
export async function openTarget(target: string, spec: LocalSpec): Promise<LocalTarget> {
  const { isCodeOrData, readTarget } = await import("../shell/target/read-target.ts");
  const { traceIndex } = await import("../core/trace/trace-index.ts");
  const { traceTarget } = await import("../core/trace/trace-target.ts");
  const { tagFormOf } = await import("../core/code/configured-target.ts");
  const { exemptionsIn, exemptionTrailer } = await import("../core/code/verification/exemptions.ts");
  const { folder, revision } = splitRevision(target);
  const config = configuredFor(folder, spec.config.targets);
  const files = readTarget(folder, revision, isCodeOrData);
  const tag = config === undefined ? undefined : tagFormOf(config);
  const trailers = trailersOf(folder, revision ?? "HEAD", exemptionTrailer);
  return {
    ...{ folder, files, config },
    cited: traceTarget(traceIndex(files, tag, config?.tests), spec.entries).cited,
    exemptions: [...(config?.doesNotApply ?? []), ...exemptionsIn(trailers)],
  };
}

/** What is checked of entries in a target; `previous` holds their earlier texts. */
export async function conformanceFacts(
  entries: readonly Entry[],
  {
    spec,
    target,
    previous,
    interfaces,
  }: {
    readonly spec: LocalSpec;
    readonly target: LocalTarget;
    readonly previous: ReadonlyMap<string, string>;
    readonly interfaces: readonly string[];
  },
): Promise<ConformanceFacts> {
  const { parseSyntax } = await import("../shell/syntax/parse-syntax.ts");
  const { extractVectors } = await import("../core/code/vectors/extract-vectors.ts");
  const { linesNaming, testDataOf } = await import("../core/entries/find-test-data.ts");
  const { aroundEntries } = await import("../core/code/verification/judge/around-entries.ts");
  const { exemptionOf } = await import("../core/code/verification/exemptions.ts");
  const { fileRole } = await import("../core/code/file-role.ts");
  const inside = relative(resolve("."), resolve(target.folder));
  const data = spec.testFiles.filter(({ path }) => inside === "" || !path.startsWith(`${inside}/`));
  const named = linesNaming(entries, data);
  const live = entries.filter(({ status }) => status !== "retired");
  const { vectors } = extractVectors({
    entries: live.map((entry) => ({ entry, testData: testDataOf(entry, named) })),
    files: data,
    folder: target.config?.vectors ?? `${target.config?.tests[0] ?? "test"}/spec-vectors`,
  });
  return {
    entries: entries.map(({ id, text, status }) => {
      const exempt = exemptionOf(id, target.exemptions);
      return {
        id,
        text,
        previousText: previous.get(id) ?? null,
        isRetired: status === "retired",
        ...(exempt === null ? {} : { exempt }),
      };
    }),
    spec: spec.entries,
    around: aroundEntries(entries, spec.entries),
    cited: target.cited,
    files: target.files,
    parsed: await parseSyntax(target.files.filter(({ path }) => fileRole(path) !== "skipped")),
    vectors: vectors.filter(({ entries: of }) =>
      of.every((id) => exemptionOf(id, target.exemptions) === null),
    ),
    interfaces,
    testFolders: target.config?.tests ?? [],
  };
}

/** The files that are different now as they stood at a revision, parsed. */
export async function earlierFiles(
  target: string,
  revision: string,
  now: readonly SourceFile[],
): Promise<readonly ParsedFile[]> {
  const { isCodeOrData, readTarget } = await import("../shell/target/read-target.ts");
  const { parseSyntax } = await import("../shell/syntax/parse-syntax.ts");
  const texts = new Map(now.map(({ path, text }) => [path, text]));
  const before = readTarget(splitRevision(target).folder, revision, isCodeOrData);
  // An unchanged file is its own earlier state.
  return parseSyntax(before.filter(({ path }) => texts.has(path)));
}

/** `DIR@REV`, unless there is a folder of just this name. */
export function splitRevision(target: string): { folder: string; revision: string | null } {
  const at = target.lastIndexOf("@");
  if (at <= 0 || existsSync(target)) return { folder: target, revision: null };
  return { folder: target.slice(0, at), revision: target.slice(at + 1) };
}

/** Values of a trailer in the commits of a clone; none where it is no clone. */
function trailersOf(folder: string, revision: string, key: string): string[] {
  const format = `--format=%(trailers:key=${key},valueonly)`;
  const { code, output } = runGitSync(folder, ["log", "-n", "3000", format, "--end-of-options", revision]);
  return code === 0
    ? output
        .toString("utf8")
        .split("\n")
        .filter((line) => line.trim() !== "")
    : [];
}
