/** Words in a row that make a passage recognisable as somebody's text. */
const least = 4;

/**
 * A text with every passage taken from `sources` replaced by the number of its words: `⟨12 words of the spec⟩`. Golden
 * files of real specs show every word that is ours this way and none that is theirs.
 */
export function withoutWordsOf(text: string, sources: readonly string[]): string {
  const known = new Set(sources.flatMap((source) => runsOf(wordsOf(source).map(({ word }) => word))));
  return text
    .split("\n")
    .map((line) => maskLine(line, known))
    .join("\n");
}

interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function wordsOf(text: string): Word[] {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  return found.map((match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function runsOf(words: readonly string[]): string[] {
  return words
    .slice(0, Math.max(0, words.length - least + 1))
    .map((_, i) => words.slice(i, i + least).join(" "));
}

function maskLine(line: string, known: ReadonlySet<string>): string {
  const words = wordsOf(line);
  const taken = new Set<number>();
  runsOf(words.map(({ word }) => word)).forEach((run, i) => {
    if (known.has(run)) for (let at = i; at < i + least; at++) taken.add(at);
  });
  let masked = "";
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    if (!taken.has(i)) continue;
    const first = i;
    while (taken.has(i + 1)) i++;
    masked += `${line.slice(end, words[first]?.from)}⟨${String(i - first + 1)} words of the spec⟩`;
    end = words[i]?.to ?? end;
  }
  return masked + line.slice(end);
}
