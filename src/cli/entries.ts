import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { entriesJson } from "../core/message/review-json.ts";
import { unreadFiles } from "../core/entries/unread-file.ts";
import { unreadFilesLines } from "../core/message/unread-files.ts";
import { decodeSource } from "../core/entries/decode-source.ts";
import type { Finding, SourceFile } from "../core/entries/entry.ts";
import { UserError } from "../core/user-error.ts";
import { configPath } from "../core/repo-config.ts";
import { readSpecConfig } from "../shell/read-spec-config.ts";
import { exitCode } from "./exit-code.ts";

/** `twopath entries`: what twopath reads in spec files, with the dialects that the folder it runs in configures. */
export function registerEntries(command: Command): void {
  command
    .argument("<file...>", "Markdown files")
    .addOption(
      new Option("--format <format>", "how to print them").choices(["table", "json"]).default("table"),
    )
    .addHelpText("after", "\nExample: twopath entries spec/features.md --format json")
    .action(async (paths: string[], { format }: { format: "table" | "json" }) => {
      process.exitCode = await entries(paths, format);
    });
}

async function entries(paths: readonly string[], format: "table" | "json"): Promise<number> {
  const { parseSpec, readingOf } = await import("../core/entries/parse-spec.ts");
  const sources: SourceFile[] = [];
  const unread: Finding[] = [];
  for (const path of paths) {
    const decoded = decodeSource(path.replaceAll("\\", "/"), await bytesOf(path));
    if ("text" in decoded) sources.push(decoded);
    else unread.push(decoded);
  }
  const { config } = readSpecConfig(await readFile(configPath, "utf8").catch(() => null));
  const { files } = parseSpec(sources, readingOf(config));
  const found = files.flatMap((file) => file.entries);
  const findings = [...files.flatMap((file) => file.findings), ...unread];
  if (format === "json") {
    process.stdout.write(`${JSON.stringify(entriesJson(found, findings), null, 2)}\n`);
  } else {
    for (const { path, dialect, entries: own } of files) {
      console.log(`${path}: ${String(own.length)} entries${dialect === null ? "" : ` (${dialect})`}`);
      for (const { id, line, status } of own)
        console.log(`  ${String(line).padStart(6)}  ${id}${status === "live" ? "" : `  ${status}`}`);
    }
    const paths = new Set(files.map(({ path }) => path));
    for (const line of unreadFilesLines(unreadFiles(paths, files, config.spec))) console.log(line);
    for (const { file, line, rule, message } of findings)
      console.log(`${file}:${String(line)}  ${rule}: ${message}`);
  }
  return unread.length > 0 ? exitCode.unreadable : exitCode.done;
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const isFolder = (cause as NodeJS.ErrnoException).code === "EISDIR";
    const remedy = isFolder ? `It is a folder: name its files, as ${path}/*.md.` : "Check the path.";
    throw new UserError(`${path} could not be read. ${remedy}`, { cause });
  }
}
