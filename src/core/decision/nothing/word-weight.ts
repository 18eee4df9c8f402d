import type { Word } from "../difference.ts";

/** Words that carry no demand of their own, and keywords that mean the same. */
const empty = new Set(
  "a an the this that these those of to in for on at by with from as is are be been being it its their they there which who whose will shall must has have had does do so then also just such thus therefore however e.g i.e etc see per described defined specified according following below above note".split(
    " ",
  ),
);

/** Words whose coming, going or change turns a rule. */
const turning = new Set(
  "not no never none neither nor without unless except only all any each every both either or if when until while before after first last more less greater fewer least most minimum maximum enable enabled disable disabled allow allowed deny denied forbid include included exclude excluded true false null empty optional optionally required should may can cannot default same different new old once twice again always immediately next previous synchronous asynchronous".split(
    " ",
  ),
);

export function carriesNothing(word: Word): boolean {
  return empty.has(word.text);
}

/** A word that is exact, or whose coming or going changes what is demanded. */
export function turnsARule(word: Word): boolean {
  return word.exact || turning.has(word.text);
}
