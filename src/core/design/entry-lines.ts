import type { PlacedEntry } from "../code/requested-entries.ts";
import type { Recommendation } from "../decision/review.ts";
import { type DesignFacts, textOf } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { code, label, shortId } from "./markdown.ts";

/** Entries that a list shows. */
export const mostListed = 20;

/** Each entry in a line: where it stands, and how it begins. */
export function entryLines(
  entries: readonly Recommendation[],
  facts: Pick<DesignFacts, "link" | "members" | "review">,
): string {
  const own = new Set(facts.members.map(({ change }) => change.id));
  const lines = entries.slice(0, mostListed).map((entry) => {
    const { id } = entry.change;
    const text = beginningOf(textOf(entry))
      .map((quote) => code(readable({ id, quote })))
      .join(": ");
    const kind = own.has(id) ? "" : standing(id, facts);
    return `- ${shortId(id)} (${kind}${place(entry.change, facts)}): ${text}`;
  });
  const more = entries.length - lines.length;
  return [...lines, ...(more > 0 ? [`- and ${String(more)} more`] : [])].join("\n");
}

/** The first paragraph, not the lists under it; of what is named by a short line, that and, apart from it, what follows. */
function beginningOf(text: string): readonly string[] {
  const [first = "", next = ""] = text.trim().split(/\n\s*(?:\n|[-*+]\s|\d{1,3}[.)]\s|\||#)/, 2);
  if (first.length < 40 && /:\W{0,8}$/.test(first)) return [text];
  const isTitle = !/[.!?]\W{0,8}$|\b(?:must|shall|should|will|may|can|then)\b/i.test(first);
  return first.length < 80 && isTitle && next.trim() !== "" ? [first, next] : [first];
}

/** What the change does with an entry that is no part of the design, or "". */
export function standing(id: string, { review }: Pick<DesignFacts, "review">): string {
  const found = review.recommendations.find(({ change }) => change.id === id);
  if (found === undefined) return "";
  return `${found.change.kind}, `;
}

/** Where an entry stands, as a link. */
export function place(
  { file, line }: Pick<PlacedEntry, "file" | "line">,
  { link }: Pick<DesignFacts, "link">,
): string {
  return `[${label(file)}:${line}](${link(file, line)})`;
}
