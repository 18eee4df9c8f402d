import { readFileSync } from "node:fs";
import type { Command } from "commander";
import { z } from "zod";
import { UserError } from "../core/user-error.ts";
import type { ChangedEntry } from "../core/code/context/change-query.ts";
import type { RankedFile } from "../core/code/context/rank-context.ts";

interface Options {
  readonly target: string;
  readonly changes: string;
  readonly budget: string;
  readonly format: string;
}

const changes = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      previousText: z.string().nullable().default(null),
      parent: z
        .object({ id: z.string(), text: z.string().nullable().default(null) })
        .nullable()
        .default(null),
      references: z.array(z.string()).default([]),
    }),
  ),
});

/** `twopath context`: what a writer of the change would be shown of a target, best first. */
export function registerContext(command: Command): void {
  command
    .requiredOption("--target <dir>", "folder of the target, or a bare repository (its HEAD)")
    .requiredOption("--changes <file>", "JSON: {entries:[{id,text,previousText,parent,references}]}")
    .option("--budget <tokens>", "estimated tokens that may be shown", "20000")
    .option("--format <format>", "json or table", "table")
    .action(async (options: Options) => {
      const { rankContext } = await import("../core/code/context/rank-context.ts");
      const { readTarget } = await import("../shell/target/read-target.ts");
      const budget = Number(options.budget);
      if (!Number.isInteger(budget) || budget < 1)
        throw new UserError(`--budget "${options.budget}" is not a number of tokens.`);
      const files = rankContext({
        files: readTarget(options.target),
        entries: readChanges(options.changes),
        budget,
      });
      console.log(options.format === "json" ? JSON.stringify({ version: 1, files }) : table(files));
    });
}

function readChanges(file: string): ChangedEntry[] {
  try {
    return changes.parse(JSON.parse(readFileSync(file, "utf8"))).entries;
  } catch (cause) {
    const reason = cause instanceof z.ZodError ? z.prettifyError(cause) : (cause as Error).message;
    throw new UserError(`The changes in "${file}" cannot be read: ${reason}`, { cause });
  }
}

function table(files: readonly RankedFile[]): string {
  return files.map(({ path, tokens, why }) => `${String(tokens).padStart(6)}  ${path}  (${why})`).join("\n");
}
