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
    for (const number of numbersIn(withDigits(text))) numbers.add(number);
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
  const said = withDigits(statement);
  const isLarge = (number: string): boolean => Number(number) > mostCounted;
  return (
    numbersIn(said).find((number) => isLarge(number) && !numbers.has(number)) ??
    amountsIn(said).find((number) => !numbers.has(number) && !numbers.has(String(Number(number) - 1))) ??
    null
  );
}

/** Parts, steps and cases are counted as they are listed. */
const mostCounted = 10;

/** Of a thing that is measured or tried again, which nobody counts in the text, but that the last time is one more. */
function amountsIn(text: string): string[] {
  const found = text.matchAll(
    /(?<![\p{L}\p{N}_.#-])([2-9]|10) ?(?:times|attempts|retries|tries|%|percent|(?:ms|s|milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?|bytes?|[KMG]i?B)\b)/gu,
  );
  return [...found].map(([, number = ""]) => number);
}

const words: ReadonlyMap<string, string> = new Map([
  ...["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, at) => [word, String(at + 2)] as const,
  ),
  ...["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"].map(
    (word, at) => [word, String(10 * (at + 2))] as const,
  ),
  ...([
    ["fifteen", "15"],
    ["twice", "2 times"],
    ["thrice", "3 times"],
    ["a dozen", "12"],
  ] as const),
  ...([
    ["a hundred", "100"],
    ["one hundred", "100"],
    ["a thousand", "1000"],
    ["one thousand", "1000"],
  ] as const),
]);
const anyWord = new RegExp(`\\b(?:${[...words.keys()].join("|")})\\b`, "gi");

/** Numbers in words are the same numbers. */
function withDigits(text: string): string {
  return text.replace(anyWord, (word) => words.get(word.toLowerCase()) ?? word);
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
