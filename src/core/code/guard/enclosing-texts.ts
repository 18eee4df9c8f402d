/** How languages enclose a comment or text of several lines. Each is looked for by itself, so that none hides another. */
interface Form {
  readonly opens: RegExp;
  readonly closes: RegExp;
}

/** The signs of a form of which a beginning within it begins another one. */
interface Nesting {
  readonly both: RegExp;
  readonly closing: string;
}

const forms: readonly (Form | Nesting)[] = [
  { both: /\/\*|\*\//g, closing: "*/" },
  { both: /\{-|-\}/g, closing: "-}" },
  { both: /\(\*|\*\)/g, closing: "*)" },
  { both: /#\||\|#/g, closing: "|#" },
  { opens: /`/g, closes: /`/g },
  { opens: /(?<![\\'])"(?!')/g, closes: /(?<!\\)"/g },
  { opens: /\br#{1,9}"/g, closes: /"#/g },
  { opens: /(?:@\$?|\$@)"/g, closes: /(?<!")(?:"")?"(?!")/g },
  { opens: /\bR"\w{0,16}\(/g, closes: /\)\w{0,16}"/g },
  { opens: /\[=*\[/g, closes: /\]=*\]/g },
];

/** Lines, from 0, that stand in a text or a nested comment of several lines, by each form; the line at which it begins is none. */
export function linesInTexts(lines: readonly string[]): readonly ReadonlySet<number>[] {
  return [...forms.map((form) => linesIn(lines, form)), linesOfHeredocs(lines)];
}

function linesIn(lines: readonly string[], form: Form | Nesting): ReadonlySet<number> {
  const found = new Set<number>();
  let depth = 0;
  for (const [at, line] of lines.entries()) {
    if (depth > 0) found.add(at);
    depth = depthAfter(line, form, depth);
  }
  return found;
}

function depthAfter(line: string, form: Form | Nesting, before: number): number {
  if ("both" in form) return nestedAfter(line, form, before);
  let [depth, from] = [before, 0];
  for (;;) {
    const sign = depth === 0 ? form.opens : form.closes;
    sign.lastIndex = from;
    const match = sign.exec(line);
    if (match === null) return depth;
    depth = 1 - depth;
    from = match.index + match[0].length;
  }
}

/** One pass over all signs: a line of nothing but beginnings takes no longer. */
function nestedAfter(line: string, { both, closing }: Nesting, before: number): number {
  let depth = before;
  for (const [sign] of line.matchAll(both)) depth = Math.max(0, depth + (sign === closing ? -1 : 1));
  return depth;
}

const heredoc = /<<<?[~-]?\s?["'`]?([A-Za-z_]\w{0,60})/;

/** Texts that end at a line of the word by which they begin: `<<~TEXT`, `<<<'TEXT'`. */
function linesOfHeredocs(lines: readonly string[]): ReadonlySet<number> {
  const words = lines.map((line) => /^\s*([A-Za-z_]\w{0,60})\b/.exec(line)?.[1] ?? "");
  const last = new Map(words.map((word, at) => [word, at]));
  const found = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    const word = heredoc.exec(lines[at] ?? "")?.[1];
    if (word === undefined || (last.get(word) ?? 0) <= at) continue;
    const end = words.indexOf(word, at + 1);
    while (at < end) found.add((at += 1));
  }
  return found;
}
