import type { RawLine } from "./scan-leaf.ts";
import { fenceOpening, headingLevel, headingText, tableCells } from "./scan-line.ts";
import type { Block, Fence, Heading, ListItem, ScannedLine, ScannedSource, Table } from "./scanned-source.ts";
import { pushTo } from "../../push-to.ts";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Leaves = Pick<ScannedSource, "lines" | "blocks" | "headings" | "items" | "fences" | "tables">;

interface Draft {
  kind: Block["kind"];
  from: number;
  to: number;
  setext: 0 | 1 | 2;
}

/** Second half of the scan: groups raw lines into blocks, and makes headings with their sections, fences and tables. */
export function collectLeaves(raw: readonly RawLine[], items: Mutable<ListItem>[]): Leaves {
  const drafts = draftBlocks(raw);
  const collector = new Collector(raw, items);
  for (const draft of drafts) collector.block(draft);
  return collector.finish();
}

/** One draft per leaf block; a setext underline turns its paragraph into a heading, a delimiter row a line into a table. */
function draftBlocks(raw: readonly RawLine[]): Draft[] {
  const drafts: Draft[] = [];
  raw.forEach((line, i) => {
    if (line.kind === "blank") return;
    const last = drafts.at(-1);
    if (line.tableFrom && last) {
      if (last.from === i - 1) drafts.pop();
      else last.to = i - 2;
      drafts.push({ kind: "table", from: i - 1, to: i, setext: 0 });
    } else if (line.setext && last) {
      last.kind = "heading";
      last.to = i;
      last.setext = line.setext;
    } else if (!line.continues || !last) {
      drafts.push({ kind: line.kind === "text" ? "paragraph" : line.kind, from: i, to: i, setext: 0 });
    } else last.to = i;
  });
  return drafts;
}

class Collector {
  private readonly lines: Mutable<ScannedLine>[];
  private readonly blocks: Block[] = [];
  private readonly headings: Mutable<Heading>[] = [];
  private readonly fences: Fence[] = [];
  private readonly tables: Table[] = [];
  /** Indices of the open `top` headings, outermost first. */
  private readonly open: number[] = [];
  private readonly raw: readonly RawLine[];
  private readonly items: Mutable<ListItem>[];

  constructor(raw: readonly RawLine[], items: Mutable<ListItem>[]) {
    this.raw = raw;
    this.items = items;
    this.lines = raw.map(({ text, kind, content, indent, quote, item }, i) => {
      return { number: i + 1, text, kind, content, indent, quote, item, heading: -1, block: -1 };
    });
  }

  block(draft: Draft): void {
    const first = this.raw[draft.from];
    if (!first) return;
    if (draft.kind === "heading") this.heading(draft, first);
    const heading = this.open.at(-1) ?? -1;
    const place = {
      line: draft.from + 1,
      endLine: draft.to + 1,
      item: first.item,
      quote: first.quote,
      heading,
    };
    if (draft.kind === "fence") this.fence(draft, place);
    if (draft.kind === "table") this.table(draft, place);
    for (let i = draft.from; i <= draft.to; i += 1) this.relabel(i, draft.kind);
    this.blocks.push({ kind: draft.kind, ...place });
  }

  private relabel(i: number, kind: Block["kind"]): void {
    const line = this.lines[i];
    if (!line) return;
    if (line.kind !== "blank") line.block = this.blocks.length;
    if (line.kind === "text" && kind !== "paragraph") line.kind = kind;
  }

  private heading(draft: Draft, first: RawLine): void {
    const level = draft.setext > 0 ? draft.setext : headingLevel(first.content);
    const content = draft.setext > 0 ? this.joined(draft.from, draft.to - 1) : first.content;
    const top = first.quote === 0 && first.item < 0;
    if (top) this.closeSections(level, draft.from);
    const parent = this.open.at(-1) ?? -1;
    const { text, anchor } = headingText(content, draft.setext > 0 ? 0 : level);
    const above = this.headings[parent]?.path;
    const path = !top ? "" : above === undefined ? text : `${above} › ${text}`;
    const extent = { line: draft.from + 1, endLine: draft.to + 1, sectionEnd: draft.to + 1 };
    this.headings.push({ level, text, anchor, top, parent, path, ...extent });
    if (top) this.open.push(this.headings.length - 1);
  }

  private closeSections(level: number, before: number): void {
    while (this.open.length > 0) {
      const heading = this.headings[this.open.at(-1) ?? -1];
      if (!heading || heading.level < level) return;
      heading.sectionEnd = before;
      this.open.pop();
    }
  }

  private joined(from: number, to: number): string {
    const contents = this.raw.slice(from, Math.min(to + 1, from + 20)).map((line) => line.content.trim());
    return contents.join(" ");
  }

  private fence(draft: Draft, place: Omit<Block, "kind">): void {
    const opening = fenceOpening(this.raw[draft.from]?.content ?? "");
    const info = opening?.info ?? "";
    const closed = draft.to > draft.from && this.raw[draft.to]?.kind === "fence";
    const language = (/^[^\s,{]*/.exec(info)?.[0] ?? "").toLowerCase();
    this.fences.push({ info, language, length: opening?.length ?? 0, closed, ...place });
  }

  private table(draft: Draft, place: Omit<Block, "kind">): void {
    const cells = (i: number): string[] => tableCells(this.raw[i]?.content ?? "");
    const rows = [];
    for (let i = draft.from + 2; i <= draft.to; i += 1) rows.push({ line: i + 1, cells: cells(i) });
    this.tables.push({ header: cells(draft.from), rows, ...place });
  }

  finish(): Leaves {
    for (const index of this.open) {
      const heading = this.headings[index];
      if (heading) heading.sectionEnd = this.lines.length;
    }
    this.nameSections();
    this.extendItems();
    const { lines, blocks, headings, items, fences, tables } = this;
    return { lines, blocks, headings, items, fences, tables };
  }

  private nameSections(): void {
    const starts = new Map(
      this.headings.flatMap((heading, i) => (heading.top ? [[heading.line, i] as const] : [])),
    );
    const itemStarts = new Map<number, Mutable<ListItem>[]>();
    for (const item of this.items) pushTo(itemStarts, item.line, item);
    let current = -1;
    for (const line of this.lines) {
      current = starts.get(line.number) ?? current;
      line.heading = current;
      for (const item of itemStarts.get(line.number) ?? []) item.heading = current;
    }
  }

  private extendItems(): void {
    for (const line of this.lines) {
      const item = this.items[line.item];
      if (item && line.kind !== "blank") item.endLine = Math.max(item.endLine, line.number);
    }
    for (let i = this.items.length - 1; i >= 0; i -= 1) {
      const item = this.items[i];
      const parent = item && this.items[item.parent];
      if (parent) parent.endLine = Math.max(parent.endLine, item.endLine);
    }
  }
}
