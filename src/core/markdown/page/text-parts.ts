import { isHiddenCharacter } from "../hidden-text.ts";
import type { PagePart, UnseenKind } from "./page-part.ts";

/** Longer than this, the label of a reference says more than a label. */
const maxLabel = 40;

const named =
  "ZeroWidthSpace|NegativeThinSpace|NegativeMediumSpace|NegativeThickSpace|NegativeVeryThinSpace|zwj|zwnj|lrm|rlm|shy|NoBreak|InvisibleTimes|InvisibleComma|ApplyFunction|it|ic|af";

const suspects = new RegExp(
  String.raw`&(?:#[xX]([0-9a-fA-F]{1,6})|#(\d{1,7})|(${named}));|!\[([^\]]*)\](\[[^\]]*\])?|\]\[([^\]]*)\]|\[\^([^\]\s]+)\]`,
  "g",
);

/**
 * What is left of something in a text: of a reference to a character that shows as nothing, and of what is an image, a link
 * or a footnote where a definition elsewhere on the page says so. Null: all of it.
 */
function leftOf(found: RegExpExecArray, shortLabel: (label: string) => string): [string, UnseenKind] | null {
  const [, hex, decimal, name, alternative, isImage, label, note] = found;
  if (hex !== undefined || decimal !== undefined || name !== undefined) {
    const code = hex === undefined ? Number(decimal ?? 0) : Number.parseInt(hex, 16);
    const isSeen = name === undefined && code <= 0x10ffff && !isHiddenCharacter(code);
    return isSeen ? null : ["", "character reference"];
  }
  if (alternative !== undefined)
    return isImage !== undefined || /\p{L}{2}\s+\p{L}{2}/u.test(alternative)
      ? ["![]", "alternative text"]
      : null;
  if (label !== undefined) return label.length > maxLabel ? ["][]", "definition"] : null;
  const short = shortLabel(note ?? "");
  return short === note ? null : [`[^${short}]`, "definition"];
}

/** Parts of a text that begins at `from` in the source. */
export function textParts(
  text: string,
  from: number,
  marks: PagePart["marks"],
  shortLabel: (label: string) => string,
): readonly PagePart[] {
  const parts: PagePart[] = [];
  let at = 0;
  for (const found of text.matchAll(suspects)) {
    const left = leftOf(found, shortLabel);
    if (left === null) continue;
    const end = found.index + found[0].length;
    parts.push({ from: from + at, to: from + found.index, left: null, kind: "attribute", marks });
    parts.push({ from: from + found.index, to: from + end, left: left[0], kind: left[1], marks });
    at = end;
  }
  return [...parts, { from: from + at, to: from + text.length, left: null, kind: "attribute", marks }];
}
