const named: Readonly<Record<string, string>> = {
  "FULL STOP": ".",
  SOLIDUS: "/",
  "LOW LINE": "_",
  "HYPHEN-MINUS": "-",
  ...Object.fromEntries(
    "ZERO ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE"
      .split(" ")
      .map((digit, at) => [`DIGIT ${digit}`, `${at}`]),
  ),
};

/** Escapes of characters, of all languages: by hexadecimal, octal and decimal numbers, and by name; of addresses and XML, too. */
const escape =
  /\\#{0,3}(?:u{1,9}\{?0{0,6}([0-9a-f]{2})\}?|x\{?0{0,6}([0-9a-f]{2})\}?|U0{6}([0-9a-f]{2})|N\{U\+0{0,6}([0-9a-f]{2})\}|(?:o\{?)?0?([0-7]{2,3})\}?|N\{(?:LATIN (SMALL|CAPITAL) LETTER ([A-Z])|([A-Z -]{5,20}))\})|%([2-7][0-9a-f])|&#x0{0,9}([0-9a-f]{2});|&#0{0,9}(\d{2,3});/gi;
/** Characters that Ruby writes in one escape: `\u{67 68}`. */
const several = /\\u\{((?:[0-9a-f]{1,6}\s){1,200}[0-9a-f]{1,6})\}/gi;

function apart(_all: string, codes: string): string {
  return codes
    .split(/\s/)
    .map((code) => `\\u{${code}}`)
    .join("");
}

/** What some languages drop: the mark before a sign that needs none, Haskell's `\&`, and blanks between two marks. */
const dropped = /\\\\|\\(?:[ \t]{1,80}\\|&|([^\\bfnrtvxu0-7"'`\s&]))/g;
/** The same where no quotation mark says that it is a literal: `\.` and `\[` are of patterns there. */
const droppedOfWords = /\\\\|\\(?:[ \t]{1,80}\\|([ac-eg-mo-qswyzA-Z_/89-]))/g;

/**
 * The texts that a literal may stand for, as far as its escapes are of characters that are seen: several where it depends on the
 * language, which may also drop a mark that is none of its escapes.
 */
export function withoutEscapes(text: string): readonly string[] {
  if (!/[\\%&]/.test(text)) return [];
  const inOctal = undone(text.replace(several, apart));
  const inDecimal = text.replace(/\\(\d{2,3})/g, (all, code: string) => seen(Number(code)) ?? all);
  const read = [inOctal, inDecimal];
  return [...new Set([...read, ...read.map(withoutMarks)])].filter((one) => one !== text);
}

function withoutMarks(line: string): string {
  const pieces = line.split(/(["'`])/);
  return pieces
    .map((piece, at) =>
      piece.replace(
        at === 0 || at === pieces.length - 1 ? droppedOfWords : dropped,
        (all: string, sign?: string) => (all === "\\\\" ? all : (sign ?? "")),
      ),
    )
    .join("");
}

function undone(text: string): string {
  return text.replace(escape, (all: string, ...groups: readonly (string | undefined)[]) => {
    const [u, x, long, perl, octal, size, letter, sign, ofAddress, ofXml, decimal] = groups;
    const hexadecimal = [u, x, long, perl, ofAddress, ofXml].find((one) => one !== undefined);
    if (hexadecimal !== undefined) return seen(parseInt(hexadecimal, 16)) ?? all;
    if (octal !== undefined) return seen(parseInt(octal, 8)) ?? all;
    if (decimal !== undefined) return seen(Number(decimal)) ?? all;
    if (letter !== undefined) return size?.toUpperCase() === "SMALL" ? letter.toLowerCase() : letter;
    return named[sign?.toUpperCase() ?? ""] ?? all;
  });
}

function seen(code: number): string | null {
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : null;
}
