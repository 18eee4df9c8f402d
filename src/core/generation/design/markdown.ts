import { visibleText } from "../../spec/hidden-text.ts";

const longestQuote = 2000;

/** A code span that shows any text as it is: one line, bounded, what nobody would see removed. */
export function code(text: string): string {
  const line = visibleText(text).text.replace(/\s+/g, " ").trim().slice(0, 300);
  if (line === "") return "`?`";
  const ticks = "`".repeat(longestRun(line) + 1);
  return line.startsWith("`") || line.endsWith("`") ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

/** A fence longer than any in the text, so that nothing of it becomes live. */
export function fenced(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/\n+$/, "")}\n${fence}`;
}

/** A quote of the spec, shortened where it is long. */
export function quoted(text: string): string {
  const shown = visibleText(text).text;
  return fenced(shown.length > longestQuote ? `${shown.slice(0, longestQuote)}\n(shortened)` : shown, "text");
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** The text of a link: nothing in it can end it. */
export function label(text: string): string {
  return text.replace(/[^\p{L}\p{N}_./ -]/gu, "_").slice(0, 200);
}

/** Our own words, which may hold words of the spec: no markup survives. */
export function plain(text: string): string {
  return visibleText(text)
    .text.replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>@#!|~&]/g, (character) => `&#${character.charCodeAt(0)};`)
    .slice(0, 600);
}

/** IDs as code, in parentheses: where a statement comes from. */
export function cited(ids: readonly string[]): string {
  return `(${[...new Set(ids)].map(code).join(", ")})`;
}
