import { estimateTokens } from "./estimate-tokens.ts";

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

/** The first files may take this part of what is left of the budget each, the others less. */
const firstFiles = { count: 3, share: 1 / 5 };
const otherShare = 1 / 9;
/** Tokens of the smallest excerpt: below, it says too little to be worth a place. */
const smallestExcerpt = 140;

/** Tokens that remain, and how many files are shown already. */
interface Room {
  readonly left: number;
  readonly rank: number;
}

/**
 * How much of a text to show in the room that remains: the whole file when it is within its share, else the lines
 * that weigh most with some lines around them, in their order. Null: not even a small excerpt fits.
 * `weigh` says how much a line (0-based) matters.
 */
export function fitBudget(
  text: string,
  { left, rank }: Room,
  weigh: (line: string, index: number) => number,
): Portion | null {
  if (left < smallestExcerpt) return null;
  const whole = estimateTokens(text.length);
  const part = rank < firstFiles.count ? firstFiles.share : otherShare;
  const share = Math.max(smallestExcerpt, Math.floor(left * part));
  if (whole <= share) return { tokens: whole, lines: null };
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
