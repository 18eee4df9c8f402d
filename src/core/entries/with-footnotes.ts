import type { ScannedLine, ScannedSource } from "../markdown/scan/scanned-source.ts";
import { statesRule } from "./dialects/normative.ts";
import type { Entry } from "./entry.ts";

const definition = /^\[\^([^\]\s]{1,60})\]:/;
const reference = /\[\^([^\]\s]{1,60})\](?!:)/g;

/** A footnote belongs to the entries that refer to it, wherever it stands in the file. */
export function withFootnotes(scan: ScannedSource, entries: readonly Entry[]): readonly Entry[] {
  const notes = footnotesOf(scan);
  if (notes.size === 0) return entries;
  return entries.map((entry) => {
    if (!entry.text.includes("[^")) return entry;
    const named = new Set([...entry.text.matchAll(reference)].map(([, label = ""]) => label));
    const found = [...named].flatMap((label) => (notes.has(label) ? [notes.get(label) ?? []] : []));
    const lines = found.flat();
    if (lines.length === 0) return entry;
    return {
      ...entry,
      text: [entry.text, ...found.map(noteText)].join("\n\n"),
      lines: [...entry.lines, ...lines.map(({ number, text }) => ({ line: number, text }))],
    };
  });
}

/** Without its label. A footnote that states no rule and no value is a note. */
function noteText(lines: readonly ScannedLine[]): string {
  const text = lines
    .map(({ content }) => content.trim())
    .join("\n")
    .replace(definition, "")
    .trim();
  return statesRule(text) || /\d/.test(text) ? text : `(Note: ${text})`;
}

function footnotesOf(scan: ScannedSource): ReadonlyMap<string, readonly ScannedLine[]> {
  const notes = new Map<string, ScannedLine[]>();
  let open: ScannedLine[] = [];
  for (const line of scan.lines) {
    if (line.kind !== "footnote") continue;
    const label = definition.exec(line.content.slice(0, 80))?.[1];
    if (label !== undefined) {
      open = [];
      notes.set(label, open);
    }
    open.push(line);
  }
  return notes;
}
