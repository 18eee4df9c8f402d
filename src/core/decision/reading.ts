import type { Change } from "../entries/change.ts";
import type { Entry, Span } from "../entries/entry.ts";
import { fenceLine } from "../markdown/fence.ts";
import { bare } from "./bare.ts";

/** One sentence, list item, table row or code line of an entry, verbatim, and where it stands. */
export interface Passage {
  readonly span: Span;
  /** The words without markup, lower case outside code spans; a line of code as it is, white space aside. */
  readonly bare: string;
  /** Came in with the change. */
  readonly fresh: boolean;
  readonly inFence: boolean;
}

/** What a criterion reads: the entry at head, cut into passages, and which of them the change brought. */
export interface Reading {
  readonly passages: readonly Passage[];
  readonly fresh: readonly Passage[];
  /** Passages at base that the change took away; their spans are lines of the base. */
  readonly gone: readonly Passage[];
  /** Bare text of the entry at base, or empty. */
  readonly before: string;
}

const readings = new WeakMap<Change, Reading>();

/** The reading of a change; made once per change, since every criterion asks for it. */
export function readChange(change: Change): Reading {
  const known = readings.get(change);
  if (known !== undefined) return known;
  const reading = makeReading(change);
  readings.set(change, reading);
  return reading;
}

function makeReading(change: Change): Reading {
  const entry = change.after ?? change.before;
  if (entry === null) return { passages: [], fresh: [], gone: [], before: "" };
  const old = change.after === null ? null : change.before;
  const oldPassages = old === null ? [] : withoutMarker(cut(old), old.id);
  const known = new Set(oldPassages.map((passage) => passage.bare));
  const passages = withoutMarker(cut(entry), entry.id).map((passage) => ({
    ...passage,
    fresh: !known.has(passage.bare),
  }));
  const kept = new Set(passages.map((passage) => passage.bare));
  return {
    passages,
    gone: oldPassages.filter((passage) => !kept.has(passage.bare)).map((one) => ({ ...one, fresh: false })),
    fresh: passages.filter((passage) => passage.fresh),
    before: oldPassages.map((passage) => passage.bare).join(" "),
  };
}

type Cut = Omit<Passage, "fresh">;

/** Drops the entry's own ID from the first passage's words: `(RTN15a) When …`, `FR-006: Users …`. */
function withoutMarker(passages: readonly Cut[], id: string): Cut[] {
  const name = id.replace(/^.*#/, "").toLowerCase();
  // A line that only holds the mark, `r[names.intro]`, says nothing, where others follow.
  const onlyMark = passages.length > 1 && passages[0]?.bare.toLowerCase() === `r ${name}`;
  const said = onlyMark ? passages.slice(1) : passages;
  return said.map((passage, i) => {
    const at = i === 0 ? passage.bare.toLowerCase().indexOf(name) : -1;
    if (at < 0 || at > longestPrefix) return passage;
    const rest = passage.bare.slice(at + name.length).replace(/^[\s):\].-]+/, "");
    return rest === "" ? passage : { ...passage, bare: rest };
  });
}

/** `(`, `requirement: `, `[req.` and the like before an ID. */
const longestPrefix = 24;

function cut(entry: Entry): Cut[] {
  const passages: Cut[] = [];
  let block: { line: number; text: string }[] = [];
  let inFence = false;
  const close = (): void => {
    if (block.length > 0) passages.push(...sentences(entry.file, block, inFence));
    block = [];
  };
  for (const line of entry.lines) {
    const trimmed = line.text.trim();
    if (fenceLine(trimmed) !== null) {
      close();
      inFence = !inFence;
      continue;
    }
    const follows = block.at(-1)?.line === line.line - 1;
    if (trimmed === "" || inFence || !follows || startsBlock.test(trimmed) || isHeading(block)) close();
    if (trimmed !== "") block.push(line);
  }
  close();
  return passages;
}

/** A heading ends with its line, also where no blank line follows. */
function isHeading(block: readonly { text: string }[]): boolean {
  return block.length === 1 && /^\s*#{1,6}\s/.test(block[0]?.text ?? "");
}

const startsBlock = /^(?:[-*+]\s|\d{1,3}[.)]\s|\||#{1,6}\s|>)/;

/** Sentences of a paragraph that may run over several lines. A quote over a line break keeps the break. */
function sentences(file: string, block: readonly { line: number; text: string }[], inFence: boolean): Cut[] {
  const text = block.map((line) => line.text).join("\n");
  const found: Cut[] = [];
  let start = 0;
  const push = (end: number): void => {
    const quote = text.slice(start, end).trim();
    const from = start + text.slice(start, end).indexOf(quote);
    start = end;
    const words = inFence ? quote.replace(/\s+/g, " ") : bare(quote);
    if (words === "") return;
    const span = { file, line: lineAt(block, from), endLine: lineAt(block, from + quote.length - 1), quote };
    found.push({ span, bare: words, inFence });
  };
  for (const stop of text.matchAll(/[.!?][)"*_`]?\s+(?=[A-Z`([*"'_])/g)) {
    if (!isListNumber(text.slice(start, stop.index))) push(stop.index + stop[0].length);
  }
  push(text.length);
  return found;
}

/** `3` in `3. The client …`: a full stop after it ends no sentence. */
function isListNumber(text: string): boolean {
  return /^[\s>*-]*\d{1,3}$/.test(text);
}

function lineAt(block: readonly { line: number; text: string }[], offset: number): number {
  let passed = 0;
  for (const line of block) {
    passed += line.text.length + 1;
    if (offset < passed) return line.line;
  }
  return block.at(-1)?.line ?? 1;
}
