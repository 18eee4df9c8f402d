/** Where a text may be a formula, its signs included. */
interface Stretch {
  readonly from: number;
  /** Where its last sign begins. */
  readonly to: number;
}

/** One dollar sign, or several in a row. */
interface Dollars {
  readonly at: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** What is begun before it goes on no further. */
  readonly isSure: boolean;
}

/** Of more signs in one block each stretch is not looked at by itself. */
const mostSigns = 16;

/**
 * Stretches of one block of Markdown that GitHub may take for a formula: none begins at a sign before a space, or ends at one
 * behind a space or before a digit. `$HOME and $USER` is prose, and so is `$5 or $6`. A sign that is escaped counts as well: what
 * draws formulas sees the page, on which it is not.
 */
export function mayBeFormulas(block: string): readonly Stretch[] {
  const signs = signsIn(block);
  if (signs.length > mostSigns) return longest(signs);
  return signs.flatMap((open, at) => (open.opens ? stretchesFrom(open, signs.slice(at + 1)) : []));
}

function signsIn(block: string): readonly Dollars[] {
  return [...block.matchAll(/\$+/g)].map(({ 0: run, index: at }) => {
    const [before, after] = [block[at - 1] ?? " ", block[at + run.length] ?? " "];
    if (run.length > 1) return { at, opens: true, closes: true, isSure: false };
    const closes = !blank.test(before) && !(before === "\n" ? /\w/ : /\d/).test(after);
    return { at, opens: !blank.test(after), closes, isSure: closes && before !== "\\" && ending.test(after) };
  });
}

/** The end of a line is not sure to be one. */
const blank = /[ \t]/;
const ending = /[ \t\n\r.,;:!?)]/;

function stretchesFrom(open: Dollars, behind: readonly Dollars[]): readonly Stretch[] {
  const sure = behind.findIndex((one) => one.isSure);
  const reached = sure < 0 ? behind : behind.slice(0, sure + 1);
  return reached.filter((one) => one.closes).map(({ at }) => ({ from: open.at, to: at }));
}

function longest(signs: readonly Dollars[]): readonly Stretch[] {
  const from = signs.find((one) => one.opens)?.at;
  const to = signs.findLast((one) => one.closes)?.at;
  return from === undefined || to === undefined || to <= from ? [] : [{ from, to }];
}
