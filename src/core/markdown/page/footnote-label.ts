import { standIn } from "../hidden-text.ts";

/**
 * A footnote's label that every reader of Markdown takes for the same one: some fold letters, escapes and brackets otherwise.
 * Letters of scripts without cases are plain.
 */
const plainLabel = String.raw`[A-Za-z0-9_.\-\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]{1,60}`;

const whole = new RegExp(`^${plainLabel}$`, "u");

export function isPlainLabel(label: string): boolean {
  return whole.test(label);
}

/**
 * Whether a text may call a footnote somewhere, its own beginning aside: within a picture, in a label, or with signs before its label
 * that only some readers undo. `calls` are the labels behind such signs, how often each.
 */
export function mayBeCalled(label: string, calls: ReadonlyMap<string, number>): boolean {
  return (calls.get(folded(label)) ?? 0) > 1;
}

/** How often each label stands behind the sign of a footnote. */
export function labelsBehindSign(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, label = ""] of text.matchAll(/\^([^\s[\]^]{1,60})/g))
    counts.set(folded(label), (counts.get(folded(label)) ?? 0) + 1);
  return counts;
}

/** As labels are compared, letters of any case alike. */
function folded(label: string): string {
  return label.toLowerCase().toUpperCase();
}

/** A call, or words that every reader shows as they stand; with an address behind it, it is a link for some. */
const plain = /^\[\^[^[\]\\`<&\n]{1,100}\](?![[(])/;

/**
 * Where something in a block of Markdown begins like a footnote's call and is not plain: up to the last bracket. `bare` is the
 * block with blanks in place of its code.
 */
export function oddCall(block: string, bare: string): { readonly from: number; readonly to: number } | null {
  const last = Math.max(bare.lastIndexOf("]"), bare.lastIndexOf(")"));
  for (let at = bare.indexOf("[^"); at >= 0 && at < last; at = bare.indexOf("[^", at + 2))
    if (!plain.test(block.slice(at, at + 110))) return { from: at, to: last + 1 };
  return null;
}

/** Signs of a formula that are written as references: where it begins and ends is not sure. */
export function hasWrittenDollars(block: string): boolean {
  return /&(?:#0{0,5}36|#x0{0,5}24|dollar);/i.test(block) && /[%\\]/.test(block);
}

const signedLabel = /(!?)\[\^([^[\]\n]{1,1000})\]/g;

/** A label with a blank is none of a footnote to GitHub, but one of a link or definition; an exclamation mark before it makes no picture. */
function withBlankLabels(text: string): string {
  return text.replace(signedLabel, (found, mark: string, label: string) =>
    /[ \t]/.test(label) ? `${mark === "" ? "" : standIn}[${standIn}${label}]` : found,
  );
}

/**
 * A text with a letter for the sign of a footnote where its label has a blank, and for each character of a footnote's label that is not plain, so that a footnote begins there for this reader
 * too. Lines of HTML, counted from 1, stay as they are.
 */
export function withPlainDefinitions(text: string, htmlLines: ReadonlySet<number> = new Set()): string {
  const lines = withBlankLabels(text).split("\n");
  return lines.map((line, at) => (htmlLines.has(at + 1) ? line : withPlainDefinition(line))).join("\n");
}

function withPlainDefinition(line: string): string {
  const from = line.indexOf("[^") + 2;
  const to = line.indexOf("]", from);
  if (from < 2 || to <= from || line[to + 1] !== ":" || isPlainLabel(line.slice(from, to))) return line;
  if (!/^[ \t>*+\d.)-]*$/.test(line.slice(0, from - 2))) return line;
  return line.slice(0, from) + standIn.repeat(to - from) + line.slice(to);
}

/** Whether what looks like the call of a note is a link to GitHub: a destination follows it, or brackets stand around it. */
export function isNoCall(source: string, from: number, to: number): boolean {
  if (!isPlainLabel(source.slice(from + 2, to - 1))) return true;
  return /[([]/.test(source.charAt(to)) || /[[!^]/.test(source.charAt(from - 1));
}
