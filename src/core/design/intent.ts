import type { Recommendation } from "../decision/review.ts";
import { localId } from "./local-id.ts";
import type { PlacedEntry } from "../code/requested-entries.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { code, label, quoted } from "./markdown.ts";

/** The entries themselves, each with its line in the spec, and what one must read with them. */
export function intent(facts: DesignFacts): string {
  const shown = new Set<string>();
  return facts.members
    .flatMap((member) => [above(member, facts, shown), own(member, facts), parts(member, facts)])
    .filter((part) => part !== null)
    .join("\n\n");
}

function own(member: Recommendation, facts: DesignFacts): string {
  const { change } = member;
  const before = change.kind === "modified" ? (change.before?.text ?? "") : "";
  const was = before === "" ? "" : `\n\nBefore:\n\n${quoted(before)}`;
  return `${code(change.id)} (${change.kind}, ${place(change, facts)}):\n\n${quoted(textOf(member))}${was}`;
}

/** The entry around several is shown once, before the first of them. */
function above({ change: { id } }: Recommendation, facts: DesignFacts, shown: Set<string>): string | null {
  const parent = facts.around.above.get(id);
  if (parent === undefined || shown.has(parent.id)) return null;
  shown.add(parent.id);
  return `To read first, not part of this design: ${code(parent.id)} (${place(parent, facts)}):\n\n${quoted(parent.text)}`;
}

function parts({ change: { id } }: Recommendation, facts: DesignFacts): string | null {
  const others = facts.around.parts.get(id) ?? [];
  const [first] = others;
  if (first === undefined) return null;
  const text = others.map((one) => `${nameWithin(id, one.id)}:\n${one.text.trim()}`).join("\n\n");
  return `Its details that need no design of their own, from ${place(first, facts)}:\n\n${quoted(text)}`;
}

/** `Shown` of `R1/Shown`. */
function nameWithin(id: string, part: string): string {
  return part.startsWith(`${id}/`) ? part.slice(id.length + 1) : localId(part);
}

function place({ file, line }: Pick<PlacedEntry, "file" | "line">, { link }: DesignFacts): string {
  return `[${label(file)}:${line}](${link(file, line)})`;
}
