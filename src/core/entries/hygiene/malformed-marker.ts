import type { Finding, Spec } from "../entry.ts";
import type { HygieneRule } from "./rule.ts";

/** Markers that the dialect could read only by guessing, or not at all; those that stood there before are left alone. */
export const malformedMarker: HygieneRule = {
  name: "malformed-marker",
  describes: "An entry's marker is misspelt, so that renderers or other tools do not see the entry.",
  check({ base, head }): Finding[] {
    const before = new Map<string, number>();
    for (const finding of markersOf(base)) before.set(key(finding), (before.get(key(finding)) ?? 0) + 1);
    return markersOf(head).filter((finding) => {
      const left = before.get(key(finding)) ?? 0;
      before.set(key(finding), left - 1);
      return left <= 0;
    });
  },
};

function markersOf(spec: Spec): Finding[] {
  return spec.files.flatMap((file) => file.findings.filter((finding) => finding.rule === "malformed-marker"));
}

function key(finding: Finding): string {
  return `${finding.file}\n${finding.id ?? ""}`;
}
