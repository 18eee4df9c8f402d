import type { Entry } from "../entries/entry.ts";
import { visibleText } from "../entries/hidden-text.ts";
import { localId } from "./interface/local-id.ts";
import type { Message } from "./find-messages.ts";
import type { Transition } from "./find-transitions.ts";

const mostEdges = 40;

/** Labels hold letters, digits and harmless marks only: nothing in them is Mermaid. */
export function labelText(text: string): string {
  const shown = visibleText(text)
    .text.replace(/[^\p{L}\p{N} ._/(),'-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return shown === "" ? "unnamed" : shown.slice(0, 60).trim();
}

/** State diagram, or null for fewer than two steps. Names are ours; what the spec says stands in labels. */
export function stateDiagram(transitions: readonly Transition[]): string | null {
  if (transitions.length < 2) return null;
  const shown = transitions.slice(0, mostEdges);
  const names = numbered(
    shown.flatMap(({ from, to }) => [from, to]),
    "s",
  );
  const states = [...names].map(([state, name]) => `  state "${labelText(state)}" as ${name}`);
  const steps = shown.map(({ from, to, id, event }) => {
    const why = event === null ? labelText(id) : `${labelText(event)} (${labelText(id)})`;
    return `  ${names.get(from) ?? ""} --> ${names.get(to) ?? ""}: ${why}`;
  });
  return ["stateDiagram-v2", ...states, ...steps].join("\n");
}

/** Sequence diagram in the order of the text, or null for fewer than two messages. */
export function sequenceDiagram(messages: readonly Message[]): string | null {
  if (messages.length < 2) return null;
  const shown = messages.slice(0, mostEdges);
  const names = numbered(
    shown.flatMap(({ from, to }) => [from, to]),
    "p",
  );
  const parts = [...names].map(([part, name]) => `  participant ${name} as ${labelText(part)}`);
  const lines = shown.map(
    ({ from, to, what, id }) =>
      `  ${names.get(from) ?? ""}->>${names.get(to) ?? ""}: ${labelText(what)} (${labelText(id)})`,
  );
  return ["sequenceDiagram", ...parts, ...lines].join("\n");
}

/** Which entry refers to which, or null when that says too little (no reference inside the package, or a single one) or too much. */
export function referenceDiagram(entries: readonly Entry[]): string | null {
  const members = new Set(entries.map(({ id }) => id));
  const edges = entries.flatMap(({ id, references }) =>
    references.filter((other) => other !== id).map((other) => ({ from: id, to: other })),
  );
  const isOwn = edges.some(({ from, to }) => members.has(from) && members.has(to));
  if (!isOwn || edges.length < 2 || edges.length > mostEdges) return null;
  const names = numbered(
    edges.flatMap(({ from, to }) => [from, to]),
    "n",
  );
  const nodes = [...names].map(([id, name]) => `  ${name}["${labelText(localId(id))}"]`);
  const lines = edges.map(({ from, to }) => `  ${names.get(from) ?? ""} --> ${names.get(to) ?? ""}`);
  return ["flowchart LR", ...nodes, ...new Set(lines)].join("\n");
}

function numbered(all: readonly string[], letter: string): ReadonlyMap<string, string> {
  return new Map([...new Set(all)].map((one, index) => [one, `${letter}${index + 1}`]));
}
