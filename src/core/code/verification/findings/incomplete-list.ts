import { plainWord } from "../../syntax/values.ts";
import type { Unit } from "../source/product.ts";

const member = '(?:`[^`\\n]{1,40}`|"[^"\\n]{1,40}"|[A-Z][A-Z\\d]{1,11}(?![\\w-]))';
const list = new RegExp(`${member}(?:,\\s{1,3}${member}){1,20},?\\s{1,3}(?:and|or)\\s{1,3}${member}`, "g");

/**
 * Of "the methods GET, HEAD, PUT and PATCH", those that the source has nowhere, where it has the greater part of them in one
 * place: that place is the list, and it is short.
 */
export function missingMembers(
  quote: string,
  near: readonly Unit[],
  everywhere: readonly Unit[],
): readonly string[] {
  for (const [whole] of quote.matchAll(list)) {
    const members = [...whole.matchAll(new RegExp(member, "g"))].map(([one]) => one.replace(/[`"]/g, ""));
    const lost = members.filter((one) => !everywhere.some((unit) => holds(unit, one)));
    const there = members.length - lost.length;
    const isListed = near.some((unit) => members.filter((one) => holds(unit, one)).length === there);
    if (lost.length > 0 && there >= 2 && there > lost.length && isListed) return lost;
  }
  return [];
}

function holds({ values }: Unit, name: string): boolean {
  const plain = plainWord(name);
  if (plain === "") return true;
  return (
    [...values.words.keys()].some((word) => word.endsWith(plain) || word.startsWith(plain)) ||
    values.strings.some(([text]) => text.toLowerCase().includes(name.toLowerCase()))
  );
}
