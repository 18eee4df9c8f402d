/** Each line as it stands, with its escapes of letters, and as its language reads it: two ways to look at the same lines. */
export function spellings(lines: readonly string[]): readonly (readonly string[])[] {
  const spelled = lines.map(withoutEscapes);
  return [spelled, spelled.map(tightened)];
}

/** A name may be spelled with escapes of letters; both spellings are looked at. */
function withoutEscapes(line: string): string {
  const plain = line.replace(
    /\\u\{?0{0,6}([2-7][0-9a-f])\}?|\\U0{6}([2-7][0-9a-f])/gi,
    (_all, short?: string, long?: string) => String.fromCharCode(parseInt(short ?? long ?? "", 16)),
  );
  return plain === line ? line : `${line} ${plain}`;
}

/**
 * The lines of texts that a line of data stands for, once and, as data may hold data, twice without its escapes; none where it
 * has no escapes.
 */
export function unescaped(line: string): readonly string[] {
  const once = withoutJsonEscapes(line);
  const twice = withoutJsonEscapes(once);
  return [...new Set([once, twice])]
    .filter((text) => text !== line)
    .flatMap((text) => text.split("\n").map((one) => one.replace(/["'][\]},\s]{0,20}$/, "")));
}

const controls: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "", b: "", f: "" };

function withoutJsonEscapes(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(["'\\/bfnrt]))/gi,
    (_all, long?: string, short?: string, sign: string = "") => {
      const code = long ?? short;
      return code === undefined ? (controls[sign] ?? sign) : String.fromCharCode(parseInt(code, 16));
    },
  );
}

/** Without what a language skips between the parts of a name: comments, blanks, quotes around a name, a line's last backslash. */
function tightened(line: string): string {
  return lineWithoutComments(line)
    .trim()
    .replace(/\s+/g, " ")
    .replace(/ ?(\?\.|\.|::|->) ?/g, "$1")
    .replace(/ (\(|\\$)/g, "$1")
    .replace(/`(\w{1,100})`/g, "$1");
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
