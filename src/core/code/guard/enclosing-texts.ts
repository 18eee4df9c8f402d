/** How languages enclose a comment or text of several lines. Each is looked for by itself, so that none hides another. */
interface Form {
  readonly opens: RegExp;
  readonly closes: RegExp;
  /** Whether a beginning within it begins another one. */
  readonly nests?: true;
}

const forms: readonly Form[] = [
  { opens: /\/\*/g, closes: /\*\//g, nests: true },
  { opens: /\{-/g, closes: /-\}/g, nests: true },
  { opens: /\(\*/g, closes: /\*\)/g, nests: true },
  { opens: /#\|/g, closes: /\|#/g, nests: true },
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

function linesIn(lines: readonly string[], form: Form): ReadonlySet<number> {
  const found = new Set<number>();
  let depth = 0;
  for (const [at, line] of lines.entries()) {
    if (depth > 0) found.add(at);
    depth = depthAfter(line, form, depth);
  }
  return found;
}

function depthAfter(line: string, { opens, closes, nests }: Form, before: number): number {
  let [depth, from] = [before, 0];
  for (;;) {
    const opening = depth === 0 || nests === true ? next(opens, line, from) : null;
    const closing = depth > 0 ? next(closes, line, from) : null;
    if (opening === null && closing === null) return depth;
    const isOpening = closing === null || (opening !== null && opening.at < closing.at);
    depth += isOpening ? 1 : -1;
    from = (isOpening ? opening?.end : closing.end) ?? line.length;
  }
}

function next(
  form: RegExp,
  line: string,
  from: number,
): { readonly at: number; readonly end: number } | null {
  form.lastIndex = from;
  const match = form.exec(line);
  return match === null ? null : { at: match.index, end: match.index + match[0].length };
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
