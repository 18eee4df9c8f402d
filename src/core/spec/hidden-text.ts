/** Text a reader of the rendered page does not see, and how much of it was removed. */
export interface HiddenText {
  readonly kind: "comment" | "zero-width" | "bidi" | "tag" | "variation-selector" | "control" | "filler";
  readonly count: number;
}

export interface VisibleText {
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

/** Comments inside comments: more levels than this are broken up, not removed. */
const maxPasses = 4;
const commentOpener = /<!--|<!\[CDATA\[|<\?|<![A-Za-z]/;
const allCommentOpeners = new RegExp(commentOpener.source, "g");

/** Letters and symbols that render as nothing or as blank: Hangul and Khmer fillers, Braille blank, combining joiner. */
const fillers = new Set([0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0]);

/**
 * Removes what a reader cannot see: HTML comments (also unterminated ones), link definitions used as comments,
 * zero-width and bidirectional control characters, the tags block, variation selectors, private-use and unassigned
 * code points. Linear in the length, and a second pass finds nothing more.
 */
export function visibleText(text: string): VisibleText {
  const counts = new Map<HiddenText["kind"], number>();
  const note = (kind: HiddenText["kind"]): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  let shown = dropCharacters(text, note);
  for (let pass = 0; pass < maxPasses && commentOpener.test(shown); pass += 1)
    shown = dropComments(shown, note);
  shown = dropDefinitions(
    shown.replace(allCommentOpeners, (opener) => `< ${opener.slice(1)}`),
    note,
  );
  const hidden = kinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
  return { text: shown, hidden };
}

function dropCharacters(text: string, note: (kind: HiddenText["kind"]) => void): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!/[\u0000-\u0008\u000b-\u001f\u007f-\uffff]/.test(text)) return text;
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

function kindOf(character: string, code: number): HiddenText["kind"] | null {
  if (code === 0x0a || code === 0x09) return null;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return "control";
  if (code < 0xad) return null;
  if (isBidi(code)) return "bidi";
  if (code >= 0xe0000 && code <= 0xe007f) return "tag";
  if ((code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef)) return "variation-selector";
  if (code >= 0x180b && code <= 0x180f) return "variation-selector";
  if (fillers.has(code)) return "filler";
  if (code === 0x2028 || code === 0x2029) return "control";
  if (/\p{Cf}/u.test(character)) return "zero-width";
  return /[\p{Co}\p{Cn}\p{Cs}]/u.test(character) ? "control" : null;
}

/** The selector that makes the symbol before it an emoji or plain text is what a reader sees, not hidden. */
function isEmojiStyle(previous: string, character: string): boolean {
  return (character === "\ufe0f" || character === "\ufe0e") && /\p{Extended_Pictographic}/u.test(previous);
}

function isBidi(code: number): boolean {
  return (
    code === 0x061c ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2066 && code <= 0x2069)
  );
}

/** HTML comments, declarations, processing instructions and CDATA; an unterminated one hides the rest. */
function dropComments(text: string, note: (kind: HiddenText["kind"]) => void): string {
  let out = "";
  let at = 0;
  while (at < text.length) {
    const start = nextOpener(text, at);
    if (start === null) return out + text.slice(at);
    out += text.slice(at, start.index);
    note("comment");
    const end = text.indexOf(start.close, start.index + start.length);
    if (end < 0) return out;
    at = end + start.close.length;
  }
  return out;
}

function nextOpener(text: string, from: number): { index: number; length: number; close: string } | null {
  const opener = new RegExp(commentOpener.source, "g");
  opener.lastIndex = from;
  const match = opener.exec(text);
  if (match === null) return null;
  const length = match[0].length;
  if (match[0] === "<!--") return { index: match.index, length, close: "-->" };
  if (match[0] === "<?") return { index: match.index, length, close: "?>" };
  return { index: match.index, length, close: match[0].startsWith("<![") ? "]]>" : ">" };
}

/** `[//]: # (text)` and its like: link definitions whose label nobody would use. */
function dropDefinitions(text: string, note: (kind: HiddenText["kind"]) => void): string {
  if (!text.includes("]:")) return text;
  const kept = text.split("\n").filter((line) => {
    const isComment = /^ {0,3}\[(?:\/\/|#|comment|_|\.|-)?[^\]\n]{0,40}\]: *(?:#|<>|<#>|\/)(?:\s.*)?$/i.test(
      line,
    );
    if (isComment) note("comment");
    return !isComment;
  });
  return kept.join("\n");
}
