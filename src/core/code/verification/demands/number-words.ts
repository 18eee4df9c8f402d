const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const sizes: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 };

const unit = `(?:${small.slice(1).join("|")}|${tens.join("|")})`;
/** `ninety`, `twenty-four`, `two hundred`, `a thousand`, `one hundred and fifty`. */
const words = new RegExp(
  `\\b(?:(?:an?|${unit}(?:-${unit})?)\\s(?:hundred|thousand|million)(?:\\sand\\s${unit}(?:-${unit})?)?|${unit}(?:-${unit})?)(?![\\w-])`,
  "gi",
);
const counted =
  /^\s+(?:(?:more|full|whole|consecutive|failed|unsuccessful|calendar)\s+)?(?:times|attempts|tries|retries|seconds?|minutes?|hours?|days?|weeks?|milliseconds?|characters|bytes|digits|cents?|euros|dollars|pounds|per\s?cent|corners)\b/i;

interface NumberInWords {
  readonly at: number;
  readonly text: string;
  readonly value: number;
}

/**
 * Numbers written in words that fix something: those above twelve, and smaller ones before a unit or tries. "One of two
 * kinds" fixes nothing. Linear.
 */
export function numbersInWords(passage: string): readonly NumberInWords[] {
  return [...passage.matchAll(words)].flatMap((match) => {
    const [text] = match;
    const value = valueOf(text);
    const after = passage.slice(match.index + text.length, match.index + text.length + 40);
    const isPart = /-$/.test(passage.slice(0, match.index)) || (/^(?:one|an?)\b/i.test(text) && value === 1);
    return isPart || (value <= 12 && !counted.test(after)) ? [] : [{ at: match.index, text, value }];
  });
}

function valueOf(text: string): number {
  let [whole, part] = [0, 0];
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    const size = sizes[word];
    if (size !== undefined) [whole, part] = [whole + (part === 0 ? 1 : part) * size, 0];
    else if (tens.includes(word)) part += (tens.indexOf(word) + 2) * 10;
    else part += Math.max(0, small.indexOf(word));
  }
  return whole + part;
}
