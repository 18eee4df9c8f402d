import picomatch from "picomatch";
import { UserError } from "../user-error.ts";
import type { Dialect } from "./dialect.ts";
import { patternDialect } from "./dialects/custom-pattern.ts";
import { detectDialect } from "./dialects/detect-dialect.ts";
import { dialects } from "./dialects/index.ts";
import type { SourceFile, Spec, SpecFile } from "./entry.ts";
import { qualifyIds } from "./qualify-ids.ts";

export interface ParseOptions {
  /** Name of the dialect, or a pattern that finds markers, by path glob; the first glob that matches a file decides, others are detected. */
  readonly dialects?: Readonly<Record<string, string | { readonly pattern: string }>>;
}

/** Reads spec files: each by its configured dialect, else by the one that is surest of it. Linear; never throws on text. */
export function parseSpec(files: readonly SourceFile[], options: ParseOptions = {}): Spec {
  const read = files.map((file) => readFile(file, [file], options));
  return qualifyIds([{ files: read }])[0] ?? { files: read };
}

/** Reads one file; `versions` are its texts on both sides, so that both are read by the same dialect. */
export function readFile(file: SourceFile, versions: readonly SourceFile[], options: ParseOptions): SpecFile {
  const { dialect, confidence } = dialectFor(file.path, versions, options);
  if (!dialect) return { path: file.path, dialect: null, confidence, entries: [], findings: [] };
  const { entries, findings } = dialect.entries(file);
  return { path: file.path, dialect: dialect.name, confidence, entries, findings };
}

function dialectFor(
  path: string,
  versions: readonly SourceFile[],
  options: ParseOptions,
): { dialect: Dialect | null; confidence: number } {
  for (const [glob, name] of Object.entries(options.dialects ?? {})) {
    if (!picomatch(glob)(path)) continue;
    const configured = configuredDialect(name);
    if (configured) return { dialect: configured, confidence: 1 };
  }
  return detectDialect(versions, dialects);
}

function configuredDialect(name: string | { readonly pattern: string }): Dialect | undefined {
  if (typeof name === "string") return dialects.find((dialect) => dialect.name === name);
  const custom = patternDialect(name.pattern);
  if ("problem" in custom) throw new UserError(custom.problem);
  return custom.dialect;
}
