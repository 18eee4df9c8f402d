import type { ContentProblem } from "./content-problem.ts";
import { blankOf, isFarBehind } from "./blanks.ts";
import { endingOf } from "./path-facts.ts";

/** What a line may hold that the language, or the tool which reads the file first, takes otherwise than a reviewer does. */
interface Trap {
  /** Absent: in every language. */
  readonly endings?: ReadonlySet<string>;
  readonly pattern: RegExp;
  readonly what: string;
  /** How many of the first lines count; absent: all. */
  readonly lines?: number;
}

const cFamily = words("c h cc cpp cxx hh hpp hxx ipp m mm");

const traps: readonly Trap[] = [
  {
    // An end of line, a quotation mark or a sign of a comment, before anything else is read.
    endings: words("java groovy gvy gradle scala"),
    pattern: /(?<!\\)(?:\\\\)*\\u+00(?:0[aAdD]|2[2aAfF7]|5[cC])/,
    what: "an escape that ends a line, string or comment",
  },
  {
    // PEP 263, and the same of Ruby and others.
    pattern: /^[ \t\f]*#.{0,200}?coding[:=][ \t]*(?!utf[-_]?8\b|ascii\b|us-ascii\b)[-\w.]/i,
    what: "another encoding than UTF-8",
    lines: 2,
  },
  {
    endings: words("php phpt"),
    pattern: /\bdeclare\s?\([^)\n]{0,100}\bencoding\b/i,
    what: "another encoding than UTF-8",
  },
  {
    endings: words("pl pm t"),
    pattern: /^\s{0,20}use\s{1,9}(?:encoding|Filter|Acme|Inline|Switch)\b/,
    what: "a filter that rewrites the file",
  },
  { endings: cFamily, pattern: /\?\?[/=<>!]/, what: "a trigraph" },
  { endings: cFamily, pattern: /(?:^|\*\/)\s{0,200}%:/, what: "a sign of the preprocessor in other letters" },
  {
    endings: words("hs lhs"),
    pattern:
      /(?:\{-#\s{0,40}OPTIONS|OPTIONS_GHC)[^\n]{0,400}\s-(?:F\b|pgm|opt|fplugin|x\b)|^\s{0,80}-(?:F\b|pgm|opt[A-Z]|fplugin)/i,
    what: "a program for the compiler to run",
  },
  {
    pattern: /^#![^\n]{0,200}\b(?:ba|da|z|k|c|tc|fi)?sh\b/,
    what: "the first line of a script for a shell",
    lines: 1,
  },
];

const farBehind = "something far behind the end of what a reader sees";

/** How a suite of Haskell says that the tool of its test library lists the modules; one of the path, with nothing else. */
const findsTests =
  /^\{-# OPTIONS_GHC -F -pgmF (?:hspec|tasty|sydtest)-discover(?: -optF --[a-z-]{1,30}(?:=[\w.]{1,60})?){0,4} #-\}\s{0,20}$/;

/** A line of C that goes on in the middle of a name or of a sign of a comment. */
const spliced = /(?:(\w)|([/*]))\\[ \t]{0,20}\r?$/;

function isLongComment(line: string): boolean {
  return line.trimEnd().endsWith("\\") && /(?:^|[^:"'/])\/\//.test(line);
}

function isSpliced(line: string, next: string): boolean {
  const [, letter, sign] = spliced.exec(line) ?? [];
  return (letter !== undefined && /^\w/.test(next)) || (sign !== undefined && /^[/*]/.test(next));
}

/** Characters that the language reads otherwise than a reviewer does. Lines that the file had may stay. */
export function readOtherwise(path: string, content: string, before: string | null): ContentProblem | null {
  const ending = endingOf(path);
  const lines = content.split("\n");
  const known = new Set(before?.split("\n"));
  const own = traps.filter(({ endings }) => endings?.has(ending) !== false);
  for (const [at, line] of lines.entries()) {
    if (known.has(line) || (at === 0 && findsTests.test(line))) continue;
    const trap = own.find((one) => (one.lines ?? Infinity) > at && one.pattern.test(line));
    const what = trap?.what ?? blankOf(line) ?? (isFarBehind(line) ? farBehind : undefined);
    if (what !== undefined) return { rule: "hidden-character", line: at + 1, what };
    if (cFamily.has(ending) && isLongComment(line))
      return { rule: "hidden-character", line: at + 1, what: "a comment that goes on in the next line" };
    if (cFamily.has(ending) && isSpliced(line, lines[at + 1] ?? ""))
      return { rule: "hidden-character", line: at + 1, what: "a name or sign in two lines" };
  }
  return null;
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
