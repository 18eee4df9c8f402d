import { mayBeFormulas } from "./dollars.ts";
import { isDrawn } from "./formula-grammar.ts";

/** A formula, and whether all of it is drawn so that it can be read. */
export interface Formula {
  readonly from: number;
  readonly to: number;
}

/** Whether a formula, with or without the signs around it, may hold words that nobody sees. */
export function mayHideWords(formula: string): boolean {
  let [from, to] = [0, formula.length];
  while (from < to && sign.test(formula.charAt(from))) from += 1;
  while (to > from && sign.test(formula.charAt(to - 1))) to -= 1;
  return !isDrawn(formula.slice(from, to));
}

const sign = /[$`\s]/;

/** Where one block of Markdown may be a formula that hides words. `block` has blanks in place of its code. */
export function hidingFormulas(block: string): readonly Formula[] {
  if (!block.includes("$")) return [];
  return mayBeFormulas(block)
    .filter(({ from, to }) => mayHideWords(block.slice(from, to)))
    .map(({ from, to }) => ({ from, to: to + 1 }));
}

/** Where display formulas that hide words stand in a whole text; they may go on over several blocks. */
export function hidingDisplays(text: string): readonly Formula[] {
  return [...text.matchAll(/\$\$[^$]*(?:\$(?!\$)[^$]*)*(?:\$\$|$)/g)]
    .filter(([formula]) => mayHideWords(formula))
    .map(({ 0: formula, index }) => ({ from: index, to: index + formula.length }));
}
