import { withFences } from "../fence.ts";
import { opensHtml } from "../scan/scan-line.ts";
import { labelsBehindSign, mayBeCalled } from "./footnote-label.ts";
import { labelsDefinedIn, normalLabel } from "./link-labels.ts";

const title = String.raw`(?:"[^"\n]{0,1000}"|'[^'\n]{0,1000}'|\([^()\n]{0,1000}\))`;
const address = String.raw`(?:<[^<>\n]{0,1000}>|[^\s()<>]{0,2000})`;
const target = String.raw`\(\s?${address}(?:\s{1,4}${title})?\s?\)`;
const plain = String.raw`[^[\]]{0,1000}`;

/** Tags that GitHub shows as text. */
const shownTags = "iframe|noembed|noframes|plaintext|script|style|textarea|title|xmp";

/** Code, in which nothing hides, and what does. Of links only those without brackets in their words have a title for sure. */
const forms = new RegExp(
  [
    "`[^`\\n]{1,1000}`|(?<comment><!--)|(?<reference>&#?[A-Za-z0-9]{1,40};)",
    String.raw`(?<!\\)(?<tag><(?!\/?(?:${shownTags})\b)[A-Za-z/!?][^<>]{0,2000}>)`,
    String.raw`(?<!\\)!\[(?<image>${plain}\]${target})`,
    String.raw`(?<!\\)!\[(?<words>${plain})\]\[(?<by>${plain})\]`,
    String.raw`(?<!\\)\[(?<call>\^[^\s\]]{1,100})\]`,
    String.raw`(?<!\\)\[${plain}(?<link>\]${target})`,
    String.raw`\](?<path>\([^\s()]{0,2000}\))`,
    String.raw`(?<!\\)(?:!|\])\[(?<label>[^[\]]{1,1000})\]`,
  ].join("|"),
  "dg",
);

const definition = new RegExp(
  String.raw`^(?<lead>[ \t>*+-]{0,40})(?<all>\[(?!\^)[^[\]\n]{1,1000}\]:[ \t]*(?:\n[ \t>]{0,40})?(?:<[^<>\n]{0,1000}>|[^\s<>]{1,2000})[ \t]*(?:\n?[ \t>]{0,40}${title})?)[ \t]*$`,
  "dgm",
);

type Range = readonly [from: number, to: number];
type Groups = Readonly<Record<string, Range | undefined>>;

/**
 * A text, as long as it is, with blanks in place of what no reader of Markdown shows, told by its form alone and without a tree:
 * what a tree says is compared with this. What is in doubt stays.
 */
export function withoutHiddenForms(text: string): string {
  const { code, html, hidden } = byLines(text);
  hidden.push(...definitionsIn(text, code.concat(html)), ...inLines(text, code, html));
  let out = "";
  let at = 0;
  for (const [from, to] of hidden.toSorted(([a], [b]) => a - b)) {
    if (to <= at) continue;
    out += text.slice(at, Math.max(at, from)) + text.slice(Math.max(at, from), to).replace(/[^\n]/g, " ");
    at = to;
  }
  return out + text.slice(at);
}

interface ByLines {
  /** Lines of fenced code. */
  readonly code: Range[];
  /** Lines of HTML, in which nothing is Markdown. */
  readonly html: Range[];
  /** Info strings, and footnotes that nothing calls. */
  readonly hidden: Range[];
}

