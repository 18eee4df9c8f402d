import { globMatcher } from "../globs.ts";
import { UserError } from "../user-error.ts";
import { seenFile } from "../markdown/page/seen-file.ts";
import { scanSource } from "../markdown/scan/scan-source.ts";
import type { Dialect, DialectResult } from "./dialect.ts";
import { patternDialect } from "./dialects/custom-pattern.ts";
import { type Detected, detectDialect, draftsOf } from "./dialects/detect-dialect.ts";
import { entriesFrom } from "./dialects/draft.ts";
import { dialects } from "./dialects/index.ts";
import { nestByExtent } from "./dialects/nest-by-extent.ts";
import type { Entry, Finding, SourceFile, Spec, SpecFile } from "./entry.ts";
import type { ParseCache } from "./parse-cache.ts";
import { qualifyIds } from "./qualify-ids.ts";
import { withoutMentions } from "./without-mentions.ts";
import { standingOf } from "./standing.ts";
import { withFootnotes } from "./with-footnotes.ts";
import { withLeadIns } from "./lead-ins.ts";

export interface ParseOptions {
  /** Name of the dialect, or a pattern that finds markers, by path glob; the first glob that matches a file decides, others are detected. */
  readonly dialects?: Readonly<Record<string, string | { readonly pattern: string }>>;
  /** Globs of spec files that the configuration names; none where there is no configuration. */
  readonly spec?: readonly string[];
  /** Where entries of files that did not change are kept between reviews. */
  readonly cache?: ParseCache;
}

/** What the configuration says of reading. */
export function readingOf({
  dialects: named,
  spec,
}: Required<Pick<ParseOptions, "dialects" | "spec">>): ParseOptions {
  return { dialects: named, spec };
}

/** Entries of one file; ten times as many as the largest known spec has in all its files. */
const maxEntries = 40_000;

/** Reads spec files: each by its configured dialect, else by the one that is surest of it. Linear; never throws on text. */
export function parseSpec(files: readonly SourceFile[], options: ParseOptions = {}): Spec {
  const read = files.map((file) => readFile(file, [file], options));
  return qualifyIds(withoutMentions([{ files: read }]))[0] ?? { files: read };
}

/** Reads one file, as its page shows it; `versions` are its texts on both sides, so that both are read by the same dialects. */
export function readFile(file: SourceFile, versions: readonly SourceFile[], options: ParseOptions): SpecFile {
  return readSeen(seenFile(file), versions.map(seenFile), options);
}

function readSeen(file: SourceFile, versions: readonly SourceFile[], options: ParseOptions): SpecFile {
  const { dialect, confidence, others } = dialectsFor(file.path, versions, options);
  if (!dialect) return { path: file.path, dialect: null, confidence, entries: [], findings: [] };
  const { entries, findings } = entriesBy(dialect, others, file, versions);
  const scan = scanSource(file);
  const kept = withLeadIns(scan, withFootnotes(scan, entries.slice(0, maxEntries)));
  const cut = entries[maxEntries];
  const all = cut ? [...findings, tooMany(cut)] : findings;
  return { path: file.path, dialect: dialect.name, confidence, entries: kept, findings: all };
}

function entriesBy(
  dialect: Dialect,
  others: readonly Dialect[],
  file: SourceFile,
  versions: readonly SourceFile[],
): DialectResult {
  if (dialect.namesSections) {
    const claimed = nestByExtent(draftsOf(others, file));
    return dialect.entries(file, { versions, claimed });
  }
  if (others.length === 0) return dialect.entries(file);
  return entriesFrom(file, nestByExtent(draftsOf([dialect, ...others], file)));
}

function tooMany({ file, line }: Entry): Finding {
  const message = `Only the first ${maxEntries} entries are read. Split the file.`;
  return { rule: "too-many-entries", id: null, file, line, message };
}

/** As `readFile`, of a file that is the same on both sides. */
export function readUnchanged(file: SourceFile, options: ParseOptions): SpecFile {
  const wanted = JSON.stringify([
    configuredFor(file.path, options) ?? null,
    options.spec ?? [],
    file.isForModel === true,
  ]);
  const known = options.cache?.get(file.path, file.text, wanted);
  if (known) return known;
  const read = readFile(file, [file], options);
  options.cache?.set(file.text, wanted, read);
  return read;
}

function dialectsFor(path: string, versions: readonly SourceFile[], options: ParseOptions): Detected {
  const named = configuredFor(path, options);
  const configured = named === undefined ? undefined : configuredDialect(named);
  if (configured) return { dialect: configured, confidence: 1, others: [] };
  return detectDialect(versions, dialects, standingOf(path, options.spec));
}

type Named = string | { readonly pattern: string };

function configuredFor(path: string, { dialects: named = {} }: ParseOptions): Named | undefined {
  return Object.entries(named).find(
    ([glob, name]) => globMatcher([glob])(path) && (typeof name !== "string" || isDialect(name)),
  )?.[1];
}

function isDialect(name: string): boolean {
  return dialects.some((dialect) => dialect.name === name);
}

function configuredDialect(name: Named): Dialect | undefined {
  if (typeof name === "string") return dialects.find((dialect) => dialect.name === name);
  const custom = patternDialect(name.pattern);
  if ("problem" in custom) throw new UserError(custom.problem);
  return custom.dialect;
}
