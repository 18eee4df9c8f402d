import { markAssignedIds } from "./assigned-ids.ts";
import type { SpecDiff } from "./change.ts";
import { againstChangedSpec } from "./delta-changes.ts";
import { diffSpecs } from "./diff-specs.ts";
import type { Entry, Finding, SourceFile, Spec, SpecFile } from "./entry.ts";
import { hygiene } from "./hygiene/index.ts";
import { staleCompanions } from "./hygiene/stale-companion.ts";
import { seenFile } from "../markdown/page/seen-file.ts";
import { nonEntryChanges } from "./non-entry-changes.ts";
import { type ParseOptions, readFile, readUnchanged } from "./parse-spec.ts";
import { renamedFiles } from "./renamed-files.ts";
import { type UnreadFile, unreadFiles } from "./unread-file.ts";
import { qualifyIds } from "./qualify-ids.ts";
import { withoutMentions } from "./without-mentions.ts";

export interface Comparison {
  readonly base: Spec;
  readonly head: Spec;
  readonly diff: SpecDiff;
  /** Changed files in which nothing was recognised. */
  readonly unread: readonly UnreadFile[];
}

/** Reads both sides of a pull request and compares them. A file with the same text on both sides is read once. */
export function compareSpecs(
  baseFiles: readonly SourceFile[],
  headFiles: readonly SourceFile[],
  options: ParseOptions = {},
): Comparison {
  const baseByPath = new Map(baseFiles.map((file) => [file.path, file]));
  const headByPath = new Map(headFiles.map((file) => [file.path, file]));
  const shared = new Map<string, SpecFile>();
  const read = (file: SourceFile): SpecFile => {
    const versions = [baseByPath.get(file.path), headByPath.get(file.path)].filter(
      (side) => side !== undefined,
    );
    if (versions.length < 2 || versions[0]?.text !== versions[1]?.text)
      return readFile(file, versions, options);
    const known = shared.get(file.path) ?? readUnchanged(file, options);
    shared.set(file.path, known);
    return known;
  };
  const sides = [{ files: baseFiles.map(read) }, { files: headFiles.map(read) }];
  const [base = { files: [] }, head = { files: [] }] = qualifyIds(withoutMentions(sides));
  const paths = [...new Set([...baseByPath.keys(), ...headByPath.keys()])].filter(
    (path) => !shared.has(path),
  );
  if (paths.length === 0) return { base, head, diff: { changes: [], outside: [], findings: [] }, unread: [] };
  // What did not change has nothing to be matched with but itself.
  const found = againstChangedSpec(diffSpecs(only(base, paths), only(head, paths)), base, head);
  const changes = markAssignedIds(
    found,
    { spec: base, source: (path) => seenIn(baseByPath, path) },
    { spec: head, source: (path) => seenIn(headByPath, path) },
  );
  const known = new Set(
    [...base.files, ...head.files].flatMap((file) => file.entries.map((entry) => entry.id)),
  );
  const entriesIn = ({ files }: Spec): readonly Entry[] => files.flatMap(({ entries }) => entries);
  const renamed = renamedFiles(entriesIn(only(base, paths)), entriesIn(only(head, paths)));
  const previous = new Map([...renamed].map(([was, is]) => [is, was]));
  const present = paths.filter((path) => !renamed.has(path));
  const outside = present.flatMap((path) => {
    const before = { source: seenIn(baseByPath, previous.get(path) ?? path), spec: base };
    return nonEntryChanges(path, before, { source: seenIn(headByPath, path), spec: head }, known);
  });
  const diff = {
    changes,
    outside,
    findings: head.files.flatMap((file) => file.findings).filter(isAboutReading),
  };
  const touched = paths.flatMap((path) => headByPath.get(path) ?? []);
  const wrong = [...hygiene(base, head, diff), ...staleCompanions(touched, head, diff)];
  const unread = unreadFiles(new Set(paths), head.files, options.spec);
  return { base, head, diff: { ...diff, findings: [...diff.findings, ...wrong] }, unread };
}

function seenIn(files: ReadonlyMap<string, SourceFile>, path: string): SourceFile | undefined {
  const file = files.get(path);
  return file === undefined ? undefined : seenFile(file);
}

function only(spec: Spec, paths: readonly string[]): Spec {
  const wanted = new Set(paths);
  return { files: spec.files.filter((file) => wanted.has(file.path)) };
}

const aboutReading = new Set(["nesting-too-deep", "too-many-lines", "too-many-entries"]);

/** Bounds that were hit. What is wrong with the writing comes from `hygiene`, which leaves alone what stood there before. */
function isAboutReading(finding: Finding): boolean {
  return aboutReading.has(finding.rule);
}
