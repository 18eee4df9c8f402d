/** A word of a command's arguments. */
export interface Word {
  readonly text: string;
  /** Written in quotes or as code: may hold spaces and is never an option. */
  readonly quoted: boolean;
}

/** A quote opens only at a word's start, so that `User's` is one word. */
const wordShape = /"[^"]*"(?=[\s,]|$)|'[^']*'(?=[\s,]|$)|`[^`]*`(?=[\s,]|$)|[^\s,]+/g;

/** Splits on white space and commas; quotes keep an ID with a space together. */
export function splitWords(text: string): Word[] {
  const words = text.replace(/[“”„]/g, '"').match(wordShape) ?? [];
  return words
    .map((word) => {
      const quoted = word.length > 1 && /^["'`]/.test(word) && word.endsWith(word.charAt(0));
      return { text: (quoted ? word.slice(1, -1) : word).trim(), quoted };
    })
    .filter((word) => word.text !== "");
}

/** IDs are never paths, options or markup: letters, digits and a few marks, `*` at the end for a prefix. */
export function isEntryPattern({ text, quoted }: Word): boolean {
  if (quoted) return text.length <= 300 && !/[\u0000-\u001f`]/.test(text);
  return (
    text.length <= 200 &&
    /^[\p{L}\p{N}(][\p{L}\p{N} ._:/()#@'-]*\*?$|^\*$/u.test(text) &&
    !text.includes("..")
  );
}

/** GitHub's repository and our target names. */
export function isTargetName({ text }: Word): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._/-]{0,139}$/.test(text) && !text.includes("..");
}
