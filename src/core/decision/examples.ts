import type { Span } from "../entries/entry.ts";
import type { Passage, Reading } from "./reading.ts";
import { flat, quoteAround } from "./rules/match-terms.ts";

/** An example counts where it brings what goes in and what comes out: two values in code marks, quoted, or numbers. */
const introduces = /(?<!\()(?:\bfor example\b|\be\.g\.|\bexample:)/;
const values = /`[^`\n]+`|"[^"\n]+"|(?<![\w.[#]|\w-)\d[\w.,:]*/g;
/** Characters in which they stand. */
const longestExample = 200;
/** Characters between `given` and its `then`. */
const longestSetting = 200;

interface Example {
  readonly span: Span;
  /** It came with the change; one that stood before may show something else of the entry. */
  readonly isFresh: boolean;
}

/** Places in the entry that give a concrete input or output: an example, a code block, a worked value. */
export function examplesIn({ passages }: Reading): readonly Example[] {
  const defining = new Set(blocksOf(passages).filter(defines).flat());
  return passages.flatMap((passage): Example[] => {
    if (defining.has(passage)) return [];
    const at = passage.inFence ? 0 : exampleAt(passage.span.quote);
    return at < 0 ? [] : [{ span: quoteAround(passage, at, 1), isFresh: passage.fresh }];
  });
}

/** The lines of code that stand together. */
function blocksOf(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const blocks: Passage[][] = [];
  for (const [at, passage] of passages.entries()) {
    if (!passage.inFence) continue;
    if (passages[at - 1]?.inFence === true) blocks.at(-1)?.push(passage);
    else blocks.push([passage]);
  }
  return blocks;
}

/** What a call gives, printed or written beside it. */
const answered = />>>|\/\/\s*(?:=>|->|→|prints|gives)|#\s*(?:=>|->|→)/;
const asserts = /\b(?:assert\w*|expect)\b/;
const literal = /"[^"\n]*"|'[^'\n]*'|(?<![\w.])\d[\w.]*|\b(?:true|false|null|none|nil)\b/gi;
const calledWith = /\w\(\s*(?:["'\d]|(?:true|false|null|none|nil)\b)/i;
/** A function that is given something. */
const takes = /\b(?:def|fn|func|function|fun)\s+\w+\s*\(\s*(?!self\s*\)|\))/;

/** Code that declares what is to be built, leaves gaps or shows how, and works nothing out. */
function defines(block: readonly Passage[]): boolean {
  const code = block.map(({ span }) => span.quote);
  const isRule = code.some((line) => takes.test(line));
  const given = code.join("\n").match(literal) ?? [];
  return !code.some((line) => answered.test(line) || (given.length > 1 && checks(line, isRule)));
}

/** Whether a line asserts a value; a rule written as code asserts too, of what it is given, and calls nothing with a value. */
function checks(line: string, isRule: boolean): boolean {
  const values = line.match(literal) ?? [];
  return asserts.test(line) && (isRule ? values.length > 1 && calledWith.test(line) : values.length > 0);
}

/** Where the first example has its first value, or -1. */
function exampleAt(quote: string): number {
  const text = flat(quote);
  const introduced = text.search(introduces);
  const brings = introduced >= 0 && valuesIn(quote, introduced, introduced + longestExample) > 1;
  const places = [brings ? introduced : -1, scenarioAt(quote, text)].filter((at) => at >= 0);
  if (places.length === 0) return -1;
  const first = Math.min(...places);
  const value = quote.slice(first).search(new RegExp(values));
  return first + Math.max(0, value);
}

/** A scenario is one where a value goes in and a value comes out: limits that are only required give none to begin with. */
function scenarioAt(quote: string, text: string): number {
  const given = text.search(/\bgiven\b/);
  if (given < 0) return -1;
  const then = text.slice(given, given + longestSetting).search(/\bthen\b/);
  if (then < 0) return -1;
  const result = given + then;
  return valuesIn(quote, given, result) > 0 && valuesIn(quote, result, result + longestExample) > 0
    ? given
    : -1;
}

function valuesIn(quote: string, from: number, to: number): number {
  return (quote.slice(from, to).match(values) ?? []).length;
}
