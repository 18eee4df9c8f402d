import type { Root } from "mdast";
import { withStandIns } from "../hidden-text.ts";
import type { FilePiece } from "./file-pieces.ts";
import { isPlainLabel } from "./footnote-label.ts";
import { definitionLines, labelsIn, targetsIn } from "./link-labels.ts";
import { parseWithNotes } from "./parse-with-notes.ts";
import type { UnseenIn } from "./unseen-in.ts";
import { unseenRanges } from "./unseen-ranges.ts";

/** Lines `from` to `to` (exclusive) of a file, and what of them is not seen; null: they are too tangled to be read. */
export interface ReadPiece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly unseen: UnseenIn | null;
}

/** The suspicious pieces of a file, each with those behind it that its blocks reach into. */
export function readPieces(lines: readonly string[], pieces: readonly FilePiece[]): readonly ReadPiece[] {
  const read: ReadPiece[] = [];
  for (let at = 0; at < pieces.length;) {
    const piece = pieces[at];
    if (piece?.isSuspicious !== true) {
      at += 1;
      continue;
    }
    const [found, next] = readFrom(lines, pieces, at);
    read.push(found);
    at = next;
  }
  return withTargets(read);
}

/** What refers to a definition of another piece is read again with it. */
function withTargets(pieces: readonly ReadPiece[]): readonly ReadPiece[] {
  const targets = new Map<string, string>();
  for (const { unseen } of pieces)
    for (const [label, target] of unseen?.targets ?? []) if (!targets.has(label)) targets.set(label, target);
  if (targets.size === 0) return pieces;
  return pieces.map((piece) => {
    if (piece.unseen === null) return piece;
    const named = [...labelsIn(piece.text)].filter((label) => targets.has(label));
    if (named.every((label) => piece.unseen?.targets.get(label) === targets.get(label))) return piece;
    const outside = definitionLines(named.map((label) => [label, targets.get(label) ?? ""]));
    return { ...piece, unseen: read(piece.text, outside).unseen };
  });
}

function readFrom(
  lines: readonly string[],
  pieces: readonly FilePiece[],
  at: number,
): readonly [ReadPiece, number] {
  const from = pieces[at]?.from ?? 0;
  for (let next = at + 1; ; next += next - at) {
    const end = Math.min(next, pieces.length);
    const to = pieces[end - 1]?.to ?? lines.length;
    const text = lines.slice(from, to).join("\n");
    const known = read(text);
    if (known.isWhole || end === pieces.length) return [{ from, to, text, unseen: known.unseen }, end];
  }
}

interface Reading {
  readonly unseen: UnseenIn | null;
  /** What follows begins a block of its own. */
  readonly isWhole: boolean;
}

/** Characters of pieces whose reading is kept: both sides of a change have most of theirs in common. */
const maxKept = 2_000_000;
const kept = new Map<string, Reading>();
let keptCharacters = 0;

function read(text: string, outside = ""): Reading {
  const key = `${text}\n\n${outside}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  if (keptCharacters > maxKept) {
    kept.clear();
    keptCharacters = 0;
  }
  const reading = parse(text, outside);
  kept.set(key, reading);
  keptCharacters += key.length;
  return reading;
}

/** A heading behind the text shows whether the text ends where its lines do; definitions behind it make calls of what calls others. */
function parse(text: string, outside: string, closing = ""): Reading {
  const written = withStandIns(text);
  const behind = (own: string): string => `${closing}\n\n# a\n\n${definitionsFor(own)}\n${outside}`;
  const parsed = parseWithNotes(written, "inside", behind);
  if (parsed === null) return { unseen: null, isWhole: true };
  const { tree, source } = parsed;
  const after = source.length + closing.length + 2;
  const isWhole = tree.children.some(
    ({ type, position }) => type === "heading" && position?.start.offset === after,
  );
  // In a fence that stays open the definitions would be code.
  const mark = isWhole || closing !== "" ? undefined : openFence(tree, source);
  if (mark !== undefined) return { ...parse(text, outside, `\n${mark}`), isWhole };
  const targets = targetsIn(tree, source);
  tree.children = tree.children.filter(({ position }) => (position?.start.offset ?? 0) < after);
  return { unseen: unseenRanges(tree, source, targets), isWhole };
}

/** The mark of a fence that a text ends in. */
function openFence(tree: Root, source: string): string | undefined {
  const last = tree.children.at(-1);
  if (last?.type !== "code") return undefined;
  return /^ {0,3}(`{3,}|~{3,})/.exec(source.slice(last.position?.start.offset))?.[1];
}

const mostLabels = 200;

function definitionsFor(source: string): string {
  const labels = new Set<string>();
  for (let at = source.indexOf("[^"); at >= 0; at = source.indexOf("[^", at + 2)) {
    const label = source
      .slice(at + 2, at + 64)
      .split("]", 1)
      .join("");
    if (isPlainLabel(label) && labels.size < mostLabels) labels.add(label);
  }
  return [...labels].map((label) => `[^${label}]: a\n`).join("");
}
