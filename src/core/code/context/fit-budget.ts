import { estimateTokens } from "./estimate-tokens.ts";
import { excerpt, type Portion } from "./excerpt.ts";

/** How many files come first, and which part of what is left each of them, and each of the others, may take. */
export interface Shares {
  readonly count: number;
  readonly first: number;
  readonly other: number;
  /** Tokens kept for each file that is still to come, so that large ones in front do not push it out. */
  readonly keptForEach: number;
  /** The file from which on only the lines that matter most are shown: they say where to look, should it be needed. */
  readonly outlinesFrom: number;
}
/** Tokens of the smallest excerpt, and of an outline: below, it says too little to be worth a place. */
const smallest = { excerpt: 140, outline: 60 };

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
 * that weigh most with some lines around them, in their order, or by themselves where their blocks are too long. Null: not even
 * such an outline fits.
 * `weigh` says how much a line (0-based) matters; the first `head` lines of a file that is likely to be changed are shown.
 */
export function fitBudget(
  text: string,
  { left, rank, shares, toCome }: Room,
  weigh: (line: string, index: number) => number,
  head = 0,
): Portion | null {
  if (left < smallest.outline) return null;
  const whole = estimateTokens(text.length);
  const lines = text.split("\n");
  const outline = (): Portion | null => excerpt(lines, smallest.outline, { weigh, head: 0, isOutline: true });
  if (rank >= shares.outlinesFrom) {
    if (whole <= smallest.excerpt && whole <= left) return { tokens: whole, lines: null };
    return outline();
  }
  const isFirst = rank < shares.count;
  const part = isFirst ? shares.first : shares.other;
  const fair = Math.floor(Math.max(left * shares.other, (left - toCome * shares.keptForEach) * part));
  const share = Math.min(left, Math.max(smallest.excerpt, fair));
  if (whole <= share) return { tokens: whole, lines: null };
  return excerpt(lines, share, { weigh, head: isFirst ? head : 0, isOutline: false }) ?? outline();
}
