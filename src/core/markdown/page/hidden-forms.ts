import { withFences } from "../fence.ts";
import { labelsBehindSign, mayBeCalled } from "./footnote-label.ts";
import { labelsDefinedIn, normalLabel } from "./link-labels.ts";

const title = String.raw`(?:"[^"\n]{0,1000}"|'[^'\n]{0,1000}'|\([^()\n]{0,1000}\))`;
const address = String.raw`(?:<[^<>\n]{0,1000}>|[^\s()<>]{0,2000})`;
const target = String.raw`\(\s?${address}(?:\s{1,4}${title})?\s?\)`;
const plain = String.raw`[^[\]]{0,1000}`;

/** Code, in which nothing hides, and what does. Of links only those without brackets in their words have a title for sure. */
const forms = new RegExp(
  [
    "`[^`\\n]{1,1000}`|(?<comment><!--)|(?<reference>&#?[A-Za-z0-9]{1,40};)",
    String.raw`(?<!\\)(?<tag><[A-Za-z/!?][^<>]{0,2000}>)`,
    String.raw`(?<!\\)!\[(?<image>${plain}\](?:${target}|\[${plain}\]))`,
    String.raw`(?<!\\)\[(?<call>\^[^\s\]]{1,100})\]`,
    String.raw`(?<!\\)\[${plain}(?<link>\]${target})`,
    String.raw`\](?<path>\([^\s()]{0,2000}\))`,
    String.raw`(?<!\\)(?:!|\])\[(?<label>[^[\]]{1,1000})\]`,
  ].join("|"),
  "dg",
);

const definition = new RegExp(
  String.raw`^[ \t>*+-]{0,40}(?<all>\[(?!\^)[^[\]\n]{1,1000}\]:[ \t]*(?:\n[ \t>]{0,40})?(?:<[^<>\n]{0,1000}>|[^\s<>]{1,2000})[ \t]*(?:\n?[ \t>]{0,40}${title})?)[ \t]*$`,
  "dgm",
);

type Range = readonly [from: number, to: number];

/**
 * A text, as long as it is, with blanks in place of what no reader of Markdown shows, told by its form alone and without a tree:
 * what a tree says is compared with this. What is in doubt stays.
 */
export function withoutHiddenForms(text: string): string {
  const { code, hidden } = byLines(text);
  hidden.push(...definitionsIn(text, code), ...inLines(text, code));
  let out = "";
  let at = 0;
  for (const [from, to] of hidden.toSorted(([a], [b]) => a - b)) {
    if (to <= at) continue;
    out += text.slice(at, Math.max(at, from)) + text.slice(Math.max(at, from), to).replace(/[^\n]/g, " ");
    at = to;
  }
  return out + text.slice(at);
}

/** The ranges of fenced code, and those of its info strings and of footnotes that nothing calls. */
function byLines(text: string): { readonly code: readonly Range[]; readonly hidden: Range[] } {
  const code: Range[] = [];
  const hidden: Range[] = [];
  const calls = labelsBehindSign(text);
  let at = 0;
  let isNote = false;
  let before = { text: "", inFence: false };
  for (const line of withFences(text)) {
    const range: Range = [at, at + line.text.length];
    if (line.inFence) code.push(range);
    if (line.inFence && !before.inFence) hidden.push(range);
    const [, label] = /^[ \t>*+\d.)-]{0,40}\[\^([^\s\]]{1,60})\]:/.exec(line.text) ?? [];
    if (label !== undefined) isNote = !mayBeCalled(label, calls);
    else isNote &&= before.text.trim() !== "" || /^(?:[ \t]|$)/.test(line.text);
    if (isNote && !line.inFence) hidden.push(range);
    at = range[1] + 1;
    before = line;
  }
  return { code, hidden };
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

function definitionsIn(text: string, code: readonly Range[]): readonly Range[] {
  const inside = codeAt(code);
  return [...text.matchAll(definition)].flatMap(({ indices, index }) => {
    const range = indices?.groups?.["all"];
    return range === undefined || inside(index) !== undefined ? [] : [range];
  });
}

function inLines(text: string, code: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  const defined = text.includes("]:") ? labelsDefinedIn(text) : new Set<string>();
  const sought = new RegExp(forms);
  const inside = codeAt(code);
  const lastEnd = text.lastIndexOf("-->");
  for (let form = sought.exec(text); form !== null; form = sought.exec(text)) {
    const end = inside(form.index)?.[1];
    if (end !== undefined) {
      sought.lastIndex = end;
      continue;
    }
    const groups: Readonly<Record<string, Range | undefined>> = form.indices?.groups ?? {};
    const { comment, label, ...others } = groups;
    const range =
      comment === undefined ? Object.values(others).find(Boolean) : commentAt(text, comment, lastEnd);
    if (range !== undefined) found.push(range);
    if (label !== undefined && defined.has(normalLabel(text.slice(...label)))) found.push(label);
    if (comment !== undefined && range !== undefined) sought.lastIndex = range[1];
  }
  return found;
}

/** A comment up to its end; one that begins a line and has none goes on to the end of the text. */
function commentAt(text: string, [from, begun]: Range, lastEnd: number): Range | undefined {
  if (lastEnd >= begun) return [from, text.indexOf("-->", begun) + 3];
  const before = from <= 40 ? `\n${text.slice(0, from)}` : text.slice(from - 41, from);
  return /\n[ \t>*+\d.)-]{0,40}$/.test(before) ? [from, text.length] : undefined;
}
