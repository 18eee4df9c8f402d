import type { Entry } from "../spec/entry.ts";

const mostNodes = 30;

/** Mermaid flowchart of which entry refers to which, or null when none does. Node names are ours; ids stand in escaped labels. */
export function referenceDiagram(entries: readonly Entry[]): string | null {
  const names = new Map<string, string>();
  const nameOf = (id: string): string | null => {
    const known = names.get(id);
    if (known !== undefined) return known;
    if (names.size >= mostNodes) return null;
    const name = `n${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  const edges: string[] = [];
  for (const entry of entries) {
    for (const reference of entry.references) {
      if (reference === entry.id) continue;
      const from = nameOf(entry.id);
      const to = nameOf(reference);
      if (from !== null && to !== null) edges.push(`  ${from} --> ${to}`);
    }
  }
  if (edges.length === 0) return null;
  const nodes = [...names].map(([id, name]) => `  ${name}["${escaped(id)}"]`);
  return ["flowchart LR", ...nodes, ...new Set(edges)].join("\n");
}

function escaped(id: string): string {
  return id
    .slice(0, 80)
    .replace(/[^\p{L}\p{N} ._/-]/gu, (character) => `#${character.codePointAt(0) ?? 63};`);
}
