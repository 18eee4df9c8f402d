import { isHiddenCharacter } from "../hidden-text.ts";
import type { PagePart } from "./page-part.ts";

const named =
  "ZeroWidthSpace|NegativeThinSpace|NegativeMediumSpace|NegativeThickSpace|NegativeVeryThinSpace|zwj|zwnj|lrm|rlm|shy|NoBreak|InvisibleTimes|InvisibleComma|ApplyFunction|it|ic|af";

const references = new RegExp(`&(?:#[xX]([0-9a-fA-F]{1,6})|#(\\d{1,7})|(?:${named}));`, "g");

/** Whether a reference is to a character that shows as something. */
function isSeen([, hex, decimal]: RegExpExecArray): boolean {
  if (hex === undefined && decimal === undefined) return false;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return code <= 0x10ffff && !isHiddenCharacter(code);
}

/** Parts of a text that begins at `from` in the source: references to characters that show as nothing are taken out. */
export function textParts(text: string, from: number, marks: PagePart["marks"]): readonly PagePart[] {
  const parts: PagePart[] = [];
  let at = 0;
  for (const found of text.matchAll(references)) {
    if (isSeen(found)) continue;
    const end = found.index + found[0].length;
    parts.push({ from: from + at, to: from + found.index, left: null, kind: "unread", marks });
    parts.push({ from: from + found.index, to: from + end, left: "", kind: "character reference", marks });
    at = end;
  }
  return [...parts, { from: from + at, to: from + text.length, left: null, kind: "unread", marks }];
}
