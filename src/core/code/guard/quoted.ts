/** A literal that begins without a quotation mark: what ends it, and whether it is of several words. */
interface Form {
  readonly opens: RegExp;
  readonly closes: (opening: readonly string[]) => string;
  readonly isOfWords?: RegExp;
}

const partners: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };

/** The sign that ends what another one begins. */
export function partner(sign = ""): string {
  return partners[sign] ?? sign;
}

const forms: readonly Form[] = [
  // Ruby and Crystal, Perl, sigils of Elixir.
  {
    opens: /(%[qQwWiIsrx]?|\bq[qwr]?\s?|~[a-zA-Z]{1,3})([^\w\s"'`;,.=])/,
    closes: ([, , sign]) => partner(sign),
    isOfWords: /^(?:%[wWiI]|qw\s?|~w)/,
  },
  // Lua; C++; OCaml; quotations of Haskell.
  { opens: /\[(={0,9})\[/, closes: ([, signs = ""]) => `]${signs}]` },
  { opens: /\bR"(\w{0,16})\(/, closes: ([, word = ""]) => `)${word}"` },
  { opens: /\{([a-z_]{0,16})\|/, closes: ([, word = ""]) => `|${word}}` },
  { opens: /\[[a-z]\w{0,20}\|/, closes: () => "|]" },
  // Groovy's dollars; its slashes, which are a pattern to others, where they hold no sign of one.
  { opens: /\$\/(?=[^\n]{1,400}\/\$)/, closes: () => "/$" },
  {
    opens:
      /(?<=(?:[=(,:[+]|<<|\breturn)\s{0,9})\/(?=(?:[^\s/\\^$()[\]*+?|{}]|\\\/|\$\{?\w{1,40}\}?){2,300}\/(?![\w/*]))/,
    closes: () => "/",
  },
];
const opening = new RegExp(forms.map(({ opens }) => `(?:${opens.source})`).join("|"), "g");
const each = forms.map((form) => ({ ...form, opens: new RegExp(form.opens.source, "y") }));
const longest = 400;

/** A line with such literals between quotation marks; those of words as several. */
export function quoted(line: string): string {
  let [kept, from] = ["", 0];
  for (const { index } of line.matchAll(opening)) {
    const found = index < from ? null : literalAt(line, index);
    if (found === null) continue;
    kept += `${line.slice(from, index)}"${found.text}"`;
    from = found.end;
  }
  return kept + line.slice(from);
}

function literalAt(line: string, at: number): { readonly text: string; readonly end: number } | null {
  for (const { opens, closes, isOfWords } of each) {
    opens.lastIndex = at;
    const match = opens.exec(line);
    if (match === null) continue;
    const closing = closes(match);
    const start = at + match[0].length;
    const rest = line.slice(start, start + longest);
    const end = closing === "/" ? rest.search(/(?<!\\)\//) : rest.indexOf(closing);
    if (end < 0) return null;
    const text = closing === "/" ? rest.slice(0, end).replaceAll("\\/", "/") : rest.slice(0, end);
    const isList = isOfWords?.test(match[0]) === true;
    return {
      text: isList ? text.trim().split(/\s+/).join('", "') : text,
      end: start + end + closing.length,
    };
  }
  return null;
}
