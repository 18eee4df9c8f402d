import { lineWithoutComments } from "./uncommented.ts";

/** Width of a tab, of all blanks between code before what follows is out of sight, and of an indent that nobody writes. */
const wide = { tab: 8, between: 120, indent: 200 };

/** Whether code stands where a reader who does not scroll sees none: blanks count together, as they may stand apart. */
export function isFarBehind(line: string): boolean {
  const end = line.trimEnd().length;
  let between = 0;
  for (const { 0: blanks, index } of line.slice(0, end).matchAll(/[ \t]{2,}/g)) {
    const width = widthOf(blanks);
    if (index === 0 && width > wide.indent) return true;
    if (index > 0 && width > wide.tab) between += width;
  }
  return between >= wide.between;
}

function widthOf(blanks: string): number {
  return blanks.length + (blanks.split("\t").length - 1) * (wide.tab - 1);
}

const otherBlank = /[^\P{Zs} ]/u;
const literal = /"(?:[^"\\]|\\.){0,400}"|'(?:[^'\\]|\\.){0,400}'|`(?:[^`\\]|\\.){0,400}`/g;
/** Where text stands, as far as one line tells: in a comment, between tags. */
const inText =
  /^\s*(?:\*(?=[\s*]|$)|>(?=\s|$)|;(?=[;\s]|$)|%(?=[%\s]|$)|--(?=[\s-]|$)|#(?=[\s#!]|$)|<!--)|(?:^|\s)\{-|<[^<>]{1,200}>[^<>{}]{0,400}$/;
/** Words by which a line of code begins, in whatever language. */
const keyword =
  /^\s*(?:return|throw|yield|await|async|else|new|delete|typeof|import|export|from|use|using|package|module|namespace|include|require|let|var|val|const|static|final|public|private|protected|def|class|struct|enum|interface|trait|impl|type|fn|func|fun|if|elsif|elif|unless|while|until|for|foreach|case|when|match|switch|do|begin|raise|assert|del|global|nonlocal|goto|defer|go|break|continue|puts|print|echo|extends|implements)(?!\w)/;

/** A blank that is no space, in code: a part of a name to some languages, a sign of another kind to the eye. */
export function blankOf(line: string): string | undefined {
  if (!otherBlank.test(line)) return undefined;
  const code = lineWithoutComments(` ${line}`).replace(literal, '""').slice(1);
  const at = code.search(otherBlank);
  if (at < 0) return undefined;
  const front = code.slice(0, at);
  if (inText.test(front) || ['"', "'", "`"].some((quote) => front.split(quote).length % 2 === 0))
    return undefined;
  const isProse =
    !/[=;(){}[\]"`]/.test(code.replace(/(?<=^|[ \t])\([^()]{0,200}\)(?=[\s.,:]|$)/g, "")) &&
    /^[\s\p{L}]/u.test(code);
  return isProse && !keyword.test(code)
    ? undefined
    : `a blank that is no space (U+${(code.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, "0")})`;
}
