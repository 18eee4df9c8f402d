/**
 * Whether a block has what is the address or title of a link or definition to GitHub's reader of Markdown only: it takes brackets
 * that are not closed, and a title ends with a sign that is escaped. `bare` is the block with blanks in place of its code.
 */
export function hasOddTarget(bare: string): boolean {
  return hasOddTitle(bare) || hasOddAddress(bare);
}

const ends = /\\["'][ \t\n>]{0,40}\)|\\["')][ \t]*(?:\n|$)/;

function hasOddTitle(bare: string): boolean {
  // A definition without its title may stand above the block.
  const from = /^["'(]/.test(bare) ? 0 : bare.search(/\][(:]/);
  return from >= 0 && ends.test(bare.slice(from));
}

const address = /\][(:][ \t\n>]{0,40}([^\s<][^\s]{0,1000})/g;

function hasOddAddress(bare: string): boolean {
  return [...bare.matchAll(address)].some(([, written = ""]) => staysOpen(written));
}

/** Whether a bracket of an address is not closed before it ends. */
function staysOpen(written: string): boolean {
  let open = 0;
  for (const sign of written.replace(/\\[^]/g, "")) {
    if (sign === "(") open += 1;
    else if (sign === ")") open -= 1;
    if (open < 0) return false;
  }
  return open > 0;
}
