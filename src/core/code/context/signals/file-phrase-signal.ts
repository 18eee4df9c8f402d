import type { ChangeQuery } from "../change-query.ts";
import { splitWords } from "../split-words.ts";
import type { IndexedFile } from "../target-index.ts";
import { rarity, type Signal, scaled } from "./signal.ts";

/** A word in more of the file names than this is the SDK's own name or the like. */
const commonShare = 0.4;

/** Words of the file's name stand one behind the other in the entries: "channel options" is `ChannelOptions`. */
export function filePhraseSignal(files: readonly IndexedFile[], query: ChangeQuery): Signal {
  const holders = new Map<string, number>();
  for (const { pathWords } of files)
    for (const word of pathWords) holders.set(word, (holders.get(word) ?? 0) + 1);
  const weigh = (word: string): number => rarity(files.length, holders.get(word) ?? 1);
  const values: Signal = new Map();
  for (const file of files) {
    const words = splitWords(file.stem).filter(
      (word) => (holders.get(word) ?? 0) < files.length * commonShare,
    );
    values.set(file, bestRun(words, query.sequence, weigh));
  }
  return scaled(values);
}

/** The weightiest run of the name's words that the text has, the more so the more of the name it is. */
function bestRun(words: readonly string[], sequence: string, weigh: (word: string) => number): number {
  let best = 0;
  for (let from = 0; from < words.length; from++) {
    let weight = 0;
    for (let to = from; to < words.length; to++) {
      if (!sequence.includes(` ${words.slice(from, to + 1).join(" ")} `)) break;
      weight += weigh(words[to] ?? "");
      best = Math.max(best, (weight * (to + 1 - from)) / words.length);
    }
  }
  return best;
}
