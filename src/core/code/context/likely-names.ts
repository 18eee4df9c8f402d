import { plainName, type ChangeQuery } from "./change-query.ts";
import type { ScoredFile } from "./score-files.ts";
import { splitWords, stopWords } from "./split-words.ts";

/** Plain names of functions and members that the change is likely to touch. */
export type LikelyNames = ReadonlySet<string>;

const mostSources = 8;
const mostNames = 40;
const shortest = 5;

/** A declaration of something callable at the start of a line, in the ways of the languages known here. */
const declaration =
  /^[ \t]{0,80}(?:[-+] ?\([^)\n]{1,80}\) ?(\w{3,80})|(?:(?:export|default|public|private|protected|internal|open|override|static|final|abstract|async|suspend|virtual|pub|fileprivate|readonly|declare)\s{1,20}){0,6}(?:func|fun|def|fn|function|sub)\s{1,20}(?:\([^)\n]{1,80}\)\s{0,20}|\w{1,60}\.)?(\w{3,80})|(?:(?:export|public|private|protected|internal|override|static|final|abstract|async|virtual|readonly)\s{1,20}){0,6}(?:[\w<>[\],.?]{1,80}\s{1,20}){0,2}(\w{3,80})\??(?:<[^>\n]{1,60}>)?\([^;\n]{0,200}(?:\)|,|\()\s{0,20}(?::[^;\n]{1,120})?[;{]?\s{0,20}$)/gm;

const notNames = new Set(
  "if for while switch catch return await throw new else assert function super".split(" "),
);

/**
 * What the sources that are likely to change declare under the words of the change: `initialize` for "the initialization
 * function", `setContext` for "setting context". Their lines, callers and expectations are what a changed signature breaks.
 */
export function likelyNames(query: ChangeQuery, scored: readonly ScoredFile[]): LikelyNames {
  const found = new Set<string>();
  for (const { file } of scored.slice(0, mostSources)) {
    for (const match of file.text.matchAll(declaration)) {
      const name = match[1] ?? match[2] ?? match[3] ?? "";
      if (name.length < shortest || notNames.has(name) || found.has(plainName(name))) continue;
      if (query.identifiers.has(plainName(name)) || saysIt(name, query)) found.add(plainName(name));
      if (found.size >= mostNames) return found;
    }
  }
  return found;
}

/** Whether every word of the name is a word of the change. */
function saysIt(name: string, { words }: ChangeQuery): boolean {
  const own = splitWords(name).filter((word) => word.length > 2);
  return (
    own.length > 0 && own.some((word) => !stopWords.has(word)) && own.every((word) => isSaid(word, words))
  );
}

const longEnough = 6;

/** The word itself, or one of the same family: `initialize` and `initialization`. */
function isSaid(word: string, words: ChangeQuery["words"]): boolean {
  if (words.has(word) || stopWords.has(word)) return true;
  if (word.length < longEnough) return false;
  const root = word.slice(0, Math.max(longEnough, word.length - 3));
  return [...words.keys()].some((one) => one.startsWith(root));
}

const exact =
  /(?:[cC]alled(?:Once|Last|Nth)?With|assert_(?:called|awaited|has_calls|any_call)|have_received|\bverify\s*[({(]|[vV]erify(?:All)?\(|Received\(|AssertCalled|AssertNumberOfCalls|EXPECT_CALL|toEqual|toStrictEqual|toMatchObject|[aA]ssert_?[eE]quals?\b|XCTAssert|#expect|\.to\.(?:deep|equal|eql|be)|assert\.(?:equal|deepEqual|strictEqual|Equal)|\.Should\(|assertThat|is\.equal)/;
const reach = 12;

/** Lines (0-based) that hold a likely name, and those that expect something exactly near one. */
export function likelyLines(text: string, likely: LikelyNames): ReadonlyMap<number, "expects" | "names"> {
  const found = new Map<number, "expects" | "names">();
  if (likely.size === 0) return found;
  let last = -reach - 1;
  for (const [index, line] of text.split("\n").entries()) {
    const names = (line.match(/[A-Za-z_]\w{2,80}/g) ?? []).some((name) => likely.has(plainName(name)));
    if (names) last = index;
    if (exact.test(line) && index - last <= reach) found.set(index, "expects");
    else if (names) found.set(index, "names");
  }
  return found;
}
