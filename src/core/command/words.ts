/** Splits on white space and commas; quotes keep an ID with a space together; code marks around a word go. */
export function splitWords(text: string): string[] {
  const words = text.match(/"[^"]*"|'[^']*'|`[^`]*`|[^\s,"'`]+/g) ?? [];
  return words.map((word) => word.replace(/^["'`]|["'`]$/g, "").trim()).filter((word) => word !== "");
}

/** IDs are never paths, options or markup: letters, digits and a few marks, `*` at the end for a prefix. */
export function isEntryPattern(word: string): boolean {
  return (
    word.length <= 200 && /^[\p{L}\p{N}(][\p{L}\p{N} ._:/()#@-]*\*?$|^\*$/u.test(word) && !word.includes("..")
  );
}

/** GitHub's repository and our target names. */
export function isTargetName(word: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._/-]{0,139}$/.test(word) && !word.includes("..");
}
