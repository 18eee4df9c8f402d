import { ownWords } from "../../lexicon/family.ts";
import { putOff } from "../../lexicon/lexicon.ts";
import type { Change } from "../../entries/change.ts";
import type { Path } from "../review.ts";
import { readChange, type Reading } from "../reading.ts";
import { concreteness } from "./concreteness.ts";
import type { Match } from "./match-terms.ts";
import { type Standing, shares, weights } from "./weights.ts";

/** What of a change is weighed: its structure first, then the words that were found. Each is 0 to 1, or a small number. */
type Feature = keyof typeof weights;

type Features = Readonly<Record<Exclude<Feature, "constant">, number>>;

const maxWeight = 6;
/** `` - `(RTN15a)` ``: the entry's ID before its text is no code. */
const ownMark = /^[\s>*+-]*`\(?[\w.-]{1,60}\)?`/;

/** Kinds of entries that ask for a piece of the product; others say what one case, field or word of it is. */
const demands = /\b(?:requirement|story|feature|entity)$/;

export function featuresOf(
  change: Change,
  matches: readonly Match[],
  reading: Reading = readChange(change),
): Features {
  const { kind } = change.after ?? { kind: "" };
  const weight = matches.reduce((sum, { family, count }) => sum + family.weight * Math.min(count, 3), 0);
  return {
    exact: concreteness(reading),
    changed: change.before === null ? 0 : 1,
    scenario: kind === "scenario" ? 1 : 0,
    criterion: kind === "criterion" ? 1 : 0,
    demand: demands.test(kind) ? 1 : 0,
    code: reading.fresh.some(({ inFence, span }) => inFence || span.quote.replace(ownMark, "").includes("`"))
      ? 1
      : 0,
    words: Math.min(maxWeight, weight) / 3,
    kinds: new Set(matches.map(({ family }) => family.kind)).size / 2,
  };
}

type Weights = Readonly<Record<Feature, number>>;

/** 0 to 1: how likely engineers call for a design first. */
export function designChance(features: Features, by: Weights = weights): number {
  const sum = Object.entries(features).reduce(
    (total, [name, value]) => total + by[name as keyof Features] * value,
    by.constant,
  );
  return 1 / (1 + Math.exp(-sum));
}

/** Above this a design is said; a wrong one costs its readers less than a missing one. */
const boundary = 0.35;
const clear = 0.7;

/**
 * A design is only said where words that leave something open can be named. Those that put a decision off, and those that a
 * repository gave itself, need nothing else that speaks for it.
 */
export function pathFrom(chance: number, matches: readonly Match[]): Exclude<Path, "none"> {
  const asked = matches.filter(({ modifies }) => !modifies);
  const isSaid = asked.some(({ family }) => family === putOff || family.source === ownWords);
  return isSaid || (chance >= boundary && asked.length > 0) ? "design" : "code";
}

/** The kind of answer whose share of right ones is known. */
export function standingOf(path: Path, chance: number, change: Change): Standing {
  if (path === "design") return chance >= clear ? "design, clearly" : "design";
  const reading = readChange(change);
  if (change.before !== null) return changesValues(reading) ? "code, values changed" : "code, words changed";
  return concreteness(reading) > 0 ? "code, with values" : "code, without values";
}

const value = /[\d_`<>=]|[a-z][A-Z]|[A-Z]{2}/;

/** Whether a number, a sign or a name of code came or went. */
function changesValues({ fresh, gone }: Reading): boolean {
  const [now, old] = [fresh, gone].map(
    (passages) => new Set(passages.flatMap(({ bare }) => bare.split(/[\s,;()]+/))),
  );
  const differs = (some: ReadonlySet<string> = new Set(), others: ReadonlySet<string> = new Set()): boolean =>
    [...some].some((word) => value.test(word) && !others.has(word));
  return differs(now, old) || differs(old, now);
}

/** 0 to 1: the share of labelled changes of the same standing for which the rules' path was the engineers' path. */
export function confidenceOf(standing: Standing): number {
  return shares[standing];
}
