const named: Readonly<Record<string, string>> = {
  "FULL STOP": ".",
  SOLIDUS: "/",
  "LOW LINE": "_",
  "HYPHEN-MINUS": "-",
};

/** Escapes of characters, of all languages: by hexadecimal, octal and decimal numbers, and by name. */
const escape =
  /\\(?:u\{?0{0,6}([0-9a-f]{2})\}?|x\{?0{0,6}([0-9a-f]{2})\}?|U0{6}([0-9a-f]{2})|N\{U\+0{0,6}([0-9a-f]{2})\}|(?:o\{)?0?([0-7]{2,3})\}?|N\{(?:LATIN (SMALL|CAPITAL) LETTER ([A-Z])|([A-Z -]{5,20}))\})/gi;

/** The text that a literal stands for, as far as its escapes are of characters that are seen; two where it depends on the language. */
export function withoutEscapes(text: string): readonly string[] {
  if (!text.includes("\\")) return [];
  const inOctal = undone(text);
  const inDecimal = text.replace(/\\(\d{2,3})/g, (all, code: string) => seen(Number(code)) ?? all);
  return [...new Set([inOctal, inDecimal])].filter((one) => one !== text);
}

function undone(text: string): string {
  return text.replace(escape, (all: string, ...groups: readonly (string | undefined)[]) => {
    const [u, x, long, perl, octal, size, letter, sign] = groups;
    const hexadecimal = u ?? x ?? long ?? perl;
    if (hexadecimal !== undefined) return seen(parseInt(hexadecimal, 16)) ?? all;
    if (octal !== undefined) return seen(parseInt(octal, 8)) ?? all;
    if (letter !== undefined) return size?.toUpperCase() === "SMALL" ? letter.toLowerCase() : letter;
    return named[sign?.toUpperCase() ?? ""] ?? all;
  });
}

function seen(code: number): string | null {
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code) : null;
}

const partners: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };

/** How languages begin a literal without a quotation mark: `%q(`, `qw[`, `~s{`, `[[`, `[=[`, `R"x(`, `{|`. */
const opening =
  /(%[qQwWiI]?|\bq[qw]?\s?|~[a-zA-Z]{1,3}|\[={0,9}(?=\[)|\bR"\w{0,16}(?=\()|\{(?=\|))([^\w\s"'`;,.=])/g;

/** A line with such literals between quotation marks; those of words as several. */
export function quoted(line: string): string {
  let [kept, from] = ["", 0];
  for (const { 0: all, 1: sign = "", 2: bracket = "", index } of line.matchAll(opening)) {
    const start = index + all.length;
    const content = line.slice(start, start + 400).split(partners[bracket] ?? bracket, 2);
    if (index < from || content.length < 2) continue;
    const [text = ""] = content;
    const words = /^(?:%[wWiI]|qw\s?|~w)$/.test(sign) ? text.trim().split(/\s+/) : [text];
    kept += `${line.slice(from, index)}"${words.join('", "')}"`;
    from = start + text.length + 1;
  }
  return kept + line.slice(from);
}

const joiner = String.raw`\s{0,9}(?:\+{1,2}|\.{1,2}|<>|\\)?\s{0,9}`;
const between = new RegExp(`(?<!\\\\)(["'])${joiner}[bfru]{0,2}\\1(?=[^"'])`, "g");
const ends = new RegExp(`(?<=[^"'\\\\])(["'])${joiner}$`);
const begins = new RegExp(`^${joiner}[bfru]{0,2}(["'])(?!["'])`);

/** Literals that stand beside each other, or are joined by a sign, are one. */
export function joinedLiterals(line: string): string {
  return line.replace(between, "");
}

/** What is left of two lines where a literal ends the one and goes on in the other; null where none does. */
export function literalOver(line: string, next: string): readonly [string, string] | null {
  const [end, begin] = [ends.exec(line), begins.exec(next)];
  if (end === null || begin === null || end[1] !== begin[1]) return null;
  return [line.slice(0, end.index), next.slice(begin[0].length)];
}
