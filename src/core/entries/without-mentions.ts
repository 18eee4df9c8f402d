import type { Spec, SpecFile } from "./entry.ts";
import { localId } from "./local-id.ts";

/**
 * Without what only refers to an entry that another file defines: rows of a traceability table, a test plan, a check list.
 * The same on every side, so that a definition that is new or gone makes no other entry new or gone.
 */
export function withoutMentions(specs: readonly Spec[]): Spec[] {
  const definedIn = new Map<string, Set<string>>();
  for (const { files } of specs) for (const file of files) collect(file, definedIn);
  const isMention = (file: SpecFile, id: string): boolean => {
    const files = definedIn.get(id);
    return files !== undefined && (files.size > 1 || !files.has(file.path));
  };
  return specs.map(({ files }) => ({ files: files.map((file) => withoutIn(file, isMention)) }));
}

function collect(file: SpecFile, definedIn: Map<string, Set<string>>): void {
  for (const entry of file.entries) {
    if (entry.mayRefer) continue;
    const files = definedIn.get(localId(entry)) ?? new Set();
    definedIn.set(localId(entry), files.add(file.path));
  }
}

function withoutIn(file: SpecFile, isMention: (file: SpecFile, id: string) => boolean): SpecFile {
  if (!file.entries.some(({ mayRefer }) => mayRefer)) return file;
  const entries = file.entries.filter((entry) => !entry.mayRefer || !isMention(file, localId(entry)));
  if (entries.length === file.entries.length) return file;
  const left = new Set(entries.map(({ id }) => id));
  return {
    ...file,
    entries: entries.map((entry) =>
      entry.parent !== null && !left.has(entry.parent) ? { ...entry, parent: null } : entry,
    ),
    findings: file.findings.filter(({ id }) => id === null || left.has(id)),
  };
}
