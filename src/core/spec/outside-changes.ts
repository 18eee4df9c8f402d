import type { OutsideChange } from "./change.ts";
import { codeIdReferences } from "./code-id.ts";
import type { SourceFile, Spec } from "./entry.ts";
import { normaliseText } from "./fingerprint.ts";
import { scanSource } from "./scan-source.ts";
import type { Block, ScannedSource } from "./scanned-source.ts";

interface OutsideBlock {
  readonly block: Block;
  readonly text: string;
}

/** Blocks outside every entry that a file has on one side only. A removed block is given with its line at base. */
export function outsideChanges(
  path: string,
  base: { source: SourceFile | undefined; spec: Spec },
  head: { source: SourceFile | undefined; spec: Spec },
  known: ReadonlySet<string>,
): OutsideChange[] {
  const before = outsideBlocks(path, base);
  const after = outsideBlocks(path, head);
  const gone = without(before.blocks, after.blocks);
  const come = without(after.blocks, before.blocks);
  const change =
    (scan: ScannedSource | null) =>
    ({ block, text }: OutsideBlock): OutsideChange => ({
      file: path,
      line: block.line,
      endLine: block.endLine,
      what: whatIs(block, text, scan),
      names: codeIdReferences(text, "", known),
    });
  const shown = come.map(change(after.scan));
  const places = new Set(come.map(({ block }) => block.kind));
  // A changed block is gone and come at once; it is reported once, at head.
  return [...shown, ...gone.filter(({ block }) => !places.has(block.kind)).map(change(before.scan))];
}

function outsideBlocks(
  path: string,
  { source, spec }: { source: SourceFile | undefined; spec: Spec },
): { scan: ScannedSource | null; blocks: OutsideBlock[] } {
  if (!source) return { scan: null, blocks: [] };
  const scan = scanSource(source);
  const owned = new Set<number>();
  for (const entry of spec.files.find((file) => file.path === path)?.entries ?? []) {
    for (const line of entry.lines) owned.add(line.line);
  }
  const blocks = scan.blocks
    .filter((block) => !owned.has(block.line) && block.kind !== "rule" && block.kind !== "front-matter")
    .map((block) => ({ block, text: blockText(scan, block) }));
  return { scan, blocks };
}

function blockText(scan: ScannedSource, block: Block): string {
  const lines = scan.lines.slice(block.line - 1, block.endLine);
  return lines.map((line) => line.text).join("\n");
}

function without(blocks: readonly OutsideBlock[], others: readonly OutsideBlock[]): OutsideBlock[] {
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(normaliseText(text), (counts.get(normaliseText(text)) ?? 0) + 1);
  return blocks.filter(({ text }) => {
    const count = counts.get(normaliseText(text)) ?? 0;
    if (count > 0) counts.set(normaliseText(text), count - 1);
    return count === 0;
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
