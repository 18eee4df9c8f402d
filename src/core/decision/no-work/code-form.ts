/** Languages in which white space outside of strings, and the ends of lines, mean nothing. */
const free = /^(?:json|graphql)$/;
/** Languages in which a line may end without a semicolon, and strings have either quote. */
const script = /^(?:js|javascript|ts|typescript)$/;

const token =
  /(?<comment>\/\/[^\n]*|\/\*[^]*?\*\/)|(?<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)|(?<space>\s+)|[\w$]+|[{}()[\],;]|[^\w\s$"'`{}()[\],;]+|./gs;

/**
 * A sample of code without what only sets its form: the white space between tokens, the quotes of a string, a comma before a
 * closing bracket, a semicolon at the end of a line. Languages that are not known come back as they are written.
 */
export function codeForm(language: string, code: string): string {
  const name = language.toLowerCase().split(/[\s,{]/)[0] ?? "";
  const isScript = script.test(name);
  if ((!isScript && !free.test(name)) || code.includes('"""')) return code;
  const tokens = [...code.matchAll(token)].flatMap(({ 0: word, groups = {} }): string[] => {
    if (groups["space"] !== undefined) return isScript && word.includes("\n") ? ["\n"] : [];
    if (groups["text"] !== undefined && isScript) return [word.replace(/^'([^"\\]*)'$/, '"$1"')];
    return [word];
  });
  // Where a slash may begin a pattern, white space may be what it looks for.
  if (tokens.some((word) => word.startsWith("/") && !/^\/[/*]/.test(word))) return code;
  return withoutEnds(tokens).join("\u0000");
}

const opens = /^[{([,;]$|^\n$/;
const closes = /^[})\],;.]/;
/** A line that begins so goes on with the one before it, where no semicolon ends that. */
const goesOn = /^[([`+*/-]/;

function withoutEnds(tokens: readonly string[]): readonly string[] {
  const kept: string[] = [];
  tokens.forEach((word, i) => {
    const rest = tokens.slice(i + 1, i + 4).filter((one) => one !== "\n" && !/^\/[/*]/.test(one));
    const [next = "}"] = rest;
    const endsLine = tokens[i + 1] === undefined || /^(?:\n|\}|\/\/)/.test(tokens[i + 1] ?? "");
    if (word === "," && /^[})\]]$/.test(next)) return;
    if (word === ";" && endsLine && !goesOn.test(next)) return;
    if (word === "\n" && (kept.length === 0 || opens.test(kept.at(-1) ?? "") || closes.test(next))) return;
    kept.push(word);
  });
  while (kept.at(-1) === "\n") kept.pop();
  return kept;
}
