import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { RepoConfig } from "../../core/repo-config.ts";
import { mayHoldTestData, maySpecify } from "../../core/entries/candidate-file.ts";
import { decodeSource } from "../../core/entries/decode-source.ts";
import type { Entry, SourceFile } from "../../core/entries/entry.ts";
import { linkedPaths } from "../../core/entries/linked-data.ts";
import { parseSpec, readingOf } from "../../core/entries/parse-spec.ts";
import { UserError } from "../../core/user-error.ts";
import { readSpecConfig } from "../read-spec-config.ts";
import { readRevision } from "./read-revision.ts";

/** A spec as it stands on disk. */
export interface LocalSpec {
  readonly entries: readonly Entry[];
  readonly config: RepoConfig;
  /** Files beside the spec that may hold its test data; paths relative to the spec's folder. */
  readonly testFiles: readonly SourceFile[];
}

const skipped = new Set(["node_modules", "vendor", "third_party", "dist", "build"]);

/**
 * Reads the entries of a spec: one Markdown file, or a folder whose `.github/twopath.yml` says which files count. With a
 * revision the folder is read as a git repository. Throws UserError when it cannot be read.
 */
export function readSpec(path: string, revision: string | null = null): LocalSpec {
  if (!existsSync(path)) throw new UserError(`The spec "${path}" does not exist. Name it with --spec.`);
  if (statSync(path).isFile()) return fileSpec(path, revision);
  const configFile = join(path, ".github/twopath.yml");
  const text = existsSync(configFile) ? readFileSync(configFile, "utf8") : null;
  const { config, problems, isSpec } = readSpecConfig(text);
  const [first] = problems;
  if (first !== undefined)
    throw new UserError(`${configFile}, line ${first.line}: ${first.message} ${first.remedy}`);
  const files =
    revision === null
      ? filesUnder(path, maySpecify)
          .filter(isSpec)
          .map((file) => ({ file, bytes: readFileSync(join(path, file)) }))
      : readRevision(path, revision, isSpec).map((file) => ({
          file: file.path,
          bytes: Buffer.from(file.text),
        }));
  const entries = entriesOf(files, config);
  const linked = new Set(entries.flatMap(linkedPaths));
  const mayHold = (file: string): boolean => mayHoldTestData(file) || linked.has(file);
  const testFiles = revision === null ? textsUnder(path, mayHold) : readRevision(path, revision, mayHold);
  return { entries, config, testFiles };
}

function textsUnder(root: string, isWanted: (path: string) => boolean): SourceFile[] {
  return filesUnder(root, isWanted).map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}

function fileSpec(path: string, revision: string | null): LocalSpec {
  if (revision !== null)
    throw new UserError(`"${path}" is one file; --since needs the folder of the spec's clone.`);
  const { config } = readSpecConfig(null);
  const entries = entriesOf([{ file: basename(path), bytes: readFileSync(path) }], config);
  const linked = new Set(entries.flatMap(linkedPaths));
  return {
    entries,
    config,
    testFiles: linked.size === 0 ? [] : textsUnder(dirname(path), (file) => linked.has(file)),
  };
}

function entriesOf(files: readonly { file: string; bytes: Uint8Array }[], config: RepoConfig): Entry[] {
  const sources = files.flatMap(({ file, bytes }) => {
    const decoded = decodeSource(file, bytes);
    return "text" in decoded ? [decoded] : [];
  });
  return parseSpec(sources, readingOf(config)).files.flatMap(({ entries }) => entries);
}

function filesUnder(root: string, isWanted: (path: string) => boolean): string[] {
  const found: string[] = [];
  const folders = [""];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? item.name : `${folder}/${item.name}`;
      if (item.isDirectory() && !item.name.startsWith(".") && !skipped.has(item.name)) folders.push(path);
      if (item.isFile() && isWanted(path) && statSync(join(root, path)).size < 1_000_000) found.push(path);
    }
  }
  return found.sort();
}
