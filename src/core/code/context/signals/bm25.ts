/** A text as BM25 sees it: terms with counts, and how many there are in all. */
export interface CountedText {
  readonly terms: ReadonlyMap<string, number>;
  readonly length: number;
}

/** `k1`: how soon a repeated term stops counting; `b`: how much a long text is held against it, from 0 to 1. */
interface Bm25Settings {
  readonly k1: number;
  readonly b: number;
}

/** Inverse document frequency of the wanted terms; terms that no text has are absent. */
export function termRarity(
  texts: readonly CountedText[],
  wanted: ReadonlyMap<string, number>,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const term of wanted.keys()) {
    let holders = 0;
    for (const { terms } of texts) if (terms.has(term)) holders++;
    if (holders > 0) found.set(term, Math.log(1 + (texts.length - holders + 0.5) / (holders + 0.5)));
  }
  return found;
}

/** BM25 of each text for the wanted, weighted terms (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"). */
export function bm25(
  texts: readonly CountedText[],
  wanted: ReadonlyMap<string, number>,
  { k1, b }: Bm25Settings,
): number[] {
  const rare = termRarity(texts, wanted);
  const mean = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
  return texts.map(({ terms, length }) => {
    const norm = k1 * (1 - b + (b * length) / Math.max(1, mean));
    let score = 0;
    for (const [term, weight] of wanted) {
      const count = terms.get(term) ?? 0;
      if (count > 0) score += weight * (rare.get(term) ?? 0) * ((count * (k1 + 1)) / (count + norm));
    }
    return score;
  });
}
