/** Lines of a Markdown table, its head first, without a column that says nothing in any row. Cells are Markdown of one line. */
export function tableOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): readonly [string, string, ...string[]] {
  const isShown = columns.map((_, at) => rows.some((row) => row[at] !== ""));
  const line = (cells: readonly string[]): string =>
    `| ${cells.filter((_, at) => isShown[at]).join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)];
}
