import type { Entry, Finding } from "../entry.ts";

/** Findings of one file: who repeats an ID a thousand times needs no list of all. */
const most = 200;

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
    if (findings.length === most) break;
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
