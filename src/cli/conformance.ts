import { type Command, Option } from "commander";
import type { ConformanceReport } from "../core/code/verification/conformance.ts";
import type { ConfiguredTarget } from "../core/code/configured-target.ts";
import type { Cited } from "../core/trace/trace-target.ts";
import type { Entry, SourceFile } from "../core/entries/entry.ts";
import { UserError } from "../core/user-error.ts";
import { configuredFor } from "./configured-for.ts";
import { exitCode } from "./exit-code.ts";

interface Options {
  readonly target: string;
  readonly spec: string;
  readonly design?: string;
  readonly format: "table" | "json";
  readonly failOn: "never" | "finding";
}

/** `twopath conformance`: whether code that says it satisfies entries shows signs of it. */
export function registerConformance(program: Command): void {
  program
    .command("conformance")
    .description("check that entries are tagged in code and tests, and that the tests hold their values")
    .argument("[id...]", "entries; without any, those that the target names")
    .requiredOption("--target <dir>", "folder of a checkout, or a bare repository (its HEAD)")
    .option("--spec <path>", "spec file, or the folder that holds the spec", ".")
    .option("--design <file>", "design document whose interfaces the target is to declare")
    .addOption(new Option("--format <format>", "how to print it").choices(["table", "json"]).default("table"))
    .addOption(
      new Option("--fail-on <what>", "end with 1 when there is a finding")
        .choices(["never", "finding"])
        .default("never"),
    )
    .addHelpText("after", "\nExample: twopath conformance RTN15a RTN15b --target ../sdk-js --spec .")
    .action(async (ids: string[], options: Options) => {
      const report = await conformance(ids, options);
      const { conformanceTable } = await import("../core/message/conformance-table.ts");
      process.stdout.write(
        options.format === "json"
          ? `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`
          : conformanceTable(report),
      );
      if (options.failOn === "finding" && report.findings.length > 0) process.exitCode = exitCode.findings;
    });
}

async function conformance(
  ids: readonly string[],
  { target, spec, design }: Options,
): Promise<ConformanceReport> {
  const { readSpec } = await import("../shell/target/read-spec.ts");
  const { readTarget } = await import("../shell/target/read-target.ts");
  const { checkConformance } = await import("../core/code/verification/conformance.ts");
  const { entries, config } = readSpec(spec);
  const files = readTarget(target);
  const cited = await citedIn(files, entries, configuredFor(target, config.targets));
  const chosen = ids.length === 0 ? entries.filter(({ id }) => cited.has(id)) : selected(ids, entries);
  const interfaces = design === undefined ? [] : await interfacesOf(design);
  return checkConformance({ entries: chosen, cited, files, vectors: [], interfaces });
}

/** Where the target names entries: found as its configuration says, where it has one. */
async function citedIn(
  files: readonly SourceFile[],
  entries: readonly Entry[],
  own: ConfiguredTarget | undefined,
): Promise<ReadonlyMap<string, Cited>> {
  const { traceIndex } = await import("../core/trace/trace-index.ts");
  const { traceTarget } = await import("../core/trace/trace-target.ts");
  const { tagFormOf } = await import("../core/code/configured-target.ts");
  const tag = own === undefined ? undefined : tagFormOf(own);
  return traceTarget(traceIndex(files, tag, own?.tests), entries).cited;
}

/** Whatever language the design shows them in: a type is called alike in all of them. */
async function interfacesOf(design: string): Promise<readonly string[]> {
  const { readDesign } = await import("./read-design.ts");
  const { declaredNames } = await import("../core/code/verification/declared-names.ts");
  return declaredNames(readDesign(design).text, null);
}

function selected(ids: readonly string[], entries: readonly Entry[]): Entry[] {
  return ids.map((id) => {
    const found = entries.find((entry) => entry.id === id);
    if (found === undefined)
      throw new UserError(`The spec has no entry ${id}. \`twopath entries FILE\` lists what it has.`);
    return found;
  });
}
