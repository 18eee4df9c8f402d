import type { Change } from "../../entries/change.ts";
import { readChange } from "../reading.ts";

/** What differs where every passage has the words it had; else nothing. */
export function sameWords(change: Change): string {
  const { kind, moved, before, after } = change;
  if (before === null || after === null) return "";
  const { fresh, gone } = readChange(change);
  if (fresh.length > 0 || gone.length > 0) return "";
  if (kind === "reordered") return "Only its order changed, and the order may be the rule.";
  if (kind === "moved" || (moved && before.text === after.text))
    return "Only its place changed, and the place may say when it holds.";
  // What a template or a tag brings in is no passage, and still is said.
  if (wordsOf(before.text) !== wordsOf(after.text)) return "";
  const [old, now] = [before, after].map((entry) => (entry.text.match(target) ?? []).join(" "));
  return old === now
    ? "Only layout, capitals or signs changed."
    : "Only where a link leads changed; the rule may rest on it.";
}

/** Every word of a text as it is written, tags and templates too; where its links lead is told apart. */
function wordsOf(text: string): string {
  return (
    text
      .replace(target, " ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(" ");
}

/** Labels of references that are defined are addresses where a file is read. */
const target = /\]\([^()\s]{0,2000}\)/g;
