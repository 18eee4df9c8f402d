import { plainName, type ChangeQuery } from "./change-query.ts";
import type { ScoredFile } from "./score-files.ts";
import { splitWords, stopWords } from "./split-words.ts";

/** What the change is likely to touch, by plain names. */
export interface LikelyNames {
  /** Functions and members. */
  readonly names: ReadonlySet<string>;
  /** Types in the lines that declare them. */
  readonly types: ReadonlySet<string>;
}

const maxSources = 8;
const maxNames = 40;
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
  const names = new Set<string>();
  const types = new Set<string>();
  for (const { file } of scored.slice(0, maxSources)) {
    for (const match of file.text.matchAll(declaration)) {
      const name = declaredName(match);
      if (!names.has(plainName(name)) && (names.size >= maxNames || !isLikely(name, query))) continue;
      names.add(plainName(name));
      for (const type of match[0].match(typeName) ?? []) types.add(plainName(type));
    }
  }
  return { names, types };
}

const typeName = /\b[A-Z]\w{2,80}/g;

function declaredName(match: RegExpMatchArray): string {
  return match[1] ?? match[2] ?? match[3] ?? "";
}

function isLikely(name: string, query: ChangeQuery): boolean {
  if (notNames.has(name)) return false;
  return query.identifiers.has(plainName(name)) || (name.length >= shortest && saysIt(name, query));
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

type LikelyLine = "declares" | "expects" | "names" | "type";

/** Lines (0-based) that declare or hold a likely name, that expect something exactly near one, and that declare a type of theirs. */
export function likelyLines(text: string, { names, types }: LikelyNames): ReadonlyMap<number, LikelyLine> {
  const found = new Map<number, LikelyLine>();
  if (names.size === 0) return found;
  let last = -reach - 1;
  for (const [index, line] of text.split("\n").entries()) {
    const isNamed = (line.match(/[A-Za-z_]\w{2,80}/g) ?? []).some((name) => names.has(plainName(name)));
    if (isNamed) last = index;
    if (exact.test(line) && index - last <= reach) found.set(index, "expects");
    else if (isNamed) found.set(index, declares(line, names) ? "declares" : "names");
    else if (types.has(plainName(declaredType.exec(line)?.[1] ?? ""))) found.set(index, "type");
  }
  return found;
}

const declaredType =
  /^\s{0,40}(?:\w{1,20}\s{1,4}){0,3}(?:class|interface|struct|enum|protocol|trait|record|type|typealias)\s{1,4}([A-Z]\w{2,80})/;

function declares(line: string, names: ReadonlySet<string>): boolean {
  return [...line.matchAll(declaration)].some((match) => names.has(plainName(declaredName(match))));
}
