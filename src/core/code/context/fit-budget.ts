import { estimateTokens } from "./estimate-tokens.ts";

/** Inclusive, 1-based. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** What of a file is shown, and what that costs. */
export interface Portion {
  readonly tokens: number;
  /** Null: the whole file. */
  readonly lines: readonly LineRange[] | null;
}

/** A file may take at most this part of what is left of the budget, so that one large file does not push out the rest. */
const largestShare = 1 / 8;
/** An excerpt below this says too little to be worth a place. */
const smallestExcerpt = 150;

/**
 * How much of a text to show when `left` tokens remain: the whole file when it is within its share, else the lines
 * that weigh most with some lines around them, in their order. Null: not even a small excerpt fits.
 * `weigh` says how much a line (0-based) matters.
 */
export function fitBudget(
  text: string,
  left: number,
  weigh: (line: string, index: number) => number,
): Portion | null {
  const whole = estimateTokens(text.length);
  const share = Math.floor(left * largestShare);
  if (whole <= share) return { tokens: whole, lines: null };
  if (share < smallestExcerpt) return null;
  return excerpt(text.split("\n"), share, weigh);
}

const linesAround = 6;

function excerpt(
  lines: readonly string[],
  share: number,
  weigh: (line: string, index: number) => number,
): Portion | null {
  const order = lines
    .map((line, index) => ({ index, weight: weigh(line, index) }))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const shown = new Set<number>();
  let characters = 0;
  for (const { index } of order) {
    const added: number[] = [];
    let cost = 0;
    for (
      let i = Math.max(0, index - linesAround);
      i <= Math.min(lines.length - 1, index + linesAround);
      i++
    ) {
      if (shown.has(i)) continue;
      added.push(i);
      cost += (lines[i]?.length ?? 0) + 1;
    }
    if (estimateTokens(characters + cost) > share) break;
    characters += cost;
    for (const i of added) shown.add(i);
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
