/** A mark of a code span that is longer than this is text for GitHub's reader of Markdown (cmark). */
const longestCodeMark = 80;

const longCodeMark = new RegExp(`\`{${String(longestCodeMark + 1)}}`);

/** Whether a block has a mark that other readers take for that of a code span. */
export function hasLongCodeMark(block: string): boolean {
  return longCodeMark.test(block);
}
