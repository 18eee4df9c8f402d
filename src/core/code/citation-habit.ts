import type { SourceFile } from "../entries/entry.ts";
import { citationFinder, citedForm } from "./context/cited-ids.ts";
import { fileRole } from "./context/file-role.ts";

/** How a code base cites entries today, read off its own lines. */
export interface CitationHabit {
  /** The form of its comments, `ID` standing for the ID, where one form is usual; else null. */
  readonly form: string | null;
  /** Lines that cite, as they stand. */
  readonly source: readonly string[];
  readonly tests: readonly string[];
}

const bounds = { examples: 3, line: 160, files: 4_000 };
/** A form is usual from this many lines and this share of all citing comments. */
const usual = { lines: 3, share: 0.4 };

/** A comment's mark and what stands between it and the ID: `// ID`, `/// @spec ID`, `# Spec: ID`, `* (ID)`. */
const before = /(?:\/\/\/?!?|\/\*\*?|^\s*\*|#|--|;;?)\s*(?:@?[A-Za-z][\w-]{0,15}:?\s?)?[[(`]?$/;

/** `ids` are the spec's; families of them count. Files are the target's. Linear in the files' text. */
export function citationHabit(files: readonly SourceFile[], ids: readonly string[]): CitationHabit {
  const find = citationFinder(ids.filter((id) => /\d/.test(id)).map(citedForm));
  const forms = new Map<string, number>();
  const examples: Record<"source" | "test", string[]> = { source: [], test: [] };
  let comments = 0;
  for (const { path, text } of files.slice(0, bounds.files)) {
    const role = fileRole(path);
    if (role !== "source" && role !== "test") continue;
    const found = find(text);
    if (found.length === 0) continue;
    const lines = text.split("\n");
    for (const { id, line } of found) {
      const shown = lines[line - 1] ?? "";
      if (shown.length > bounds.line) continue;
      const form = formOf(shown, id);
      if (form !== null) {
        comments++;
        forms.set(form, (forms.get(form) ?? 0) + 1);
      }
      const kept = examples[role];
      if (kept.length < bounds.examples && !kept.some((other) => sameShape(other, shown)))
        kept.push(shown.trim());
    }
  }
  const [best] = [...forms].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const isUsual = best !== undefined && best[1] >= usual.lines && best[1] >= comments * usual.share;
  return { form: isUsual ? best[0] : null, source: examples.source, tests: examples.test };
}

function formOf(line: string, id: string): string | null {
  const at = line.indexOf(id);
  const start = before.exec(line.slice(0, at))?.[0];
  if (start === undefined) return null;
  const open = /[[(`]$/.exec(start)?.[0];
  const close = line.charAt(at + id.length);
  const isClosed = open !== undefined && close === { "[": "]", "(": ")", "`": "`" }[open];
  return `${start.trimStart()}ID${isClosed ? close : ""}`;
}

/** Lines that differ in digits and names alone show the same. */
function sameShape(a: string, b: string): boolean {
  const shape = (line: string): string =>
    line
      .trim()
      .replace(/[A-Za-z0-9]+/g, "x")
      .slice(0, 20);
  return shape(a) === shape(b);
}
