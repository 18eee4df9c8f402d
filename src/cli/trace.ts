import { type Command, Option } from "commander";
import type { TraceReport } from "../core/trace/trace-report.ts";
import type { RepoConfig } from "../core/repo-config.ts";
import type { Entry } from "../core/entries/entry.ts";
import { splitRevision } from "./check-target.ts";

interface Options {
  readonly spec: string[];
  readonly since?: string;
  readonly format: "table" | "json" | "matrix";
}

/** `twopath trace`: which entries each target implements and tests, which are stale, retired or unknown. */
export function registerTrace(program: Command): void {
  program
    .command("trace")
    .description("show which entries targets implement and test, by the IDs that their code names")
    .argument("<target...>", "folder of a checkout, bare repository, or either with @REVISION")
    .option("--spec <path...>", "spec files, or folders that hold them", ["."])
    .option("--since <rev>", "entries whose text changed after this revision of the spec are stale")
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["table", "json", "matrix"])
        .default("table"),
    )
    .addHelpText("after", "\nExample: twopath trace ../sdk-js ../sdk-go@v2.1.0 --spec . --format matrix")
    .action(async (targets: string[], options: Options) => {
      await trace(targets, options);
    });
}

async function trace(targets: readonly string[], { spec, since, format }: Options): Promise<void> {
  const { readSpec } = await import("../shell/target/read-spec.ts");
  const specs = spec.map((path) => readSpec(path));
  const entries = specs.flatMap((one) => one.entries);
  const before = since === undefined ? null : spec.flatMap((path) => readSpec(path, since).entries);
  const changed = before === null ? new Set<string>() : await changedSince(before, entries);
  const configured = specs.flatMap(({ config }) => config.targets);
  const reports: TraceReport[] = [];
  for (const target of targets) reports.push(await traceOne(target, entries, changed, configured));
  process.stdout.write(await printed(reports, entries.length, format));
}

async function traceOne(
  target: string,
  entries: readonly Entry[],
  changed: ReadonlySet<string>,
  configured: RepoConfig["targets"],
): Promise<TraceReport> {
  const { readTarget } = await import("../shell/target/read-target.ts");
  const { traceIndex } = await import("../core/trace/trace-index.ts");
  const { traceTarget } = await import("../core/trace/trace-target.ts");
  const { traceReport } = await import("../core/trace/trace-report.ts");
  const { folder, revision } = splitRevision(target);
  const { configuredFor } = await import("./configured-for.ts");
  const { tagFormOf } = await import("../core/code/configured-target.ts");
  const own = configuredFor(folder, configured);
  const index = traceIndex(
    readTarget(folder, revision),
    own === undefined ? undefined : tagFormOf(own),
    own?.tests,
  );
  return traceReport(target, traceTarget(index, entries), entries, changed);
}

async function changedSince(before: readonly Entry[], now: readonly Entry[]): Promise<Set<string>> {
  const { fingerprint } = await import("../core/entries/fingerprint.ts");
  const texts = new Map(before.map(({ id, text }) => [id, fingerprint(text)]));
  return new Set(now.filter(({ id, text }) => texts.get(id) !== fingerprint(text)).map(({ id }) => id));
}

async function printed(
  reports: readonly TraceReport[],
  entries: number,
  format: Options["format"],
): Promise<string> {
  if (format === "json") return `${JSON.stringify({ version: 1, entries, targets: reports }, null, 2)}\n`;
  const { traceMatrix, traceTable } = await import("../core/message/trace-table.ts");
  return format === "matrix" ? traceMatrix(reports) : traceTable(reports);
}
