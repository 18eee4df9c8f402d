const hashLanguages = new Set("py pyi rb pl pm r jl ex exs".split(" "));

/**
 * The text of a source file without its comments and doc strings, roughly: comments often repeat the specification's words
 * in files that merely declare, while what is edited is where the words are code. Linear.
 */
export function codeOnly(path: string, text: string): string {
  const isHash = hashLanguages.has(path.slice(path.lastIndexOf(".") + 1).toLowerCase());
  const bare = isHash ? withoutBlocks(text, '"""', '"""') : withoutBlocks(text, "/*", "*/");
  const lines = bare.split("\n");
  return lines.map((line) => (isHash ? (line.split("#", 1)[0] ?? "") : withoutLineComment(line))).join("\n");
}

function withoutBlocks(text: string, open: string, close: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) return [...kept, text.slice(at)].join(" ");
    kept.push(text.slice(at, start));
    at = end + close.length;
  }
}

/** `//` behind a colon is an address. */
function withoutLineComment(line: string): string {
  let at = line.indexOf("//");
  while (at > 0 && line[at - 1] === ":") at = line.indexOf("//", at + 2);
  return at < 0 ? line : line.slice(0, at);
}
