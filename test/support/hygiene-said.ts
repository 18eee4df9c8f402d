import type { Change, ChangeKind } from "../../src/core/entries/change.ts";
import type { Entry, Spec } from "../../src/core/entries/entry.ts";
import { hygiene } from "../../src/core/entries/hygiene/index.ts";

/** What hygiene says word by word, at which line, and what it keeps silent about. */
export function entry(id: string, text: string, more: Partial<Entry> = {}): Entry {
  const base = { id, kind: "point", file: "spec.md", line: 1, endLine: 1, parent: null, section: "", text };
  const rest = { level: "none", status: "live", replacedBy: [], references: [] } as const;
  return { ...base, lines: [{ line: more.line ?? 1, text }], ...rest, ...more };
}

export const retired: Partial<Entry> = { status: "retired" };
export const grave = (id: string, more: Partial<Entry> = {}): Entry =>
  entry(id, "This clause has been deleted.", { ...retired, ...more });
export const graves = ["OLD1", "OLD2", "OLD3"].map((id) => grave(id));

function spec(entries: readonly Entry[]): Spec {
  const paths = [...new Set(["spec.md", ...entries.map(({ file }) => file)])];
  const file = (path: string) => ({
    path,
    dialect: "code-id-list",
    confidence: 1,
    entries: entries.filter((one) => one.file === path),
    findings: [],
  });
  return { files: paths.map(file) };
}

export function change(kind: ChangeKind, before: Entry | null, after: Entry | null): Change {
  const one = after ?? before;
  if (!one) throw new Error("A change has a side.");
  const { id, file, line, parent } = one;
  const previousId = before && after && before.id !== after.id ? before.id : null;
  return { id, file, line, kind, moved: false, parent, previousId, replaces: [], before, after };
}

export function said(base: Entry[], head: Entry[], changes: Change[]): string[] {
  const found = hygiene(spec(base), spec(head), { changes, outside: [], findings: [] });
  return found.map(({ line, message }) => `${line}: ${message}`);
}

export const refers = (id: string, to: string[], more: Partial<Entry> = {}): Entry =>
  entry(id, `as ${to.join(", ")}`, { references: to, ...more });
