import { closesFence, fenceLine } from "../markdown/fence.ts";
import { codeSpans, outsideOf } from "./link-parts.ts";

/** The label of a footnote is not shown, its number is: a longer one than this says more than a label. */
const maxLabel = 12;

const reference = /\[\^([^\]\s]{1,100})\](:?)/g;
const definition = /^[\s>*+-]*\[\^([^\]\s]{1,100})\]:/;

interface NotedLine {
  readonly text: string;
  /** The footnote that it is part of, as its label; null: of none. */
  readonly note: string | null;
  /** It begins the footnote. */
  readonly begins: boolean;
}

/**
 * Markdown without footnotes that the page does not show: those that nothing on it refers to, be it that only each other
 * do, and all but the first of a label. Long labels become short ones. Linear in the length.
 */
export function withoutUnseenFootnotes(text: string, dropped: (line: string) => void): string {
  if (!text.includes("[^")) return text;
  const lines = notedLines(text);
  const seen = shownNotes(lines);
  const names = new Map<string, string>();
  const begun = new Set<string>();
  let isTwin = false;
  return lines
    .flatMap(({ text: line, note, begins }) => {
      if (note !== null && begins) {
        isTwin = begun.has(note);
        begun.add(note);
      }
      if (note === null || (seen.has(note) && !isTwin)) return [withShortLabels(line, names)];
      dropped(line);
      return [];
    })
    .join("\n");
}

function notedLines(text: string): readonly NotedLine[] {
  let open: ReturnType<typeof fenceLine> = null;
  let note: string | null = null;
  return text.split("\n").map((line) => {
    const isFenced = open !== null;
    if (open !== null && closesFence(open, line)) open = null;
    else open ??= fenceLine(line);
    const label = isFenced ? undefined : definition.exec(line)?.[1];
    if (label !== undefined) note = label.toLowerCase();
    else if (!/^(?:\s*$|\s{2,})/.test(line)) note = null;
    return { text: line, note, begins: label !== undefined };
  });
}

/** The labels that something on the page refers to, outside of footnotes or in one that is shown. */
function shownNotes(lines: readonly NotedLine[]): ReadonlySet<string> {
  const named = new Map<string | null, Set<string>>();
  for (const { text, note } of lines)
    for (const [, label = "", colon] of references(text))
      if (colon === "") named.set(note, (named.get(note) ?? new Set()).add(label.toLowerCase()));
  const shown = new Set(named.get(null));
  // A set takes in what is added while it is gone through.
  for (const label of shown) for (const next of named.get(label) ?? []) shown.add(next);
  return shown;
}

function references(line: string): Iterable<RegExpExecArray> {
  return line.includes("[^") ? outsideOf(codeSpans(line), line.matchAll(reference)) : [];
}

function withShortLabels(line: string, names: Map<string, string>): string {
  let out = "";
  let at = 0;
  for (const { 0: whole, 1: label = "", 2: colon = "", index } of references(line)) {
    if (label.length <= maxLabel) continue;
    const key = label.toLowerCase();
    const name = names.get(key) ?? `note-${String(names.size + 1)}`;
    names.set(key, name);
    out += `${line.slice(at, index)}[^${name}]${colon}`;
    at = index + whole.length;
  }
  return out + line.slice(at);
}
