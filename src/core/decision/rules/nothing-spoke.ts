import type { Change } from "../../entries/change.ts";
import { readChange } from "../reading.ts";
import { shorten } from "../shorten.ts";
import { whatDiffers } from "../what-differs.ts";

/** What a change did, where the rules found nothing against the direct path and can say it whole; else nothing. */
export function nothingSpoke(change: Change): string {
  const { before, after } = change;
  if (before === null || after === null) return "";
  const { fresh, gone } = readChange(change);
  if (fresh.length === 0 && gone.length === 0) return sameWords(change);
  const differs = whatDiffers(before.text, after.text);
  return differs === null ? "" : shorten(`${differs.charAt(0).toUpperCase()}${differs.slice(1)}.`);
}

/** What differs where every passage has the words it had. */
function sameWords({ kind, moved, before, after }: Change): string {
  if (kind === "reordered") return "Only its order changed, and the order may be the rule.";
  if (kind === "moved" || (moved && before?.text === after?.text))
    return "Only its place changed, and the place may say when it holds.";
  const [old, now] = [before, after].map((entry) => (entry?.text.match(target) ?? []).join(" "));
  return old === now
    ? "Only layout, capitals, signs or tags changed; they may be meant."
    : "Only where a link leads changed; the rule may rest on it.";
}

const target = /\]\([^()\s]{0,2000}\)|\]\[[^\][]{0,400}\]|^\[[^\]\n]{0,400}\]:.{0,2000}$/gm;
