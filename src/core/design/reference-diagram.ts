import type { Entry } from "../entries/entry.ts";
import { visibleText } from "../markdown/hidden-text.ts";
import { localId } from "./local-id.ts";

/** A picture of fewer says no more than the text; one of more is not read. */
const minEntries = 3;
const maxEdges = 40;

/** How the entries of a package refer to each other, as Mermaid; null where fewer than three do, or too many. */
export function referenceDiagram(entries: readonly Entry[]): string | null {
  const members = new Set(entries.map(({ id }) => id));
  const edges = entries.flatMap(({ id, references }) =>
    references.filter((other) => other !== id && members.has(other)).map((other) => [id, other] as const),
  );
  const names = new Map([...new Set(edges.flat())].map((id, index) => [id, `n${String(index + 1)}`]));
  if (names.size < minEntries || edges.length > maxEdges) return null;
  const nodes = [...names].map(([id, name]) => `  ${name}["${labelText(localId(id))}"]`);
  const lines = edges.map(([from, to]) => `  ${names.get(from) ?? ""} --> ${names.get(to) ?? ""}`);
  return ["flowchart LR", ...nodes, ...new Set(lines)].join("\n");
}

/** Labels hold letters, digits and harmless marks only: nothing in them is Mermaid. */
function labelText(text: string): string {
  const shown = visibleText(text)
    .text.replace(/[^\p{L}\p{N} ._/(),'-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return shown === "" ? "unnamed" : shown.slice(0, 60).trim();
}
