import { joinedLiterals, quoted, withoutEscapes } from "./literals.ts";

/** Each line as it stands, with what its literals stand for, and as its language reads it: two ways to look at the same lines. */
export function spellings(lines: readonly string[]): readonly (readonly string[])[] {
  const spelled = lines.map(spelledOut);
  return [spelled, spelled.map(tightened)];
}

/** A name may be spelled with escapes, in parts, or between other signs than quotation marks; all spellings are looked at. */
export function spelledOut(line: string): string {
  const plain = [line, ...withoutEscapes(line)];
  const others = plain.flatMap((one) => [one, quoted(one), joinedLiterals(quoted(one))].map(withoutRawNames));
  return [...new Set([line, ...others])].join(" ");
}

/** Names that are marked as names: Rust's `r#env`, C#'s `@Process`. */
function withoutRawNames(line: string): string {
  return line.replace(/\br#(?=[a-z_]\w)|(?<=[.\s(]|^)@(?=[A-Z]\w{1,60}\.)|(?<=\.)@(?=[A-Za-z])/g, "");
}

/**
 * The lines of texts that a line of data stands for, once and, as data may hold data, twice without its escapes; none where it
 * has no escapes.
 */
export function unescaped(line: string): readonly string[] {
  const once = withoutDataEscapes(line);
  const twice = withoutDataEscapes(once);
  return [...new Set([once, twice])]
    .filter((text) => text !== line)
    .flatMap((text) => text.split("\n").map((one) => one.replace(/["'][\]},\s]{0,20}$/, "")));
}

const controls: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "", b: "", f: "" };

function withoutDataEscapes(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(["'\\/bfnrt]))|&#(?:x0{0,9}([0-9a-f]{2})|0{0,9}(\d{2,3}));/gi,
    (_all, long?: string, short?: string, sign: string = "", ofXml?: string, decimal?: string) => {
      if (decimal !== undefined) return String.fromCharCode(Number(decimal));
      const code = long ?? short ?? ofXml;
      return code === undefined ? (controls[sign] ?? sign) : String.fromCharCode(parseInt(code, 16));
    },
  );
}

/**
 * Without what a language skips between the parts of a name: comments, blanks, quotes and brackets around a name, a
 * line's last backslash.
 */
function tightened(line: string): string {
  return lineWithoutComments(line)
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ ?(\?\.|\.|::|->) ?/g, "$1")
    .replace(/ (\(|\\$)/g, "$1")
    .replace(/`(\w{1,100})`/g, "$1")
    .replace(/'(\w{1,100})'(?=:['a-z]|\()/g, "$1")
    .replace(/(?<=[\w\])])\[(["'])([A-Za-z_]\w{0,100})\1\]/g, ".$2")
    .replace(/(?<![\w.$])\(["']?([A-Za-z_]\w{0,100})["']?\) ?(?=\()/g, "$1");
}

/** Comments within the line, before its first code, and at its end. */
function lineWithoutComments(line: string): string {
  const closed = line.indexOf("*/");
  const opened = line.indexOf("/*");
  let rest = closed >= 0 && (opened < 0 || closed < opened) ? line.slice(closed + 2) : line;
  let kept = "";
  for (let at = rest.indexOf("/*"); at >= 0; at = rest.indexOf("/*")) {
    const end = rest.indexOf("*/", at + 2);
    kept += rest.slice(0, at);
    rest = end < 0 ? "" : rest.slice(end + 2);
  }
  return (kept + rest).split(/\s(?:\/\/|#)\s/, 1)[0] ?? "";
}
