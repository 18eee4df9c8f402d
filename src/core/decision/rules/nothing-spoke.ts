import type { Change } from "../../entries/change.ts";
import { exactNames } from "../exact-names.ts";
import { readChange } from "../reading.ts";
import { whatDiffers } from "../what-differs.ts";
import { shorten } from "../shorten.ts";
import type { Match } from "./match-terms.ts";
import { changesValues } from "./weigh.ts";

const maxNames = 2;

/** Why the rules say code: what the change names, and that nothing, or not enough, was found against it. */
export function nothingSpoke(change: Change, matches: readonly Match[]): string {
  const reading = readChange(change);
  const [hint, other] = matches;
  if (reading.fresh.length > 0 && hint !== undefined)
    return other === undefined
      ? shorten(`Only “${hint.words}” hints at an open decision.`)
      : shorten(`“${hint.words}” and “${other.words}” only hint at open decisions.`);
  if (change.before !== null && change.after !== null) return whatChanged(change);
  const names = exactNames(reading)
    .filter((name) => !/\s/.test(name))
    .slice(0, maxNames);
  if (names.length === 0) return "Nothing was found that calls for a design.";
  return shorten(`Names ${names.join(" and ")}; nothing was found that calls for a design.`);
}

function whatChanged(change: Change): string {
  const reading = readChange(change);
  const differs = whatDiffers(change.before?.text ?? "", change.after?.text ?? "");
  if (differs === null || (reading.fresh.length === 0 && reading.gone.length === 0)) return sameWords(change);
  const said = differs.charAt(0).toUpperCase() + differs.slice(1);
  if (reading.fresh.length === 0) return `${said}; the rest stands as it was.`;
  return changesValues(reading) ? `${said}.` : `${said}; no rule weighs it.`;
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