function byLines(text: string): ByLines {
  const code: Range[] = [];
  const html: Range[] = [];
  const hidden: Range[] = [];
  const calls = labelsBehindSign(text);
  let at = 0;
  let isNote = false;
  let isHtml = false;
  let before = { text: "", inFence: false };
  for (const line of withFences(text)) {
    const range: Range = [at, at + line.text.length];
    if (line.inFence) code.push(range);
    if (line.inFence && !before.inFence) hidden.push(range);
    isHtml &&= line.text.trim() !== "";
    isHtml ||= opensHtml(line.text.replace(/^[ \t>*+\d.)-]{0,40}/, ""), false);
    if (isHtml && !line.inFence) html.push(range);
    const [, label] = /^[ \t>*+\d.)-]{0,40}\[\^([^\s\]]{1,60})\]:/.exec(line.text) ?? [];
    if (label !== undefined) isNote = !mayBeCalled(label, calls);
    else isNote &&= before.text.trim() !== "" || /^(?:[ \t]|$)/.test(line.text);
    if (isNote && !isHtml && !line.inFence) hidden.push(range);
    at = range[1] + 1;
    before = line;
  }
  return { code, html, hidden };
}

/** The code that ends behind a place, if it begins before it; `places` are asked in their order. */
function codeAt(code: readonly Range[]): (place: number) => Range | undefined {
  let next = 0;
  return (place) => {
    while ((code[next]?.[1] ?? Number.POSITIVE_INFINITY) <= place) next += 1;
    const found = code[next];
    return found !== undefined && found[0] <= place ? found : undefined;
  };
}

/** Only behind what ends a paragraph is a definition one. */
const noParagraph = /^[ \t>]*(?:$|#|`{3}|~{3}|<|(?:[-*_][ \t]*){3,40}$)/;

function definitionsIn(text: string, others: readonly Range[]): readonly Range[] {
  const inside = codeAt(others.toSorted(([a], [b]) => a - b));
  const found: Range[] = [];
  for (const { indices, index } of text.matchAll(definition)) {
    const { all, lead = [0, 0] } = indices?.groups ?? {};
    if (all === undefined || inside(index) !== undefined) continue;
    const before = text.slice(
      Math.max(text.lastIndexOf("\n", index - 2) + 1, index - 200),
      Math.max(0, index - 1),
    );
    const isNext = (found.at(-1)?.[1] ?? -1) >= index - 1 - before.length;
    if (isNext || noParagraph.test(before) || /[*+-]/.test(text.slice(...lead))) found.push(all);
  }
  return found;
}

function inLines(text: string, code: readonly Range[], html: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  const defined = text.includes("]:") ? labelsDefinedIn(text) : new Set<string>();
  const sought = new RegExp(forms);
  const inside = codeAt(code);
  const isHtml = codeAt(html);
  const lastEnd = text.lastIndexOf("-->");
  for (let form = sought.exec(text); form !== null; form = sought.exec(text)) {
    const end = inside(form.index)?.[1];
    if (end !== undefined) {
      sought.lastIndex = end;
      continue;
    }
    const { comment, tag, reference, ...others }: Groups = form.indices?.groups ?? {};
    const range = comment === undefined ? (tag ?? reference) : commentAt(text, comment, lastEnd);
    if (range !== undefined) found.push(range);
    else if (isHtml(form.index) !== undefined) sought.lastIndex = form.index + 1;
    else found.push(...linkForms(others, (named) => defined.has(normalLabel(text.slice(...named)))));
    if (comment !== undefined && range !== undefined) sought.lastIndex = range[1];
  }
  return found;
}

/** What hides of a link or picture; of a reference only where something defines it. */
function linkForms(
  { words, by, label, ...sure }: Groups,
  isDefined: (label: Range) => boolean,
): readonly Range[] {
  const named = label ?? (by === undefined || by[0] === by[1] ? words : by);
  const unsure = named !== undefined && isDefined(named) ? [words, by, label] : [];
  return [...Object.values(sure), ...unsure].filter((one) => one !== undefined);
}

/** A comment up to its end; one that begins a line and has none goes on to the end of the text. */
function commentAt(text: string, [from, begun]: Range, lastEnd: number): Range | undefined {
  if (lastEnd >= begun) return [from, text.indexOf("-->", begun) + 3];
  const before = from <= 40 ? `\n${text.slice(0, from)}` : text.slice(from - 41, from);
  return /\n(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){0,40}$/.test(before) ? [from, text.length] : undefined;
}
