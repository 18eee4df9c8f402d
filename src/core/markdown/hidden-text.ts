import { withoutComments } from "./html-comments.ts";

/** Text a reader of the rendered page does not see, and how much of it was removed. */
export interface HiddenText {
  readonly kind: "comment" | "zero-width" | "bidi" | "tag" | "variation-selector" | "control" | "filler";
  readonly count: number;
}

interface VisibleText {
  readonly text: string;
  /** One per kind found, in a fixed order; empty when nothing was hidden. */
  readonly hidden: readonly HiddenText[];
}

const kinds: readonly HiddenText["kind"][] = [
  "comment",
  "zero-width",
  "bidi",
  "tag",
  "variation-selector",
  "control",
  "filler",
];

/** Letters and symbols that render as nothing or as blank: Hangul and Khmer fillers, Braille blank, combining joiner, a place for an object. */
const fillers = new Set([
  0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0, 0xfffc, 0x1d159, 0x13441, 0x13442, 0x16fe4,
]);

/**
 * Removes what a reader cannot see: HTML comments outside of code (also unterminated ones), link definitions used as comments,
 * zero-width and bidirectional control characters, the tags block, variation selectors, private-use and unassigned
 * code points. Linear in the length, and a second pass finds nothing more.
 */
export function visibleText(text: string): VisibleText {
  const counts = new Map<HiddenText["kind"], number>();
  const note = (kind: HiddenText["kind"]): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const shown = withoutComments(dropCharacters(text, note), () => {
    note("comment");
  });
  const hidden = kinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
  return { text: shown, hidden };
}

/** Whether a character, by its code point, shows as nothing. */
export function isHiddenCharacter(code: number): boolean {
  return kindOf(String.fromCodePoint(code), code) !== null;
}

/** Text of code, where comments are seen: only without the characters that show as nothing. */
export function withoutHiddenCharacters(text: string): string {
  return dropCharacters(text, () => undefined);
}

/** A letter that no text needs, which is parsed as the characters that show as nothing are: it is no space and no sign. */
export const standIn = "\ua78f";
/** For what is a space to some readers of Markdown and none to others: of the block in which it stands nothing is sure. */
export const unsureSpace = "\ua7f7";

/**
 * A text in which a letter stands for each character that shows as nothing, so that Markdown reads it as the page does: taken
 * away, a character joins its neighbours to something else. `withoutStandIns` takes the letters away.
 */
export function withStandIns(text: string): string {
  if (!beyondPlain.test(text)) return text;
  let out = "";
  let previous = "";
  for (const character of text.replace(/\r\n?/g, "\n")) {
    if (character === "\f" || character === "\v") out += unsureSpace;
    else out += isUnseen(previous, character) ? standIn.repeat(character.length) : character;
    previous = character;
  }
  return out;
}

export function withoutStandIns(text: string): string {
  return text.replaceAll(standIn, "").replaceAll(unsureSpace, " ");
}

const beyondPlain = /[\u0000-\u0008\u000b-\u001f\u007f-\uffff]/;

function isUnseen(previous: string, character: string): boolean {
  return !isEmojiStyle(previous, character) && isHiddenCharacter(character.codePointAt(0) ?? 0);
}

function dropCharacters(text: string, note: (kind: HiddenText["kind"]) => void): string {
  if (!beyondPlain.test(text)) return text;
  let out = "";
  let previous = "";
  for (const character of text.replace(/\r\n?/g, "\n")) {
    const kind = isEmojiStyle(previous, character) ? null : kindOf(character, character.codePointAt(0) ?? 0);
    if (kind === null) out += character;
    else note(kind);
    previous = character;
  }
  return out;
}

/** Code points that fall into a kind by their number; the rest is told by its Unicode category. */
const ranges: readonly (readonly [number, number, HiddenText["kind"] | null])[] = [
  [0x09, 0x0a, null],
  [0x00, 0x1f, "control"],
  [0x20, 0x7e, null],
  [0x7f, 0x9f, "control"],
  [0x061c, 0x061c, "bidi"],
  [0x200e, 0x200f, "bidi"],
  [0x2028, 0x2029, "control"],
  [0x202a, 0x202e, "bidi"],
  [0x2066, 0x2069, "bidi"],
  [0x180b, 0x180f, "variation-selector"],
  [0xfe00, 0xfe0f, "variation-selector"],
  [0xe0000, 0xe007f, "tag"],
  [0xe0100, 0xe01ef, "variation-selector"],
];

function kindOf(character: string, code: number): HiddenText["kind"] | null {
  const range = ranges.find(([from, to]) => code >= from && code <= to);
  if (range !== undefined) return range[2];
  if (fillers.has(code)) return "filler";
  if (/\p{Cf}/u.test(character)) return "zero-width";
  return /[\p{Co}\p{Cn}\p{Cs}]/u.test(character) ? "control" : null;
}

/** The selector that makes the symbol before it an emoji or plain text is what a reader sees, not hidden. */
function isEmojiStyle(previous: string, character: string): boolean {
  return (character === "\ufe0f" || character === "\ufe0e") && /\p{Extended_Pictographic}/u.test(previous);
}
