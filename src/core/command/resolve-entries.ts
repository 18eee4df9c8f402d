import { citedForm } from "../trace/cited-ids.ts";
import { withoutHiddenCharacters } from "../markdown/hidden-text.ts";
import { didYouMean } from "./did-you-mean.ts";

/** Which entries the words of a command name. */
type ResolvedEntries =
  | { readonly ids: readonly string[] }
  | { readonly unknown: string; readonly suggestion: string | null }
  /** Several entries end in this; the author has to choose. */
  | { readonly ambiguous: string; readonly candidates: readonly string[] };

/** Words of one ID that was written without quotes. */
const longestId = 12;

/**
 * Finds the entries that words name, in the order of `known`. A word is an ID, a prefix with `*`, `all`, or the end of
 * a qualified ID (`4.3.2` for `condition 4.3.2`, a title for `path#title`, the ID that a title begins with); letter case counts only where it tells two
 * IDs apart. Words that together make up an ID need no quotes. No words: every entry.
 */
export function resolveEntries(said: readonly string[], known: readonly string[]): ResolvedEntries {
  // Copied from a comment, an ID has the gaps that keep it from being a link or a list there.
  const words = said.map(withoutHiddenCharacters);
  if (words.length === 0 || (words.length === 1 && words[0]?.toLowerCase() === "all")) return { ids: known };
  const found = new Set<string>();
  for (let at = 0; at < words.length;) {
    const { matches, length } = longestMatch(words, at, known);
    const word = words[at] ?? "";
    if (matches.length === 0) return { unknown: word, suggestion: suggest(words.slice(at), known) };
    const isPrefix = words[at + length - 1]?.endsWith("*") === true;
    if (matches.length > 1 && !isPrefix)
      return { ambiguous: words.slice(at, at + length).join(" "), candidates: matches };
    for (const id of matches) found.add(id);
    at += length;
  }
  return { ids: [...new Set(known)].filter((id) => found.has(id)) };
}

function longestMatch(
  words: readonly string[],
  from: number,
  known: readonly string[],
): { matches: readonly string[]; length: number } {
  for (let length = Math.min(longestId, words.length - from); length > 0; length -= 1) {
    const matches = matchesOf(words.slice(from, from + length).join(" "), known);
    if (matches.length > 0) return { matches, length };
  }
  return { matches: [], length: 1 };
}

function matchesOf(pattern: string, known: readonly string[]): readonly string[] {
  const bare = pattern.replace(/^\((.*)\)$/, "$1");
  const lower = bare.toLowerCase();
  const tests: readonly ((id: string) => boolean)[] = pattern.endsWith("*")
    ? [
        (id) => id.startsWith(pattern.slice(0, -1)),
        (id) => id.toLowerCase().startsWith(lower.slice(0, -1)),
        (id) => endings(id).some((end) => end.startsWith(lower.slice(0, -1))),
      ]
    : [
        (id) => id === pattern || id === bare,
        (id) => id.toLowerCase() === lower,
        (id) => endings(id).includes(lower),
        (id) => citedForm(id).toLowerCase() === lower,
      ];
  for (const test of tests) {
    // What went and what took its number have one ID: nobody can write more of it.
    const matches = [...new Set(known.filter(test))];
    if (matches.length > 0) return matches;
  }
  return [];
}

/** What follows each mark that qualifies an ID. */
function endings(id: string): string[] {
  const lower = id.toLowerCase();
  return [...lower.matchAll(/[#/ ]/g)].map(({ index }) => lower.slice(index + 1)).filter((end) => end !== "");
}

function suggest(words: readonly string[], known: readonly string[]): string | null {
  const word = words[0] ?? "";
  const near = didYouMean(word, known) ?? didYouMean(words.join(" "), known);
  if (near !== null) return near;
  const parts = new Map(known.map((id) => [id.split(/[#/]/).at(-1) ?? id, id]));
  const part = didYouMean(words.join(" "), [...parts.keys()]);
  return part === null ? null : (parts.get(part) ?? null);
}
