const ends = /\\["')][ \t\n>]{0,40}(?:\)|$)|\\["')][ \t]*\n/g;

/**
 * Where a title may stand in a block that ends with an escaped sign: to GitHub's reader of Markdown that sign ends it, to others
 * there is no title and so no link or definition. `bare` is the block with blanks in place of its code.
 */
export function oddTitle(bare: string): { readonly from: number; readonly to: number } | null {
  // A definition without its title may stand above the block.
  const from = /^["'(]/.test(bare) ? 0 : bare.search(/\][(:]/);
  if (from < 0 || !bare.includes("\\", from)) return null;
  const last = [...bare.matchAll(ends)].at(-1);
  return last === undefined || last.index < from ? null : { from, to: last.index + last[0].length };
}
