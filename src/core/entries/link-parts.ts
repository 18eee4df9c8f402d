/** Where code spans stand in a block of Markdown. */
export function codeSpans(text: string): readonly (readonly [from: number, to: number])[] {
  const runs = [...text.matchAll(/\\`|`+/g)].filter(([run]) => run !== "\\`");
  // The next run of as many marks, for each run.
  const next = new Map<number, number>();
  const closes = runs.map(() => -1);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.[0].length ?? 0;
    closes[index] = next.get(length) ?? -1;
    next.set(length, index);
  }
  const spans: [number, number][] = [];
  for (let index = 0; index < runs.length; index += 1) {
    const close = closes[index] ?? -1;
    const [run, end] = [runs[index], runs[close]];
    if (run === undefined || end === undefined) continue;
    spans.push([run.index, end.index + end[0].length]);
    index = close;
  }
  return spans;
}

/** Each `[` that is closed, and where; those of code spans and escaped ones are text. */
export function matchingBrackets(text: string): ReadonlyMap<number, number> {
  const spans = codeSpans(text);
  const found = new Map<number, number>();
  const open: number[] = [];
  let span = 0;
  for (let at = 0; at < text.length; at += 1) {
    const [from = text.length, to = text.length] = spans[span] ?? [];
    if (at === from) {
      at = to - 1;
      span += 1;
    } else if (text[at] === "\\") at += 1;
    else if (text[at] === "[") open.push(at);
    else if (text[at] === "]") {
      const start = open.pop();
      if (start !== undefined) found.set(start, at);
    }
  }
  return found;
}

/** Characters that may be looked at ahead in a block; then it is too tangled for anybody to read. */
interface LookAhead {
  left: number;
}

export function lookAhead(text: string): LookAhead {
  return { left: 20_000 + 20 * text.length };
}

/** Where the parenthesis of a link closes; null: nowhere, the end of the text: too tangled to be told. */
export function linkEnd(text: string, from: number, ahead: LookAhead): number | null {
  let depth = 0;
  let quote = "";
  for (let at = from; at < text.length; at += 1) {
    if ((ahead.left -= 1) < 0) return text.length;
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (quote !== "") quote = character === quote ? "" : quote;
    else if ((character === '"' || character === "'") && /\s/.test(text.charAt(at - 1))) quote = character;
    else if (character === "(") depth += 1;
    else if (character === ")" && depth === 0) return at;
    else if (character === ")") depth -= 1;
  }
  return null;
}

/** Where the `>` of a tag stands whose attributes begin here; else as `linkEnd`. */
export function tagEnd(text: string, from: number, ahead: LookAhead): number | null {
  let quote = "";
  for (let at = from; at < text.length; at += 1) {
    if ((ahead.left -= 1) < 0) return text.length;
    const character = text.charAt(at);
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "<") return null;
    else if (character === ">") return at;
  }
  return null;
}

/** A block without its link definitions (CommonMark 0.31, 4.7); a footnote is no such thing, it is read on the page. */
export function withoutDefinitions(block: string, note: (definition: string) => void): string {
  if (!block.includes("]:")) return block;
  let out = "";
  let at = 0;
  while (at < block.length) {
    const newline = block.indexOf("\n", at);
    const lineEnd = newline < 0 ? block.length : newline + 1;
    const end = definitionEnd(block, at);
    if (end === null) out += block.slice(at, lineEnd);
    else note(block.slice(at, end));
    at = end ?? lineEnd;
  }
  return out;
}

const maxLabel = 999;

/** Where the definition that begins with this line ends, or null. */
function definitionEnd(text: string, from: number): number | null {
  const open = after(text, from, /[ \t>*+\d.)-]/);
  if (text[open] !== "[" || text[open + 1] === "^") return null;
  let close = open + 1;
  while (close < text.length && close - open <= maxLabel && !/[[\]]/.test(text.charAt(close)))
    close += text[close] === "\\" ? 2 : 1;
  if (text[close] !== "]" || text[close + 1] !== ":") return null;
  const where = afterSpace(text, close + 2);
  const angle = text[where] === "<" ? text.indexOf(">", where) + 1 : 0;
  const end = angle > 0 ? angle : after(text, where, /\S/);
  if (end === where) return null;
  const title = afterSpace(text, end);
  const quote = { '"': '"', "'": "'", "(": ")" }[text.charAt(title)];
  const last = quote === undefined || title === end ? -1 : text.indexOf(quote, title + 1);
  return (last < 0 ? null : restIsBlank(text, last + 1)) ?? restIsBlank(text, end);
}

function after(text: string, from: number, wanted: RegExp): number {
  let at = from;
  while (at < text.length && wanted.test(text.charAt(at))) at += 1;
  return at;
}

/** Behind blanks and at most one end of a line. */
function afterSpace(text: string, from: number): number {
  const at = after(text, from, /[ \t]/);
  return text[at] === "\n" ? after(text, at + 1, /[ \t]/) : at;
}

/** Where the line ends, if nothing more stands on it. */
function restIsBlank(text: string, from: number): number | null {
  const at = after(text, from, /[ \t]/);
  return at === text.length || text[at] === "\n" ? at : null;
}

/** What was found outside of the spans; both in the order of the text. */
export function* outsideOf<M extends { readonly index: number }>(
  spans: Iterable<readonly [number, number]>,
  found: Iterable<M>,
): Generator<M> {
  const ahead = spans[Symbol.iterator]();
  let span = ahead.next();
  for (const each of found) {
    while (span.done !== true && span.value[1] <= each.index) span = ahead.next();
    if (span.done === true || each.index < span.value[0]) yield each;
  }
}
