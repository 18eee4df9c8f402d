import type { Block, ListItem, ScannedLine, ScannedSource } from "../markdown/scan/scanned-source.ts";
import { cutMark } from "../markdown/page/page-part.ts";
import type { Entry, SourceLine } from "./entry.ts";
import { withCalledNotes } from "./with-footnotes.ts";

/** Lines that stand between a list and the words above it, and say nothing. */
const silent = new Set(["blank", "definition", "comment", "footnote"]);

/** What no entry says and yet frames some: the items without an ID that enclose them, and what stands directly above their list. */
export function withLeadIns(scan: ScannedSource, entries: readonly Entry[]): readonly Entry[] {
  const search = new LeadInSearch(scan, entries);
  const withNotes = withCalledNotes(scan);
  const known = new Map<readonly SourceLine[], readonly SourceLine[]>();
  return entries.map((entry) => {
    const words = search.of(entry);
    if (words.length === 0) return entry;
    const leadIn = known.get(words) ?? withNotes(words);
    known.set(words, leadIn);
    return { ...entry, leadIn };
  });
}

class LeadInSearch {
  readonly #scan: ScannedSource;
  /** Lines on which entries begin, and that are some entry's own. */
  readonly #begun: ReadonlySet<number>;
  readonly #owned: ReadonlySet<number>;
  /** Of each item the first one of its list. */
  readonly #around = new Map<ListItem, readonly SourceLine[]>();
  readonly #first: ReadonlyMap<ListItem, ListItem>;
  /** By line, how many lines above it say something that is no entry's. */
  readonly #lost: number[] = [0];
  /** The last line of a list, by its first item. */
  readonly #ends = new Map<ListItem, number>();

  constructor(scan: ScannedSource, entries: readonly Entry[]) {
    this.#scan = scan;
    this.#begun = new Set(entries.map(({ line }) => line));
    this.#owned = new Set(entries.flatMap(({ lines }) => lines.map(({ line }) => line)));
    this.#first = firstItems(scan);
    for (const { number, kind, content } of scan.lines) {
      const isLost = !silent.has(kind) && !this.#owned.has(number) && /[\p{L}\p{N}]/u.test(content);
      this.#lost.push((this.#lost.at(-1) ?? 0) + (isLost ? 1 : 0));
    }
    for (const [item, first] of this.#first)
      this.#ends.set(first, Math.max(item.endLine, this.#ends.get(first) ?? 0));
  }

  of(entry: Entry): readonly SourceLine[] {
    const { items, lines, blocks } = this.#scan;
    const line = lines[entry.line - 1];
    if (line === undefined || line.kind === "heading") return [];
    const from = items[line.item];
    if (from?.line === entry.line) return this.#aroundList(from);
    const block = blocks[line.block];
    const start = block?.line ?? entry.line;
    const above = this.#above(start, line.item, line.quote, line.kind === "table");
    if (from === undefined) return above;
    const own = [...this.#opening(from, above), ...above];
    return [...this.#aroundList(from), ...this.#withGaps(from, own, start, block?.endLine ?? entry.endLine)];
  }

  /** Around the list of an item; all of its items share it. */
  #aroundList(item: ListItem): readonly SourceLine[] {
    const first = this.#first.get(item) ?? item;
    const known = this.#around.get(first);
    if (known !== undefined) return known;
    const above = this.#above(first.line, item.parent, item.quote, true);
    const around = this.#scan.items[item.parent];
    const own = around === undefined ? above : [...this.#opening(around, above), ...above];
    const end = this.#ends.get(first) ?? first.endLine;
    const found =
      around === undefined
        ? own
        : [...this.#aroundList(around), ...this.#withGaps(around, own, first.line, end)];
    this.#around.set(first, found);
    return found;
  }

  /** The words of an item around lines `from` to `to`, with a mark where others of it are left out that are no entry's. */
  #withGaps(item: ListItem, words: readonly SourceLine[], from: number, to: number): readonly SourceLine[] {
    const found: SourceLine[] = [];
    let at = item.line;
    const upTo = (line: number): void => {
      if (this.#lostBefore(line) > this.#lostBefore(at)) found.push({ line: at, text: cutMark.trim() });
    };
    for (const word of words) {
      upTo(word.line);
      found.push(word);
      at = word.line + 1;
    }
    upTo(from);
    at = to + 1;
    upTo(item.endLine + 1);
    return found;
  }

  /** How many lines above a line say something that no entry has. */
  #lostBefore(line: number): number {
    return this.#lost[Math.min(line, this.#lost.length) - 1] ?? 0;
  }

  /** The first words of an item, unless an entry begins with them or they are there already. */
  #opening(item: ListItem, known: readonly SourceLine[]): readonly SourceLine[] {
    const block = this.#scan.blocks[this.#scan.lines[item.line - 1]?.block ?? -1];
    if (block?.kind !== "paragraph" || known.some(({ line }) => line === item.line)) return [];
    return this.#words(block);
  }

  /** The paragraph directly above a line, in the same item. One that is an entry's own frames what follows only where it says so. */
  #above(line: number, item: number, quote: number, isList: boolean): readonly SourceLine[] {
    const { lines, blocks } = this.#scan;
    let at = line - 2;
    while (at >= 0 && silent.has(lines[at]?.kind ?? "")) at -= 1;
    const last = lines[at];
    if (last === undefined || last.item !== item || last.quote !== quote) return [];
    if (isList && this.#isFreeHtml(last)) return [{ line: last.number, text: cutMark.trim() }];
    const block = blocks[last.block];
    if (last.kind !== "text" || block === undefined) return [];
    const isOpen = /[:：][*_\s)\]]{0,10}$/.test(last.content.slice(-40));
    return isOpen || (isList && !this.#owned.has(block.line)) ? this.#words(block) : [];
  }

  /** Whether HTML that is no entry's has words besides its tags. */
  #isFreeHtml({ kind, content, number }: ScannedLine): boolean {
    return kind === "html" && !this.#owned.has(number) && /\p{L}/u.test(content.replace(/<[^<>]*>/g, ""));
  }

