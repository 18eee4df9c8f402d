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
  const [old, now] = [before, after].map((entry) => (entry.text.match(target) ?? []).join(" "));
  return old === now
    ? "Only layout, capitals, signs or tags changed."
    : "Only where a link leads changed; the rule may rest on it.";
}

const target = /\]\([^()\s]{0,2000}\)|\]\[[^\][]{0,400}\]|^\[[^\]\n]{0,400}\]:.{0,2000}$/gm;
