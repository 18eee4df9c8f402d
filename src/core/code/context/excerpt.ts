import { estimateTokens } from "./estimate-tokens.ts";
import { blockAround, describedBy, headersAbove, isComment, noteAbove } from "./excerpt-block.ts";

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

interface Choice {
  /** How much a line (0-based) matters. */
  readonly weigh: (line: string, index: number) => number;
  /** First lines that are shown whatever they weigh. */
  readonly head: number;
  /** Only the lines themselves. */
  readonly isOutline: boolean;
}

/** Lines above and below: fewer where more do not fit. */
const linesAround = [4, 1];
/** What a comment counts, beside code that says the same. */
const commentShare = 0.5;

/**
 * The lines of a text that weigh most, each in the smallest block around it and below the lines that open what it stands in; a
 * comment is shown with what it describes, and no long block that says the same as one before it. Null: nothing fits.
 */
export function excerpt(lines: readonly string[], share: number, choice: Choice): Portion | null {
  const shown = new ShownLines(lines, share);
  if (choice.head > 0) shown.add([{ from: 0, to: choice.head - 1 }]);
  for (const index of heaviest(lines, share, choice)) {
    if (shown.has(index)) continue;
    if (choice.isOutline) {
      if (!shown.add([{ from: index, to: index }])) break;
      continue;
    }
    const block = blockAround(lines, index);
    if (block !== null && shown.repeats(block)) continue;
    const above = headersAbove(lines, block?.from ?? index).map((at) => ({ from: at, to: at }));
    if (block !== null && shown.add([block, ...above])) continue;
    const from = noteAbove(lines, index);
    const isShown = linesAround.some((count) =>
      shown.add([{ from: Math.min(from, index - count), to: index + count }, ...above]),
    );
    if (!isShown) break;
  }
  return shown.portion();
}

/** What a line must weigh to be shown: a part of what the heaviest ones do, but for a few that stand out. */
const telling = { rank: 6, share: 0.5 };

/**
 * Indexes by weight, the heaviest first; comments stand for the code below them. A line that is longer than the share is left
 * out: it would weigh most, and leave nothing of its file.
 */
function heaviest(lines: readonly string[], share: number, { weigh, isOutline }: Choice): readonly number[] {
  const fits = (index: number): boolean => estimateTokens((lines[index]?.length ?? 0) + 1) <= share;
  const sorted = lines
    .map((line, index) => {
      const comment = isComment(line);
      const weight = weigh(line, index) * (comment ? commentShare : 1);
      return { index: comment ? describedBy(lines, index) : index, weight };
    })
    .filter(({ index }) => fits(index))
    .sort((a, b) => b.weight - a.weight || a.index - b.index);
  const least = telling.share * (sorted[isOutline ? 0 : telling.rank]?.weight ?? 0);
  return sorted.filter(({ weight }) => weight >= least).map(({ index }) => index);
}

/** Lines of a block from which on it is worth asking whether it says anything new, and how much of it must. */
const repetition = { lines: 10, share: 0.7, characters: 12 };

/** Lines that are shown, within a share of tokens. */
class ShownLines {
  readonly #lines: readonly string[];
  readonly #share: number;
  readonly #shown = new Set<number>();
  readonly #texts = new Set<string>();
  #characters = 0;

  constructor(lines: readonly string[], share: number) {
    this.#lines = lines;
    this.#share = share;
  }

  has(index: number): boolean {
    return this.#shown.has(index);
  }

  /** False, and nothing is added, where they do not fit together. */
  add(ranges: readonly LineRange[]): boolean {
    const added = new Set<number>();
    for (const { from, to } of ranges)
      for (let at = Math.max(0, from); at <= Math.min(this.#lines.length - 1, to); at++)
        if (!this.#shown.has(at)) added.add(at);
    const cost = [...added].reduce((sum, at) => sum + (this.#lines[at]?.length ?? 0) + 1, 0);
    if (estimateTokens(this.#characters + cost) > this.#share) return false;
    this.#characters += cost;
    for (const at of added) {
      this.#shown.add(at);
      this.#texts.add((this.#lines[at] ?? "").trim());
    }
    return true;
  }

  /** Whether most of a long block stands in what is shown already. */
  repeats({ from, to }: LineRange): boolean {
    const texts = this.#lines
      .slice(from, to + 1)
      .map((line) => line.trim())
      .filter(({ length }) => length >= repetition.characters);
    if (texts.length < repetition.lines) return false;
    return texts.filter((line) => this.#texts.has(line)).length >= repetition.share * texts.length;
  }

  portion(): Portion | null {
    if (this.#shown.size === 0) return null;
    const sorted = [...this.#shown].sort((a, b) => a - b);
    return { tokens: estimateTokens(this.#characters), lines: ranges(sorted) };
  }
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
