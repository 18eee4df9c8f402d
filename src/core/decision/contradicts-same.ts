import type { Change } from "../entries/change.ts";
import type { Entry } from "../entries/entry.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { neighbours } from "./judge-item.ts";
import { readChange } from "./reading.ts";

const negation = /\b(?:not|never|no|none|without|unless|cannot|only)\b|n't\b/g;
/** A number; with the name that it is part of, if any: `HTTP/2`, `sha256`. */
const numeral = /((?:\p{L}[\p{L}_/-]{0,40})?)(\d+(?:[.,]\d+)*)/gu;
const link = /\]\([^()\s]*\)|<https?:[^<>\s]*>|§{1,3}\s{0,3}[\d.]+/g;

/**
 * Whether a number or a negation came or went in what changed. The target of a reference is none; a name with a number is one
 * where another number takes its place, not where the whole name comes or goes; what another entry of the change gained word for
 * word has only moved there.
 */
export function contradictsSame(change: Change, context: SpecIndex): boolean {
  const { fresh, gone } = readChange(change);
  const moved = (text: string): boolean => gainedElsewhere(text, change, context);
  const texts = (passages: typeof fresh): string[] =>
    passages.map(({ bare }) => bare.replace(link, " ")).filter((text) => !moved(text));
  const [now, old] = [texts(fresh), texts(gone)];
  const all = (list: string[], pattern: RegExp): string =>
    list
      .flatMap((text) => text.match(pattern) ?? [])
      .sort()
      .join(" ");
  if (all(now, negation) !== all(old, negation)) return true;
  return numbers(now, namesOf(old)) !== numbers(old, namesOf(now));
}

const namesOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => [...text.matchAll(numeral)].map(([, name = ""]) => name)));

/** The numbers of texts, without those in names that the other side does not have at all. */
function numbers(texts: readonly string[], others: ReadonlySet<string>): string {
  return texts
    .flatMap((text) => [...text.matchAll(numeral)])
    .flatMap(([whole, name = ""]) => (name === "" || others.has(name) ? [whole] : []))
    .sort()
    .join(" ");
}

const plain = (text: string): string =>
  text
    .replace(/[*_`>]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** Whether another entry near by has a passage now that it had not before. */
function gainedElsewhere(text: string, change: Change, context: SpecIndex): boolean {
  const wanted = plain(text);
  if (wanted.length < 20 || change.after === null) return false;
  return neighbours(change, context).some(({ entry }) => {
    const other = context.change(entry.id);
    const has = (one: Entry | null | undefined): boolean =>
      one !== null && one !== undefined && plain(one.text).includes(wanted);
    return has(other?.after) && !has(other?.before);
  });
}
