import { type Command, Option } from "commander";
import type { Demand } from "../core/code/verification/demands/demands.ts";

interface Options {
  readonly spec: string;
  readonly format: "table" | "json";
}

/** `twopath demands`: what entries ask for, each demand in the spec's own words. */
export function registerDemands(command: Command): void {
  command
    .argument("<id...>", "entries; `*` at the end stands for any rest")
    .option("--spec <path>", "spec file, or the folder that holds the spec", ".")
    .addOption(
      new Option("--format <format>", "how to print them").choices(["table", "json"]).default("table"),
    )
    .addHelpText("after", "\nExample: twopath demands RTN15a --spec spec/features.md")
    .action(async (ids: string[], { spec, format }: Options) => {
      const { readSpec } = await import("../shell/target/read-spec.ts");
      const { selected } = await import("./conformance.ts");
      const { demandsOf } = await import("../core/code/verification/demands/demands.ts");
      const { entries } = readSpec(spec);
      const all = new Set(entries.map(({ id }) => id));
      const listed = selected(ids, entries).map(({ id, status, text }) => ({
        id,
        demands: status === "retired" ? [] : demandsOf(text, all),
      }));
      process.stdout.write(format === "json" ? await json(listed) : await table(listed));
    });
}

type Listed = readonly { readonly id: string; readonly demands: readonly Demand[] }[];

async function json(listed: Listed): Promise<string> {
  const { demandJson } = await import("../core/message/conformance-json.ts");
  const entries = listed.map(({ id, demands }) => ({ id, demands: demands.map(demandJson) }));
  return `${JSON.stringify({ version: 1, entries }, null, 2)}\n`;
}

async function table(listed: Listed): Promise<string> {
  const { demandsTable } = await import("../core/message/demands-table.ts");
  return demandsTable(listed);
}
