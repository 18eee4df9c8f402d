/** Share of words two texts have in common, 0 to 1 (Dice over word counts). Linear. */
export function textSimilarity(a: string, b: string): number {
  const left = words(a);
  const right = words(b);
  if (left.length + right.length === 0) return 1;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / (left.length + right.length);
}

const withoutSpaces = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/g;

/** How much a text says, in letters of an alphabet: a sign of a script without spaces stands for a word. */
export function sizeOf(text: string): number {
  return text.length + 3 * (text.match(withoutSpaces) ?? []).length;
}

function words(text: string): string[] {
  const spaced = text.replace(withoutSpaces, " $& ");
  return spaced.split(/[^\p{L}\p{N}_]+/u).filter((word) => word !== "");
}
