import type { Entry, Spec, SpecFile } from "./entry.ts";

/**
 * Qualifies IDs that are not unique on some side, on every side alike: `path#1.1` when several files use the ID,
 * `condition 4.3.2` when one file uses it for two kinds. An ID with a `#` is qualified by its dialect.
 */
export function qualifyIds(specs: readonly Spec[]): Spec[] {
  const byFile = new Set<string>();
  const byKind = new Set<string>();
  for (const spec of specs) collect(spec, byFile, byKind);
  if (byFile.size === 0 && byKind.size === 0) return [...specs];
  return specs.map((spec) => ({ files: spec.files.map((file) => qualifyFile(file, byFile, byKind)) }));
}

function collect(spec: Spec, byFile: Set<string>, byKind: Set<string>): void {
  const owner = new Map<string, Entry>();
  for (const file of spec.files) {
    for (const entry of file.entries) {
      if (entry.id.includes("#")) continue;
      const known = owner.get(entry.id);
      if (!known) owner.set(entry.id, entry);
      else if (known.file !== entry.file) byFile.add(entry.id);
      else if (known.kind !== entry.kind) byKind.add(`${entry.file}#${entry.id}`);
    }
  }
}

function qualifyFile(file: SpecFile, byFile: ReadonlySet<string>, byKind: ReadonlySet<string>): SpecFile {
  if (file.entries.every(({ id }) => !byFile.has(id) && !byKind.has(`${file.path}#${id}`))) return file;
  const scoped = (id: string): string => (byFile.has(id) ? `${file.path}#${id}` : id);
  const qualified = (entry: Entry): string =>
    scoped(byKind.has(`${file.path}#${entry.id}`) ? `${entry.kind} ${entry.id}` : entry.id);
  const now = new Map(file.entries.map((entry) => [entry.id, qualified(entry)]));
  const renamed = (id: string): string => now.get(id) ?? scoped(id);
  const entries = file.entries.map((entry) => ({
    ...entry,
    id: qualified(entry),
    parent: entry.parent === null ? null : renamed(entry.parent),
    references: entry.references.map(renamed),
  }));
  return { ...file, entries };
}
