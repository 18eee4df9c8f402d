import { longestCodeMark } from "../html-comments.ts";

const longCodeMark = new RegExp(`\`{${String(longestCodeMark + 1)}}`);

/** Whether a block has a mark that other readers take for that of a code span. */
export function hasLongCodeMark(block: string): boolean {
  return longCodeMark.test(block);
}
