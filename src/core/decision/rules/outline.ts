import type { Change } from "../../entries/change.ts";
import type { Family } from "../../lexicon/family.ts";
import { isNormative } from "../passage-kind.ts";
import type { Passage, Reading } from "../reading.ts";
import { exactIn } from "./concreteness.ts";
import { flat, type Match } from "./match-terms.ts";

const outlined: Family = {
  kind: "fully-specified",
  need: "Say for each point of “{words}” what it takes, what it gives and by which rule.",
  weight: 2,
  source: "structure",
  terms: "",
};

const minPoints = 2;
const maxTitle = 80;
const point = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/;
/** `Command: `/progress``: how the feature is called, which says nothing of what it does. */
const call = /^\s*(?:[-*+•]\s)?[*_]{0,2}\p{L}[\p{L} ]{1,24}[*_]{0,2}[:：][*_]{0,2}\s*`[^`\n]{1,120}`[\s.]*$/u;

/**
 * A new feature that is a title with points, no rule and nothing exact in them but how it is called: a goal without the how.
 * With the passages that are weighed then; null where the change is no such outline.
 */
export function outlineIn(change: Change, reading: Reading): { match: Match; told: Reading } | null {
  const [title, ...points] = reading.passages;
  if (change.before !== null || change.after?.traits?.isPart === true || title === undefined) return null;
  if (points.length < minPoints || isStatement(title) || !points.every(isPoint)) return null;
  const told = points.filter(({ span }) => !call.test(span.quote));
  if (told.length === 0 || [title, ...told].some(saysExactly)) return null;
  return {
    match: {
      family: outlined,
      words: asWritten(title),
      because: "points without a rule",
      count: 1,
      modifies: false,
      span: title.span,
    },
    told: { ...reading, fresh: [title, ...told], passages: [title, ...told] },
  };
}

function asWritten({ bare, span }: Passage): string {
  const at = flat(span.quote).indexOf(bare);
  return at < 0 ? bare : span.quote.slice(at, at + bare.length);
}

/** A title is short and ends without a stop. */
function isStatement({ bare, inFence, span }: Passage): boolean {
  return inFence || bare.length > maxTitle || /[.!?:]\W{0,4}$/.test(span.quote) || point.test(bare);
}

function isPoint({ inFence, span }: Passage): boolean {
  return !inFence && point.test(span.quote);
}

function saysExactly(passage: Passage): boolean {
  return isNormative(passage) || exactIn(passage) > 0;
}
