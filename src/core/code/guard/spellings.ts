import { withoutEscapes } from "./escapes.ts";
import { joinedLiterals } from "./literals.ts";
import { quoted } from "./quoted.ts";
import { lineWithoutComments, withoutWidestComment } from "./uncommented.ts";

/**
 * Each line as it stands, with what its literals stand for; as its language reads it; and only as it is read last: three ways to
 * look at the same lines.
 */
export function spellings(lines: readonly string[]): readonly (readonly string[])[] {
  const read = lines.map(readings);
  return [
    read.map((all) => all.join("\n")),
    read.map((all) => [...new Set(all.map(tightened))].join("\n")),
    read.map((all) => tightened(all.at(-1) ?? "")),
  ];
}

/**
 * A name may be spelled with escapes, in parts, with comments between, or between other signs than quotation marks: what a line may
 * stand for, the line itself first.
 */
export function readings(line: string): readonly string[] {
  const plain = [line, ...withoutEscapes(line)];
  const bare = /\/\*|\{-|\(\*|<!--|#\||--\[/.test(line) ? plain.flatMap(withoutComments) : [];
  const all = [...plain, ...bare].flatMap((one) => {
    const literals = quoted(one);
    return [one, literals, ...joinedLiterals(literals)].map(withoutRawNames);
  });
  return [...new Set([line, ...all])];
}

/** Comments end at their first end or, where they nest, at their last one. */
function withoutComments(line: string): readonly string[] {
  return [lineWithoutComments(line), withoutWidestComment(line)];
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
