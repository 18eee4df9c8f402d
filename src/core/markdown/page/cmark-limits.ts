import { unsureSpace } from "../hidden-text.ts";

import { longestCodeMark } from "../html-comments.ts";

const longCodeMark = new RegExp(`\`{${String(longestCodeMark + 1)}}`);

/** Whether a block has a mark that other readers take for that of a code span. */
function hasLongCodeMark(block: string): boolean {
  return longCodeMark.test(block);
}

/** A definition's label that is too long for some readers, and hides what follows for others. */
function hasLongLabel(block: string): boolean {
  return block.startsWith("[") && block.length > 500 && !/^\[[^\]]{0,500}\]/.test(block) && /\]:/.test(block);
}

/** Whether a paragraph is none to another reader: the mark of an empty list item stands at its beginning. */
export function isUnsureLine(block: string): boolean {
  return hasLongLabel(block) || /^(?:[-*+]|\d{1,9}[.)])[ \t]*\n/.test(block);
}

/** Whether another reader may see other blocks in what is a block of this type here. */
export function isUnsureBlock(type: string, written: string): boolean {
  if (type === "code") return written.split("\n", 1).join("").includes(unsureSpace);
  return written.includes(unsureSpace) || hasLongCodeMark(written);
}