  #words(block: Block): readonly SourceLine[] {
    const lines = this.#scan.lines.slice(block.line - 1, block.endLine);
    if (lines.some(({ number }) => this.#begun.has(number))) return [];
    return lines.map(({ number, content }) => ({ line: number, text: content }));
  }
}

/** Items of one list have nothing between them but themselves. */
function firstItems({ items, lines }: ScannedSource): ReadonlyMap<ListItem, ListItem> {
  const last = new Map<number, { readonly item: ListItem; readonly first: ListItem }>();
  const firsts = new Map<ListItem, ListItem>();
  for (const item of items) {
    const before = last.get(item.parent);
    const isNext =
      before?.item.quote === item.quote &&
      (before.item.number === null) === (item.number === null) &&
      lines.slice(before.item.endLine, item.line - 1).every(({ kind }) => silent.has(kind));
    const first = isNext ? before.first : item;
    last.set(item.parent, { item, first });
    firsts.set(item, first);
  }
  return firsts;
}

const texts = new WeakMap<readonly SourceLine[], string>();

/** The words that frame an entry, as one text. */
export function leadInText({ leadIn }: Pick<Entry, "leadIn">): string {
  if (leadIn === undefined) return "";
  const known = texts.get(leadIn) ?? joined(leadIn);
  texts.set(leadIn, known);
  return known;
}

function joined(leadIn: readonly SourceLine[]): string {
  let out = "";
  let before = 0;
  for (const { line, text } of leadIn) {
    out += out === "" ? text : `${line === before + 1 ? "\n" : "\n\n"}${text}`;
    before = line;
  }
  return out;
}

/** What frames entries, as something to read with them: each text once, by the entries that stand under it. */
export function leadInsOf(
  entries: readonly Pick<Entry, "id" | "leadIn">[],
): readonly { readonly id: string; readonly text: string }[] {
  const ids = new Map<string, string[]>();
  for (const entry of entries) {
    const text = leadInText(entry);
    if (text !== "") ids.set(text, [...(ids.get(text) ?? []), entry.id]);
  }
  return [...ids].map(([text, found]) => ({ id: `what ${found.join(", ")} stands under`, text }));
}
