/** Names and numbers of passages, by what they are told apart by. */
interface Vocabulary {
  readonly words: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

/** What the entries, what stands around them and the code that was shown say. */
export function vocabularyOf(texts: readonly string[]): Vocabulary {
  const words = new Set<string>();
  const numbers = new Set<string>();
  for (const text of texts) {
    for (const [word] of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) words.add(plainName(word));
    for (const number of numbersIn(text)) numbers.add(number);
  }
  return { words, numbers };
}

const smallest = 3;

/**
 * A name or a number in a statement that nothing known holds, so that nobody takes it for the spec's: `maxRetries`, 30 s. A
 * name is known when each word of it is, as a design may put words together; small numbers count things.
 */
export function beyond(statement: string, { words, numbers }: Vocabulary): string | null {
  for (const [, span = ""] of statement.matchAll(/`([^`\n]{1,120})`/g)) {
    const unknown = [...span.matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)]
      .map(([word]) => word)
      .find((word) => word.length >= smallest && !words.has(plainName(word)) && !isPutTogether(word, words));
    if (unknown !== undefined) return unknown;
  }
  return numbersIn(statement).find((number) => Number(number) > 10 && !numbers.has(number)) ?? null;
}

function isPutTogether(name: string, words: ReadonlySet<string>): boolean {
  const parts = name.split(/[_$]|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u).filter((part) => part !== "");
  return parts.length > 1 && parts.every((part) => words.has(plainName(part)));
}

function plainName(word: string): string {
  return word
    .toLowerCase()
    .replace(/[_$]/g, "")
    .replace(/(?<=\p{L}{3})s$/u, "");
}

/** Numbers that stand alone; parts of names (`sha256`, `CHA-T4`) are none. */
function numbersIn(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}_.#-])\d+(?:[.,]\d+)*(?![\p{L}_-]*\d)/gu)].map(([number]) =>
    number.replace(/[,_](?=\d{3})/g, ""),
  );
}
