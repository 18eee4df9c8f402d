const mark = /^(?:[-*+]|\d{1,9}[.)])[ \t]{1,9}\[[ xX]\](?=\s|$)/;

/**
 * Whether a list item is a task in which GitHub reads a block behind its box, where others read words, and hides some: a
 * definition, a comment, a table with cells beyond its head.
 */
export function hidesBehindBox(item: string): boolean {
  const box = mark.exec(item)?.[0];
  if (box === undefined) return false;
  const behind = item.slice(box.length).trimStart();
  if (/^<[!?]/.test(behind) || (behind.startsWith("[") && behind.includes("]:"))) return true;
  const [first = ""] = behind.split(/\n[ \t>]*\n/, 1);
  return first.split("\n").some((line) => /^[ \t>]*[|:-][|:\- \t]*$/.test(line) && /[|:]/.test(line));
}
