import type { ConformanceReport, EntryConformance } from "../code/verification/conformance.ts";
import { plainTable } from "./plain-table.ts";
import { plural } from "./wording.ts";

const proofWords = { yes: "yes", no: "no", unknown: "nothing to look for" } as const;

/** The table of `twopath conformance`: one line per entry, then what does not hold. */
export function conformanceTable({ entries, findings }: ConformanceReport): string {
  const rows = [["entry", "source", "tests", "tests hold its values"], ...entries.map(row)];
  const found = findings.map(({ rule, file, line, message }) =>
    file === "" ? `${rule}: ${message}` : `${file}:${String(line)}  ${rule}: ${message}`,
  );
  const verdict =
    findings.length === 0
      ? `${plural(entries.length, "entry", "entries")}: nothing speaks against it. Whether it works is for the tests to say.`
      : `${plural(entries.length, "entry", "entries")}: ${plural(findings.length, "finding")}.`;
  return [...plainTable(rows), "", ...found, verdict, ""].join("\n");
}

function row({ id, source, tests, proof }: EntryConformance): string[] {
  return [id, String(source.length), String(tests.length), tests.length === 0 ? "-" : proofWords[proof]];
}
