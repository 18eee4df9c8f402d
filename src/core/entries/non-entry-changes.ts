import type { OutsideChange } from "./change.ts";
import { codeIdReferences } from "./code-id.ts";
import type { Entry, SourceFile, Spec } from "./entry.ts";
import { normaliseText } from "./fingerprint.ts";
import { scanSource } from "../markdown/scan/scan-source.ts";
import type { Block, ScannedSource } from "../markdown/scan/scanned-source.ts";

interface OutsideBlock {
  readonly block: Block;
  readonly text: string;
  /** Some of its lines are entries: a table whose rows are, of which the header is left. */
  readonly partly: boolean;
}

interface Outside {
  readonly scan: ScannedSource | null;
  readonly blocks: readonly OutsideBlock[];
  /** The text of every block, those of entries too, with its white space normalised. */
  readonly words: readonly string[];
}

/** Rulers, front matter, comments and the targets of links say nothing to a reader. */
const silent = new Set<Block["kind"]>(["rule", "front-matter", "definition", "comment"]);

/**
 * Blocks outside every entry that a file has on one side only. Text that an entry took up or left behind is there on both
 * sides, so it is none. A removed block is given with its line at base. Of a file without entries only what names one counts.
 * A file that was renamed is compared with the one it was, and called by its name at head.
 */
export function nonEntryChanges(
  path: string,
  base: { source: SourceFile | undefined; spec: Spec },
  head: { source: SourceFile | undefined; spec: Spec },
  known: ReadonlySet<string>,
): OutsideChange[] {
  const isSpec = [base, head].some(({ source, spec }) => entriesOf(spec, source?.path ?? path).length > 0);
  if (!isSpec && known.size === 0) return [];
  const before = outsideBlocks(base);
  const after = outsideBlocks(head);
  const missing = without(before, after);
  const now = missing.length > 0 ? after.words.join(" ") : "";
  const gone = missing.filter(({ text }) => !isWithin(normaliseText(text), now));
  const come = without(after, before).filter(
    ({ text }) => base.source !== undefined || !deltaTitle.test(text),
  );
  const keyword = binding(after);
  const change =
    (scan: ScannedSource | null, isNew: boolean) =>
    ({ block, text }: OutsideBlock): OutsideChange => ({
      file: path,
      line: block.line,
      endLine: block.endLine,
      heading: scan?.headings[block.heading]?.text ?? "",
      what: whatIs(block, text, scan),
      names: codeIdReferences(text, "", known),
      demands: isNew && block.kind !== "fence" && block.kind !== "code" && keyword.test(text),
    });
  const shown = come.map(change(after.scan, true));
  const places = new Set(come.map(({ block }) => block.kind));
  // A changed block is gone and come at once; it is reported once, at head.
  const all = [
    ...shown,
    ...gone.filter(({ block }) => !places.has(block.kind)).map(change(before.scan, false)),
  ];
  return isSpec ? all : all.filter(({ names }) => names.length > 0);
}

/** How a delta of OpenSpec is laid out; that a new one is says nothing beside its requirements. */
const deltaTitle = /^## (?:ADDED|MODIFIED|REMOVED|RENAMED) Requirements\s*$/;

/** Keywords of RFC 2119 as that writes them: in lower case they may only tell, where a text has them in capitals. */
const capitals = /\b(?:MUST|SHALL|REQUIRED)\b/;
const anyCase = /\b(?:must|shall)\b/i;

function binding({ words }: Outside): RegExp {
  return words.some((text) => capitals.test(text)) ? capitals : anyCase;
}

/** Fewer characters than these may stand anywhere. */
const shortest = 12;

/** A paragraph that another took up, as one that was given an ID. */
function isWithin(words: string, text: string): boolean {
  return words.length >= shortest && text.includes(words);
}

/** An IDL block, sample or table outside every entry, and the IDs among `ids` that it names. */
export interface Companion {
  readonly file: string;
  /** Of the first line that names one. */
  readonly line: number;
  readonly text: string;
  readonly what: OutsideChange["what"];
  readonly names: readonly string[];
}

/** What stands beside the entries of a file and names IDs; prose is left out, since it may speak of the past at length. */
export function companionsNaming(source: SourceFile, spec: Spec, ids: ReadonlySet<string>): Companion[] {
  const { scan, blocks } = outsideBlocks({ source, spec });
  return blocks.flatMap(({ block, text }) => {
    const what = whatIs(block, text, scan);
    const names = what === "prose" ? [] : codeIdReferences(text, "", ids).filter((id) => ids.has(id));
    if (names.length === 0) return [];
    const lines = scan?.lines.slice(block.line - 1, block.endLine) ?? [];
    const naming = lines.find((line) => line.text.includes(names[0] ?? ""));
    return [
      { file: source.path, line: naming?.number ?? block.line, text: naming?.text ?? text, what, names },
    ];
  });
}

function entriesOf(spec: Spec, path: string): readonly Entry[] {
  return spec.files.find((file) => file.path === path)?.entries ?? [];
}

function outsideBlocks({ source, spec }: { source: SourceFile | undefined; spec: Spec }): Outside {
  if (!source) return { scan: null, blocks: [], words: [] };
  const { path } = source;
  const scan = scanSource(source);
  const owned = new Set<number>();
  for (const entry of entriesOf(spec, path)) for (const { line } of entry.lines) owned.add(line);
  const read = scan.blocks.filter((block) => !silent.has(block.kind));
  const blocks = read
    .filter((block) => !owned.has(block.line))
    .map((block) => {
      const { text, partly } = unownedText(scan, block, owned);
      return { block, text, partly };
    });
  return { scan, blocks, words: read.map((block) => normaliseText(blockText(scan, block))) };
}

function unownedText(scan: ScannedSource, block: Block, owned: ReadonlySet<number>) {
  const lines = scan.lines.slice(block.line - 1, block.endLine);
  const left = block.kind === "table" ? lines.filter((line) => !owned.has(line.number)) : lines;
  return { text: left.map((line) => line.text).join("\n"), partly: left.length < lines.length };
}

function blockText(scan: ScannedSource, block: Block): string {
  const lines = scan.lines.slice(block.line - 1, block.endLine);
  return lines.map((line) => line.text).join("\n");
}

function without({ blocks }: Outside, other: Outside): OutsideBlock[] {
  const counts = new Map<string, number>();
  if (blocks.length === 0) return [];
  const partly = other.blocks.filter((block) => block.partly).map(({ text }) => normaliseText(text));
  for (const words of [...other.words, ...partly]) counts.set(words, (counts.get(words) ?? 0) + 1);
  const headers = other.blocks.some(({ partly }) => partly);
  return blocks.filter(({ text, partly }) => {
    const words = normaliseText(text);
    const left = counts.get(words) ?? 0;
    if (left > 0) counts.set(words, left - 1);
    // The header of a table of entries is news only where there were such tables before.
    return left === 0 && (!partly || headers);
  });
}

function whatIs(block: Block, text: string, scan: ScannedSource | null): OutsideChange["what"] {
  if (block.kind === "table") return "table";
  if (block.kind !== "fence" && block.kind !== "code") return "prose";
  const heading = scan?.headings[block.heading];
  if (/\bidl\b|interface definition/i.test(`${heading?.text ?? ""} ${heading?.anchor ?? ""}`)) return "idl";
  return /^\s{0,20}(?:export )?(?:class|interface|enum|type|service|message) [A-Za-z]/m.test(text)
    ? "idl"
    : "sample";
}
