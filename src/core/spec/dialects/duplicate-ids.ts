import type { Entry, Finding } from "../entry.ts";

/** IDs that the author wrote more than once in one file; each later use is reported at its line. */
export function duplicateIds(entries: readonly Entry[]): Finding[] {
  const first = new Map<string, Entry>();
  const findings: Finding[] = [];
  for (const entry of entries) {
    const known = first.get(entry.id);
    if (!known) {
      first.set(entry.id, entry);
      continue;
    }
    findings.push({
      rule: "duplicate-id",
      id: entry.id,
      file: entry.file,
      line: entry.line,
      message: `${entry.id} is also the ID of the ${known.kind} in line ${known.line}; give one of them its own.`,
    });
  }
  return findings;
}
