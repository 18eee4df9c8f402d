const indented = /^[ \t>]*(?:\t| {4})/;
const delimiter = /^[ \t>]*[|:-][|:\- \t]*$/;

/**
 * Rows in a paragraph of which GitHub makes a table: its head may go on a paragraph with an indent, where other readers see words to
 * the end, and cells beyond those of the head are not shown. Null: there are none.
 */
export function lazyTable(paragraph: string): { readonly from: number; readonly to: number } | null {
  if (!paragraph.includes("|")) return null;
  const lines = paragraph.split("\n");
  const at = lines.findIndex(
    (line, row) =>
      row > 1 && delimiter.test(line) && /[|:]/.test(line) && indented.test(lines[row - 1] ?? ""),
  );
  if (at < 0) return null;
  return { from: lines.slice(0, at).join("\n").length, to: paragraph.length };
}
