import { isCodeId } from "../code-id.ts";
import type { Entry, Finding } from "../entry.ts";
import type { ScannedSource } from "../../markdown/scan/scanned-source.ts";

/** IDs used more than once in a file; each later use is reported at its line. */
export function duplicateCodeIds(entries: readonly Entry[]): Finding[] {
  const first = new Map<string, number>();
  const findings: Finding[] = [];
  for (const { id, file, line } of entries) {
    const known = first.get(id);
    if (known === undefined) first.set(id, line);
    else {
      const message = `${id} is already the ID of the entry in line ${known}; give one of them its own.`;
      findings.push({ rule: "duplicate-id", id, file, line, message });
    }
  }
  return findings;
}

const almost = /^[*\\ -]{0,8}`?\(([^()`\s]{2,60})\)? ?[`@]?/;

/** Lines that begin like a marker and are none: the entry they mean is hidden in the text of another. */
export function malformedMarkers(scan: ScannedSource, entries: readonly Entry[]): Finding[] {
  const starts = new Set(entries.map((entry) => entry.line));
  const findings: Finding[] = [];
  for (const line of scan.lines) {
    if (line.kind !== "text" || line.quote > 0 || starts.has(line.number)) continue;
    if (!line.content.slice(0, 12).includes("(") || !/[`@]/.test(line.content.slice(0, 70))) continue;
    const id = almost.exec(line.content)?.[1];
    if (id === undefined || !isCodeId(id)) continue;
    const message = `${id} is not read as an entry: its marker must be written \`(${id})\` in one code span.`;
    findings.push({ rule: "malformed-marker", id, file: scan.path, line: line.number, message });
  }
  return findings;
}
