import { estimateTokens } from "./estimate-tokens.ts";
import { blockAround } from "./excerpt-block.ts";

/** Inclusive, 1-based. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What of a file is shown, and what that costs. */
interface Portion {
  readonly tokens: number;
  /** Null: the whole file. */
  readonly lines: readonly LineRange[] | null;
}

/** How many files come first, and which part of what is left each of them, and each of the others, may take. */
export interface Shares {
  readonly count: number;
  readonly first: number;
  readonly other: number;
  /** Tokens kept for each file that is still to come, so that large ones in front do not push it out. */
  readonly keptForEach: number;
}
/** Tokens of the smallest excerpt: below, it says too little to be worth a place. */
const smallestExcerpt = 140;

/** Tokens that remain, and how many files are shown already. */
interface Room {
  readonly left: number;
  readonly rank: number;
  readonly shares: Shares;
  /** Files that are still to come. */
  readonly toCome: number;
}

/**
 * How much of a text to show in the room that remains: the whole file when it is within its share, else the lines
 * that weigh most with some lines around them, in their order. Null: not even a small excerpt fits.
 * `weigh` says how much a line (0-based) matters; the first `head` lines of a file that is likely to be changed are shown.
 */
export function fitBudget(
  text: string,
  { left, rank, shares, toCome }: Room,
  weigh: (line: string, index: number) => number,
  head = 0,
): Portion | null {
  if (left < smallestExcerpt) return null;
  const whole = estimateTokens(text.length);
  const isFirst = rank < shares.count;
  const part = isFirst ? shares.first : shares.other;
  const share = Math.max(
    smallestExcerpt,
    Math.floor(Math.max(left * shares.other, (left - toCome * shares.keptForEach) * part)),
  );
  if (whole <= share) return { tokens: whole, lines: null };
  return excerpt(text.split("\n"), share, { weigh, head: isFirst ? head : 0 });
}

/** Lines above and below: fewer where more do not fit. */
const linesAround = [6, 3, 1];

interface Choice {
  readonly weigh: (line: string, index: number) => number;
  readonly head: number;
}

function excerpt(lines: readonly string[], share: number, { weigh, head }: Choice): Portion | null {
  const order = lines
    .map((line, index) => ({ index, weight: weigh(line, index) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const shown = new Set<number>();
  let characters = 0;
  const add = ({ from, to }: LineRange): boolean => {
    const added: number[] = [];
    let cost = 0;
    for (let i = Math.max(0, from); i <= Math.min(lines.length - 1, to); i++) {
      if (shown.has(i)) continue;
      added.push(i);
      cost += (lines[i]?.length ?? 0) + 1;
    }
    if (estimateTokens(characters + cost) > share) return false;
    characters += cost;
    for (const i of added) shown.add(i);
    return true;
  };
  if (head > 0) add({ from: 0, to: head - 1 });
  for (const { index } of order) {
    if (shown.has(index)) continue;
    const block = blockAround(lines, index);
    if (block !== null && add(block)) continue;
    const around = linesAround.some((count) => add({ from: index - count, to: index + count }));
    if (!around) break;
  }
  if (shown.size === 0) return null;
  return { tokens: estimateTokens(characters), lines: ranges([...shown].sort((a, b) => a - b)) };
}

function ranges(sorted: readonly number[]): LineRange[] {
  const found: { from: number; to: number }[] = [];
  for (const index of sorted) {
    const last = found.at(-1);
    if (last && last.to === index) last.to = index + 1;
    else found.push({ from: index + 1, to: index + 1 });
  }
  return found;
}
