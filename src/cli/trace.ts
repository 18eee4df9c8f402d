import { type Command, Option } from "commander";
import type { TraceReport } from "../core/trace/trace-report.ts";
import type { RepoConfig } from "../core/repo-config.ts";
import type { Entry } from "../core/entries/entry.ts";
import type { LocalSpec } from "../shell/target/read-spec.ts";
import { conformanceFacts, openTarget, splitRevision } from "./check-target.ts";

interface Options {
  readonly spec: string[];
  readonly since?: string;
  readonly matrix?: boolean;
  readonly format: "table" | "json" | "matrix" | "markdown" | "page";
}

/** `twopath trace`: which entries each target implements and tests, which are stale, retired or unknown. */
export function registerTrace(command: Command): void {
  command
    .argument("<target...>", "folder of a checkout, bare repository, or either with @REVISION")
    .option("--spec <path...>", "spec files, or folders that hold them", ["."])
    .option("--since <rev>", "entries whose text changed after this revision of the spec are stale")
    .addOption(
      new Option("--format <format>", "how to print it")
        .choices(["table", "json", "matrix", "markdown", "page"])
        .default("table"),
    )
    .option("--matrix", "show how many demands of each entry every target shows, as Markdown, JSON or a page")
    .addHelpText("after", "\nExample: twopath trace ../sdk-js ../sdk-go@v2.1.0 --spec . --format matrix")
    .action(async (targets: string[], options: Options) => {
      await trace(targets, options);
    });
}

async function trace(targets: readonly string[], { spec, since, format, matrix }: Options): Promise<void> {
  const { readSpec } = await import("../shell/target/read-spec.ts");
  const specs = spec.map((path) => readSpec(path));
  const entries = specs.flatMap((one) => one.entries);
  const before = since === undefined ? null : spec.flatMap((path) => readSpec(path, since).entries);
  const changed = before === null ? new Set<string>() : await changedSince(before, entries);
  const configured = specs.flatMap(({ config }) => config.targets);
  const reports: TraceReport[] = [];
  for (const target of targets) reports.push(await traceOne(target, entries, changed, configured));
  if (matrix === true) {
    process.stdout.write(await demandMatrix(reports, specs, format));
    return;
  }
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

/** Demands shown per entry and target, with what is stale or retired. */
async function demandMatrix(
  reports: readonly TraceReport[],
  specs: readonly LocalSpec[],
  format: Options["format"],
): Promise<string> {
  const { checkConformance } = await import("../core/code/verification/conformance.ts");
  const { matrixJson, matrixMarkdown, matrixPage } = await import("../core/message/demand-matrix.ts");
  const spec = {
    entries: specs.flatMap(({ entries }) => entries),
    testFiles: specs.flatMap(({ testFiles }) => testFiles),
    config: { ...must(specs[0]).config, targets: specs.flatMap(({ config }) => config.targets) },
  };
  const columns = [];
  for (const trace of reports) {
    const target = await openTarget(trace.target, spec);
    const named = spec.entries.filter(({ id }) => target.cited.has(id));
    const facts = await conformanceFacts(named, { spec, target, previous: new Map(), interfaces: [] });
    columns.push({ trace, report: checkConformance(facts) });
  }
  if (format === "json") return `${JSON.stringify(matrixJson(columns), null, 2)}\n`;
  return format === "page" ? matrixPage(columns) : matrixMarkdown(columns);
}

function must(spec: LocalSpec | undefined): LocalSpec {
  if (spec === undefined) throw new Error("--spec has a default.");
  return spec;
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
